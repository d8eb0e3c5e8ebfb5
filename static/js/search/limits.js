/* The limits of a search. Where there is little room they are folded into one line, which says what is set, so that the
   hits are what a reader sees first. */

import { say } from "../interface.js";
import { SORTINGS } from "./address.js";
import { make } from "./hit_item.js";

const NARROW = matchMedia("(width < 45rem)"); // as in search.css

/** Is there little room? */
export function isNarrow() {
  return NARROW.matches;
}

export class Limits {
  /** @param {HTMLDetailsElement} element */
  constructor(element) {
    this.element = element;
    this.set = element.querySelector(".set");
    NARROW.addEventListener("change", () => this.fold());
    this.fold();
  }

  fold() {
    this.element.open = !isNarrow();
  }

  /** Say in the line what is asked for beside the words. */
  show(wanted, words) {
    const said = [...told(wanted, words)];
    this.set.replaceChildren(...said.flatMap((one, place) => (place ? [" · ", one] : [one])));
  }
}

function* told({ from, to, page, author, column, sort }, words) {
  if (from || to) yield days(from, to, words);
  if (page) yield say(make("span"), words, "page.number", { page });
  for (const name of [author, column]) if (name.trim()) yield name.trim();
  if (sort !== SORTINGS[0]) yield say(make("span"), words, `search.sort.${sort}`);
}

function days(from, to, words) {
  const [first, last] = [from, to].map((day) => (day ? say(make("time", { dateTime: day }), words, "date.plain") : ""));
  const span = make("span");
  span.append(first, " – ", last);
  return span;
}
