/* Where in a text something was found, and the part of it that shows this. No DOM in here. */

import { HAN, placed, stem, wordsOf } from "./units.js";

const LENGTH = { zh: 60, en: 180 };
const HAN_SIGNS = new RegExp(`[${HAN}]`, "gu");
const LATIN = /[A-Za-z\u00aa-\u024f\u1e00-\u1eff]/g;

/**
 * Cut a snippet of each language: of the first block with most hits, else of what stands beside the other's.
 * @returns {{passage: number, side: "zh"|"en", pieces: {text: string, hit: boolean}[]}[]} the original's first
 */
export function snippets(blocks, wanted) {
  const marked = blocks.map(({ passage, text }) => ({ passage, text, side: sideOf(text), spans: marks(text, wanted) }));
  const best = new Map();
  for (const block of marked) {
    if (block.spans.length > (best.get(block.side)?.spans.length ?? 0)) best.set(block.side, block);
  }
  const [found = marked[0]] = best.values();
  for (const block of marked) if (block.passage === found.passage && !best.has(block.side)) best.set(block.side, block);
  return ["zh", "en"].filter((side) => best.has(side)).map((side) => snippet(best.get(side)));
}

/**
 * Say from where to where in a text something stands that is wanted, in order, nothing twice.
 * @returns {[number, number][]}
 */
export function marks(text, wanted) {
  const { units, places } = placed(text);
  const spans = wanted.flatMap((one) => [...found(units, one)].map(([start, end]) => [places[start][0], places[end - 1][1]]));
  const joined = [];
  for (const [start, end] of spans.sort((one, other) => one[0] - other[0])) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** Cut a text into what is a hit and what is none. */
export function pieces(text, spans) {
  const cut = [];
  let done = 0;
  for (const [start, end] of spans) {
    if (start > done) cut.push({ text: text.slice(done, start), hit: false });
    cut.push({ text: text.slice(start, end), hit: true });
    done = end;
  }
  if (done < text.length) cut.push({ text: text.slice(done), hit: false });
  return cut;
}

export function sideOf(text) {
  const count = (pattern) => text.match(pattern)?.length ?? 0;
  return count(HAN_SIGNS) * 3 > count(LATIN) ? "zh" : "en";
}

function* found(units, wanted) {
  if (wanted.stem !== null) {
    for (const { 0: word, index } of wordsOf(units)) if (stem(word) === wanted.stem) yield [index, index + word.length];
    return;
  }
  const inner = wanted.text.trim();
  const shift = wanted.text.indexOf(inner);
  for (let at = units.indexOf(wanted.text); at >= 0; at = units.indexOf(wanted.text, at + 1)) {
    yield [at + shift, at + shift + inner.length];
  }
}

function snippet({ passage, side, text, spans }) {
  const length = LENGTH[side];
  let start = spans.length ? Math.max(0, Math.min(spans[0][0] - length / 4, text.length - length)) : 0;
  if (start && side === "en") start = text.indexOf(" ", start) + 1 || start;
  const end = endOf(side, text, start, start + length);
  const kept = spans.filter(([first, last]) => first < end && last > start);
  const inside = kept.map(([first, last]) => [Math.max(first, start) - start, Math.min(last, end) - start]);
  const shown = pieces(text.slice(start, end), inside);
  if (start) shown.unshift({ text: "…", hit: false });
  if (end < text.length) shown.push({ text: "…", hit: false });
  return { passage, side, pieces: shown };
}

/** An English snippet ends with a word. */
function endOf(side, text, start, end) {
  const space = side === "en" && end < text.length ? text.lastIndexOf(" ", end) : 0;
  return space > start ? space : end;
}
