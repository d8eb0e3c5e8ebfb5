/* Marks a sentence and its partner: the one under the pointer, else the one that was picked by a tap, by the arrow keys
   on the passage's link, or by the address. The marks are highlights that the browser paints over the text, which stays
   as it is, to be selected and copied. A browser without them leads `#p3s2` to the passage. */

import { address, ends, hit, parse, passage, place } from "./beads.js";
import { say, words } from "./interface.js";

const ARROWS = { ArrowLeft: -1, ArrowRight: 1 };
const MISSING = ["missing.sentence.original", "missing.sentence.translation"];

export default function enhance(rows) {
  if (globalThis.CSS?.highlights) new Sentences(rows).start();
}

/** A sentence is told by its `row` and the number of its `bead`. */
class Sentences {
  constructor(rows) {
    this.rows = rows;
    this.ranges = new Map();
    this.picked = null;
    this.pointed = null;
    this.status = document.createElement("p");
    this.status.role = "status";
  }

  start() {
    this.rows.after(this.status);
    this.rows.addEventListener("pointermove", (event) => this.point(event.pointerType === "touch" ? null : this.under(event)));
    this.rows.addEventListener("pointerleave", () => this.point(null));
    this.rows.addEventListener("click", (event) => this.click(event));
    this.rows.addEventListener("keydown", (event) => this.walk(event));
    document.addEventListener("keydown", ({ key }) => key === "Escape" && this.leave());
    document.addEventListener("shown", () => this.picked && this.reveal());
    addEventListener("hashchange", () => this.arrive());
    this.arrive();
  }

  /** The ranges of a row's beads, in either text. */
  beads(row) {
    if (!this.ranges.has(row)) this.ranges.set(row, ranges(row));
    return this.ranges.get(row);
  }

  under({ target, clientX, clientY }) {
    const row = target.closest("[data-s]");
    if (!row) return null;
    const boxes = this.beads(row).flatMap((sides, bead) => sides.flatMap((range) => boxesOf(range, bead)));
    const found = hit(boxes, clientX, clientY);
    return found ? { row, bead: found.bead } : null;
  }

  point(sentence) {
    if (is(sentence, this.pointed)) return;
    this.pointed = sentence;
    this.show();
  }

  click(event) {
    if (event.target.closest("a, summary") || !getSelection().isCollapsed) return;
    const sentence = this.under(event);
    if (sentence) this.pick(sentence);
    else this.leave();
  }

  /** Go to the next sentence or the one before; from the last and from the first the key does what it always does. */
  walk(event) {
    const { target, key } = event;
    const step = ARROWS[key];
    if (!step || !target.matches("[data-s] > a") || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const row = target.parentElement;
    const count = this.beads(row).length;
    const from = this.picked?.row === row ? this.picked.bead : step > 0 ? -1 : count;
    const bead = from + step;
    if (bead < 0 || bead >= count) return;
    event.preventDefault();
    this.pick({ row, bead });
    this.reveal();
  }

  /** The address follows without a jump. As a replaced one it also ends the marking of a whole passage. */
  pick(sentence) {
    this.picked = sentence;
    this.pointed = null;
    location.replace(address(sentence.row.id, sentence.bead));
    this.show();
  }

  leave() {
    if (!this.picked) return;
    this.picked = null;
    history.replaceState(history.state, "", location.pathname + location.search);
    this.show();
  }

  /** Follow the address. A sentence that is not there leads to its passage. */
  arrive() {
    const named = place(location.hash);
    const row = named && document.getElementById(named.passage);
    const sentence = row && this.beads(row)[named.bead] ? { row, bead: named.bead } : null;
    if (named && !sentence) location.replace(`#${passage(location.hash)}`);
    if (is(sentence, this.picked)) return;
    this.picked = sentence;
    this.show();
    if (!sentence) return;
    row.scrollIntoView();
    this.reveal();
  }

  /** Bring the picked sentence into sight where its row is higher than the window. */
  reveal() {
    const { row, bead } = this.picked;
    const box = this.beads(row)[bead].flatMap((range) => boxesOf(range))[0];
    if (box && (box.top < 0 || box.bottom > innerHeight)) scrollBy(0, box.top - innerHeight / 3);
  }

  show() {
    const sentence = this.pointed ?? this.picked;
    const sides = sentence ? this.beads(sentence.row)[sentence.bead] : [];
    CSS.highlights.set("sentence", new Highlight(...sides.filter(Boolean)));
    this.tell(MISSING[sides.indexOf(null)]);
  }

  /** Say that a sentence has no partner. The words may come late, when they are no longer true. */
  async tell(key) {
    this.told = key;
    delete this.status.dataset.t;
    this.status.textContent = "";
    const said = key && (await words().catch(() => null));
    if (said && this.told === key) say(this.status, said, key);
  }
}

function ranges(row) {
  if (!row.dataset.s) return [];
  const sides = [...row.children].filter(({ localName }) => localName !== "a").map(textNodes);
  return parse(row.dataset.s).map((bead) => bead.map((piece, side) => piece && range(sides[side], piece)));
}

function textNodes(cell) {
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  return found;
}

function range(nodes, piece) {
  const [start, end] = ends(nodes.map(({ data }) => data), piece);
  const made = document.createRange();
  made.setStart(nodes[start.node], start.offset);
  made.setEnd(nodes[end.node], end.offset);
  return made;
}

function boxesOf(range, bead) {
  return [...(range?.getClientRects() ?? [])].map(({ left, right, top, bottom }) => ({ left, right, top, bottom, bead }));
}

function is(one, other) {
  return one?.row === other?.row && one?.bead === other?.bead;
}
