/* Passages as texts: which sentences a selection touches, what is quoted of them, and under which address. A passage has
   `number`, `sides` (original, translation: `lang`, `text`, and `breaks`, where its lines begin) and `beads`, which
   say where each sentence stands in either. No DOM in here. */

import { address } from "../beads.js";

/**
 * Name what is quoted of passages that follow one another.
 * @param {Object[]} passages those touched, in order
 * @param {{side: number, start: number}} [first] what is touched first of the first passage; otherwise, all of it is
 * @param {{side: number, end: number}} [last] what is touched last of the last passage, likewise
 * @returns {{numbers: string, hash: string, texts: {side: number, lang: string, lines: string[]}[]}}
 */
export function quoted(passages, first, last) {
  const parts = passages.map((passage, place) => {
    const isLast = place === passages.length - 1;
    return { passage, ...sentences(passage.beads, place ? undefined : first, isLast ? last : undefined) };
  });
  const numbers = [...new Set([passages[0].number, passages.at(-1).number])].join("–");
  return { numbers, hash: hash(parts), texts: [0, 1].map((side) => text(parts, side)).filter(({ lines }) => lines.length) };
}

/** The first and the last sentence that are touched; a passage without marks is one sentence. */
function sentences(beads, first, last) {
  if (!beads.length) return { from: 0, to: 0, isWhole: true };
  const end = beads.length - 1;
  const begun = first ? beads.findIndex((bead) => bead[first.side]?.[1] > first.start) : 0;
  const ended = last ? beads.findLastIndex((bead) => bead[last.side]?.[0] < last.end) : end;
  const [from, to] = [begun < 0 ? 0 : begun, ended < 0 ? end : ended].sort((one, other) => one - other);
  return { from, to, isWhole: from === 0 && to === end };
}

function hash([{ passage, from, to, isWhole }, ...others]) {
  const id = `p${passage.number}`;
  return others.length || isWhole || from !== to ? `#${id}` : address(id, from);
}

function text(parts, side) {
  const lines = parts.flatMap(({ passage, from, to, isWhole }) => {
    const said = passage.sides[side];
    if (!said?.text) return [];
    if (isWhole) return linesOf(said, 0, said.text.length);
    const pieces = passage.beads.slice(from, to + 1).flatMap((bead) => bead[side] ?? []);
    return pieces.length ? linesOf(said, Math.min(...pieces), Math.max(...pieces)) : [];
  });
  return { side, lang: parts.map(({ passage }) => passage.sides[side]?.lang).find(Boolean), lines };
}

function linesOf({ text, breaks }, start, end) {
  const cuts = [start, ...breaks.filter((at) => start < at && at < end), end];
  return cuts.slice(1).map((cut, place) => text.slice(cuts[place], cut).trim()).filter(Boolean);
}
