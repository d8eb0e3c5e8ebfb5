/* The bars of years or months above the hits: a list of which one, or several that stand together, are chosen by a click
   or by drawing over them, or with the arrow keys, Shift and Enter. What is chosen becomes the two dates of the search. */

import { say } from "../interface.js";
import { make } from "./hit_item.js";

export class Timeline {
  /** @param {(days: {from: string, to: string}) => void} choose is told the days that a reader has chosen */
  constructor(element, choose) {
    this.element = element;
    this.list = element.querySelector("ol");
    this.marked = element.querySelector(".marked");
    this.all = element.querySelector("button");
    this.choose = choose;
    this.bars = [];
    this.isDrawing = false;
    this.listen();
    this.all.addEventListener("click", () => choose({ from: "", to: "" }));
  }

  listen() {
    const { list } = this;
    list.addEventListener("keydown", (event) => this.press(event));
    list.addEventListener("focus", () => this.isByKey() && this.mark(0, 0));
    list.addEventListener("blur", () => this.unmark());
    list.addEventListener("pointerdown", (event) => event.isPrimary && event.button === 0 && this.begin(event));
    list.addEventListener("pointermove", (event) => this.isDrawing || this.mark(this.place(event), this.place(event)));
    list.addEventListener("pointerleave", () => this.isDrawing || this.isByKey() || this.unmark());
    list.addEventListener("click", ({ target }) => this.click(target.closest("li")));
    addEventListener("pointermove", (event) => this.isDrawing && this.mark(this.first, this.place(event)));
    addEventListener("pointerup", () => this.isDrawing && this.end());
    addEventListener("pointercancel", () => this.isDrawing && this.unmark());
  }

  /** @param {{name: string, from: string, to: string, n: number}[]} bars */
  show(bars, { from = "", to = "" }, words) {
    const held = [this.list, this.all].find((one) => one === document.activeElement);
    Object.assign(this, { bars, words });
    this.all.hidden = !from && !to;
    this.list.hidden = !bars.length;
    this.element.hidden = bars.length < 2 && this.all.hidden;
    const most = Math.max(...bars.map(({ n }) => n), 1);
    this.list.replaceChildren(...bars.map((bar, place) => item(bar, place, most, words)));
    this.unmark();
    if (held?.hidden) (this.list.hidden ? this.all : this.list).focus();
    else if (this.isByKey()) this.mark(0, 0);
  }

  press(event) {
    const ends = { Home: 0, End: this.bars.length - 1, ArrowLeft: this.at - 1, ArrowRight: this.at + 1 };
    if (Object.hasOwn(ends, event.key)) {
      const at = Math.max(0, Math.min(ends[event.key], this.bars.length - 1));
      this.mark(event.shiftKey ? this.first : at, at);
    } else if (event.key === "Enter" || event.key === " ") this.pick();
    else return;
    event.preventDefault();
  }

  begin(event) {
    this.isDrawing = true;
    this.mark(this.place(event), this.place(event));
  }

  /** One bar is chosen by the click that follows, or by one that comes without a pointer. */
  end() {
    this.isDrawing = false;
    if (this.first !== this.at) this.pick();
  }

  click(item) {
    if (!item) return;
    const place = [...this.list.children].indexOf(item);
    this.mark(place, place);
    this.pick();
  }

  pick() {
    const [first, last] = this.range();
    this.choose({ from: this.bars[first].from, to: this.bars[last].to });
  }

  /** Mark from the first of some bars to the one that the reader is at, which may stand before it. */
  mark(first, at) {
    if (!this.bars.length) return;
    Object.assign(this, { first, at });
    const [start, end] = this.range();
    for (const [place, li] of [...this.list.children].entries()) {
      li.setAttribute("aria-selected", place >= start && place <= end);
    }
    this.list.setAttribute("aria-activedescendant", this.list.children[at].id);
    const n = this.bars.slice(start, end + 1).reduce((sum, bar) => sum + bar.n, 0);
    this.marked.replaceChildren(...told(this.bars[start], this.bars[end], n, this.words));
  }

  unmark() {
    Object.assign(this, { first: 0, at: 0, isDrawing: false });
    for (const li of this.list.children) li.setAttribute("aria-selected", "false");
    this.list.removeAttribute("aria-activedescendant");
    this.marked.replaceChildren();
  }

  isByKey() {
    return this.list.matches(":focus-visible");
  }

  range() {
    return [Math.min(this.first, this.at), Math.max(this.first, this.at)];
  }

  /** The bar below a pointer, or nearest to it. */
  place({ clientX }) {
    const { left, width } = this.list.getBoundingClientRect();
    const place = Math.floor(((clientX - left) / width) * this.bars.length);
    return Math.max(0, Math.min(place, this.bars.length - 1));
  }
}

function item(bar, place, most, words) {
  const li = make("li", { id: `bar-${place}` });
  li.setAttribute("role", "option");
  li.setAttribute("aria-selected", "false");
  li.style.setProperty("--share", bar.n / most);
  li.append(...told(bar, bar, bar.n, words));
  return li;
}

/** What stands in some bars: of when, and how many. */
function told(first, last, n, words) {
  const time = ({ name }) =>
    say(make("time", { dateTime: name }), words, name.length > "1954".length ? "date.month" : "date.year");
  const days = first === last ? [time(first)] : [time(first), " – ", time(last)];
  return [...days, say(make("span"), words, "index.day", { n })];
}
