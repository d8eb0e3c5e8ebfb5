/* The menu of a passage: copy it with its reference, copy its address, report an error in it. There is one, which goes
   into the row that it is about, so that it comes next for who uses the keyboard; nothing of the text moves. */

import { hush, load, say, words } from "../interface.js";
import { compose } from "../words.js";
import { write } from "./clipboard.js";
import { passageIn, touched } from "./page.js";
import { plain, quotation } from "./quotation.js";
import { html } from "./quotation_html.js";
import { newIssue } from "./report.js";
import { addressOf, source } from "./source.js";
import { quoted } from "./texts.js";

const STYLES = new URL("../../passage.css", import.meta.url);
const GAP = 6; // pixels between the menu and what it is about
const FILE = "article ~ dl > dd:nth-of-type(2) > a";

/** Make the menu, once its words and its styles are here. */
export async function menu() {
  const both = await load();
  const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: STYLES });
  const styled = new Promise((loaded) => ["load", "error"].forEach((end) => sheet.addEventListener(end, loaded)));
  document.head.append(sheet);
  await styled;
  return new Menu(both, await words());
}

class Menu {
  constructor(both, said) {
    this.both = both;
    this.box = Object.assign(document.createElement("section"), { className: "passage", popover: "auto", role: "dialog" });
    this.copy = this.button(said, "passage.copy", () => this.copyQuotation());
    this.link = this.button(said, "passage.link", () => this.copyAddress());
    this.report = say(document.createElement("a"), said, "passage.report");
    this.status = Object.assign(document.createElement("p"), { id: "passage-status", role: "status" });
    this.box.append(this.copy, this.link, this.report, this.status);
    this.start();
  }

  start() {
    // The text below the menu is not what is clicked or pointed at; and what is selected stays so.
    for (const kind of ["click", "pointermove"]) this.box.addEventListener(kind, (event) => event.stopPropagation());
    this.box.addEventListener("mousedown", (event) => event.target.matches("textarea") || event.preventDefault());
    this.box.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !this.box.contains(relatedTarget)) this.box.hidePopover();
    });
    this.box.addEventListener("beforetoggle", () => (this.isFocused = this.box.contains(document.activeElement)));
    this.box.addEventListener("toggle", ({ newState }) => this.toggled(newState === "open"));
  }

  /** Where it closes on who was in it, the keyboard goes on at the number. */
  toggled(isOpen) {
    this.number?.setAttribute("aria-expanded", isOpen);
    if (!isOpen && this.isFocused) this.number?.focus({ preventScroll: true });
  }

  button(said, key, act) {
    const made = say(document.createElement("button"), said, key);
    made.addEventListener("click", act);
    return made;
  }

  /** Open below the number of a passage, and go there. */
  atNumber(number) {
    const element = document.getElementById(number.hash.slice(1));
    this.open(quoted([passageIn(element)]), number.parentElement, number);
    const box = number.getBoundingClientRect();
    this.place(box, (box.left + box.right - this.box.offsetWidth) / 2);
    this.copy.focus({ preventScroll: true });
  }

  /** Open below what is selected, or above where there is no room below. */
  atSelection(article, range) {
    const found = touched(article, range);
    if (!found) {
      this.leaveSelection();
      return;
    }
    const last = found.last.passage.element;
    this.open(quoted(found.passages, found.first, found.last), last.localName === "h1" ? last.parentElement : last);
    this.isOfSelection = true;
    this.place(range.getBoundingClientRect(), [...range.getClientRects()].at(-1).left);
  }

  leaveSelection() {
    if (this.isOfSelection) this.box.hidePopover();
  }

  open(passage, host, number) {
    this.box.hidePopover();
    this.number?.setAttribute("aria-expanded", "false");
    Object.assign(this, { passage, number, isOfSelection: false });
    this.address = addressOf() + passage.hash;
    this.source = source();
    this.byHand?.remove();
    hush(this.status);
    this.label();
    this.offerReport();
    host.append(this.box);
    this.box.showPopover();
  }

  async label() {
    const { box, passage } = this;
    box.dataset.number = passage.numbers;
    box.setAttribute("data-t-aria-label", "passage");
    box.setAttribute("aria-label", compose(await words(), "passage", box.dataset));
  }

  offerReport() {
    const file = document.querySelector(FILE);
    const about = {
      title: `¶${this.passage.numbers} ${document.title}`,
      passage: this.address,
      file: file?.textContent,
      texts: this.passage.texts,
    };
    const address = file && newIssue(file.href, about, this.both);
    this.report.hidden = !address;
    if (address) this.report.href = address;
  }

  place({ top, bottom }, left) {
    const { box } = this;
    const { clientWidth } = document.documentElement;
    const above = top - GAP - box.offsetHeight;
    const below = bottom + GAP;
    const isBelow = below + box.offsetHeight <= innerHeight || above < 0;
    const start = Math.max(GAP, Math.min(left, clientWidth - box.offsetWidth - GAP));
    box.style.insetBlockStart = `${scrollY + (isBelow ? below : above)}px`;
    box.style.insetInlineStart = `${scrollX + start}px`;
  }

  copyQuotation() {
    const { passage, address } = this;
    const made = this.source.then((known) => {
      const parts = quotation(passage, { ...known, address }, this.both);
      return { text: plain(parts), html: html(parts, known.style, address) };
    });
    this.write({ "text/plain": made.then(({ text }) => text), "text/html": made.then((both) => both.html) });
  }

  copyAddress() {
    this.write({ "text/plain": Promise.resolve(this.address) });
  }

  async write(kinds) {
    const isThere = await write(kinds);
    this.byHand?.remove();
    say(this.status, await words(), isThere ? "cite.copied" : "passage.by_hand");
    if (!isThere) this.offer(await kinds["text/plain"]);
  }

  /** Where the browser gives no page the clipboard, a reader can still take the text from a box. */
  offer(text) {
    this.byHand = Object.assign(document.createElement("textarea"), { value: text, readOnly: true, rows: 4 });
    this.byHand.setAttribute("aria-labelledby", this.status.id);
    this.box.append(this.byHand);
    this.byHand.select();
  }
}
