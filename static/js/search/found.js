/* Marks on the page of an article what the reader searched for, who comes from a search: the query stands in the address
   of the page that led here. The marks are highlights that the browser paints over the text, which stays as it is. */

import { ends } from "../beads.js";
import { say, words } from "../interface.js";
import { queryOf } from "./address.js";
import { fetched } from "./files.js";
import { learn } from "./folding.js";
import { foldingTable } from "./index.js";
import { parse, wantedOf } from "./query.js";
import { marks } from "./snippets.js";

const BLOCKS = "h1, .deck p, .rows :is(p, h2, li, td, th, pre), .apparatus :is(p, h2, li, td, th)";
const STYLES = new URL("../../search.css", import.meta.url);
const ROOT = new URL("../../../", import.meta.url);

export default async function mark(article) {
  const query = queryOf(document.referrer, ROOT);
  if (!query || !globalThis.CSS?.highlights) return;
  learn(await foldingTable(fetched));
  const ranges = rangesOf(article, wantedOf(parse(query)));
  if (ranges.length) new Hits(ranges).start(article, await words());
}

class Hits {
  constructor(ranges) {
    this.ranges = ranges;
    this.at = -1;
    this.bar = document.createElement("nav");
    this.bar.className = "found";
    this.status = document.createElement("span");
    this.status.role = "status";
  }

  start(article, said) {
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: STYLES }));
    CSS.highlights.set("found", new Highlight(...this.ranges));
    this.words = said;
    this.bar.append(this.status, this.button("found.previous", -1), this.button("found.next", 1));
    this.bar.append(this.button("found.close", 0));
    article.before(this.bar);
    say(this.status, said, "found.count", { n: this.ranges.length });
    if (!location.hash) this.go(1);
  }

  button(key, step) {
    const made = say(document.createElement("button"), this.words, key);
    made.addEventListener("click", () => (step ? this.go(step) : this.close()));
    return made;
  }

  go(step) {
    this.at = (this.at + step + this.ranges.length) % this.ranges.length;
    const range = this.ranges[this.at];
    CSS.highlights.set("hit", new Highlight(range));
    range.startContainer.parentElement.scrollIntoView({ block: "center" });
    say(this.status, this.words, "found.place", { i: this.at, place: this.at + 1, n: this.ranges.length });
  }

  close() {
    CSS.highlights.delete("found");
    CSS.highlights.delete("hit");
    this.bar.remove();
  }
}

/** The places of an article's text where something stands that is wanted, in order. */
export function rangesOf(article, wanted) {
  return [...article.querySelectorAll(BLOCKS)]
    .filter((block) => !block.closest(".remark, .missing, .remarks, .notice") && !block.querySelector(BLOCKS))
    .flatMap((block) => rangesIn(block, wanted));
}

function rangesIn(block, wanted) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  const texts = nodes.map(({ data }) => data);
  return marks(texts.join(""), wanted).map((span) => {
    const [start, end] = ends(texts, span);
    const range = document.createRange();
    range.setStart(nodes[start.node], start.offset);
    range.setEnd(nodes[end.node], end.offset);
    return range;
  });
}
