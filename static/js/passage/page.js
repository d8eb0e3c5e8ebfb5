/* Passages as they stand on the page of an article, and the place of a selection in them. */

import { parse } from "../beads.js";

const PASSAGES = ":is(article > header > h1, .rows > div)[id]";
const LINES = "p, h2, li, td, th, pre, br";

/** The passage that stands in an element. */
export function passageIn(element) {
  const sides = cellsOf(element).map(side);
  return { number: Number(element.id.slice(1)), element, sides, beads: element.dataset.s ? parse(element.dataset.s) : [] };
}

/**
 * The passages of an article that a range touches, with what it touches first and last of them.
 * @returns {{passages: Object[], first: Object, last: Object}|null} null where it touches no text of any
 */
export function touched(article, range) {
  const near = [...article.querySelectorAll(PASSAGES)].filter((element) => range.intersectsNode(element)).map(passageIn);
  const pieces = near.flatMap((passage) =>
    passage.sides.flatMap(({ nodes }, side) => piecesIn(nodes, range).map((piece) => ({ ...piece, passage, side }))),
  );
  if (!pieces.length) return null;
  const [first, last] = [pieces[0], pieces.at(-1)];
  return { passages: near.slice(near.indexOf(first.passage), near.indexOf(last.passage) + 1), first, last };
}

/** The elements of either side. What the page itself says in an empty cell is no text of the article. */
function cellsOf(element) {
  if (element.localName === "h1") return headline(element);
  const cells = [...element.children].filter(({ localName }) => localName !== "a").slice(0, 2);
  return cells.map((cell) => (cell.matches(".missing, details") ? [] : [cell]));
}

/** A headline and the lines below it that belong to it, by their languages. */
function headline(element) {
  const lines = [element, element.parentElement.querySelector(":scope > .deck")].flatMap((part) => [...(part?.children ?? [])]);
  return [...new Set(lines.map(languageOf))].map((language) => lines.filter((line) => languageOf(line) === language));
}

/** A text in the page's own language does not name it. */
function languageOf(element) {
  return element.closest("[lang]").lang;
}

function side(elements) {
  const found = { lang: elements[0] && languageOf(elements[0]), text: "", breaks: [], nodes: [] };
  for (const element of elements) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = element; node; node = walker.nextNode()) {
      if (node === element || (node instanceof Element && node.matches(LINES))) found.breaks.push(found.text.length);
      if (!(node instanceof Text)) continue;
      found.nodes.push(node);
      found.text += node.data;
    }
  }
  return found;
}

/** What of a text a range holds, but for white space. */
function piecesIn(nodes, range) {
  const pieces = [];
  let before = 0;
  for (const node of nodes) {
    const start = node === range.startContainer ? range.startOffset : 0;
    const end = node === range.endContainer ? range.endOffset : node.data.length;
    const isHeld = range.intersectsNode(node) && node.data.slice(start, end).trim();
    if (isHeld) pieces.push({ start: before + start, end: before + end });
    before += node.data.length;
  }
  return pieces;
}
