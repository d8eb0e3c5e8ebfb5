/* The sentences of a row, as its `data-s` tells of them, and their addresses. No DOM in here. */

const REACH = 9; // pixels above and below a line that still are that line's: there is leading between any two

const PIECE = /-|(?:([a-z]*[A-Z])\+)?([a-z]*[A-Z])/g;

/**
 * Read `data-s`, as duizhao/sentence_marks.py describes and writes it: `XdRD+bO-`.
 * @returns {([number, number]|null)[][]} for each bead its start and end in either text; null where that has no such
 */
export function parse(marks) {
  const done = [0, 0];
  const pieces = [...marks.matchAll(PIECE)].map(([, skipped = "A", length], place) => {
    if (!length) return null;
    const start = done[place % 2] + number(skipped);
    done[place % 2] = start + number(length);
    return [start, done[place % 2]];
  });
  if (!marks.endsWith(".")) pieces.push(...done.map((start) => [start, Infinity]));
  return Array.from({ length: pieces.length / 2 }, (_, bead) => pieces.slice(2 * bead, 2 * bead + 2));
}

/** A number in digits from a to z, of which the last is a capital. */
function number(digits) {
  return [...digits.toLowerCase()].reduce((value, digit) => 26 * value + digit.charCodeAt(0) - 97, 0);
}

/**
 * Find the text nodes that a piece starts and ends in, without the white space at its end.
 * @param {string[]} texts of the nodes, in order
 * @returns {{node: number, offset: number}[]}
 */
export function ends(texts, [start, end]) {
  const piece = texts.join("").slice(start, end).trimEnd();
  const first = after(texts, start + 1);
  return [{ ...first, offset: first.offset - 1 }, after(texts, start + piece.length)];
}

/** The place behind the last of so many units: in the node that holds this one, and not at the head of the next. */
function after(texts, units) {
  let node = 0;
  let offset = units;
  for (; node < texts.length - 1 && offset > texts[node].length; node += 1) offset -= texts[node].length;
  return { node, offset };
}

/** The box that a point is in, or so near that only the space between lines is in the way. */
export function hit(boxes, x, y) {
  const distance = ({ top, bottom }) => Math.max(top - y, y - bottom, 0);
  const near = boxes.filter((box) => box.left <= x && x <= box.right && distance(box) <= REACH);
  return near.sort((one, other) => distance(one) - distance(other))[0];
}

/** `#p3s2`: the second sentence, here counted from 0, of the passage `p3`; null where it names no sentence. */
export function place(hash) {
  const named = /^#(p[1-9]\d*)s([1-9]\d*)$/.exec(hash);
  return named && { passage: named[1], bead: Number(named[2]) - 1 };
}

export function address(passage, bead) {
  return `#${passage}s${bead + 1}`;
}

/** The id of the passage that an address names by itself or by one of its sentences. */
export function passage(hash) {
  return place(hash)?.passage ?? hash.slice(1);
}
