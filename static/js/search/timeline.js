/* The bars of years or months above the hits. A click narrows the search to the days of one, to draw over several narrows
   it to all of these. Bars of forty years are too narrow for buttons: without a pointer, the two dates do the same. */

import { say } from "../interface.js";
import { make } from "./hit_item.js";

export class Timeline {
  /** @param {(days: {from: string, to: string}) => void} choose is told the days that a reader has chosen */
  constructor(element, choose) {
    this.element = element;
    this.list = element.querySelector("ol");
    this.all = element.querySelector("button");
    this.choose = choose;
    this.list.addEventListener("pointerdown", (event) => this.begin(event));
    this.list.addEventListener("pointerup", (event) => this.end(event));
    this.all.addEventListener("click", () => choose({ from: "", to: "" }));
  }

  /** @param {{name: string, from: string, to: string, n: number}[]} bars */
  show(bars, { from = "", to = "" }, words) {
    this.bars = bars;
    this.element.hidden = bars.length < 2 && !from && !to;
    this.all.hidden = !from && !to;
    const most = Math.max(...bars.map(({ n }) => n), 1);
    this.list.replaceChildren(...bars.map((bar, place) => item(bar, place, most, words)));
  }

  begin(event) {
    this.first = this.place(event);
  }

  end(event) {
    const last = this.place(event);
    if (this.first >= 0 && last >= 0) this.pick(Math.min(this.first, last), Math.max(this.first, last));
    this.first = -1;
  }

  pick(first, last) {
    if (this.bars[first]) this.choose({ from: this.bars[first].from, to: this.bars[last].to });
  }

  place({ target }) {
    return Number(target.closest("li")?.dataset.place ?? -1);
  }
}

function item({ name, n }, place, most, words) {
  const li = make("li", { title: `${name}: ${n}` });
  li.dataset.place = place;
  li.style.setProperty("--share", n / most);
  li.append(make("span", { textContent: name }), say(make("span"), words, "index.day", { n }));
  return li;
}
