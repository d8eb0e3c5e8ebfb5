import assert from "node:assert/strict";
import { test } from "node:test";

import { address, ends, hit, parse, passage, place } from "../../static/js/beads.js";

const MARKS = [
  ["DF", [[[0, 3], [0, 5]], [[3, Infinity], [5, Infinity]]]],
  ["XdR", [[[0, 23], [0, 95]], [[23, Infinity], [95, Infinity]]]],
  ["D--E.", [[[0, 3], null], [null, [0, 4]]]],
  ["DE+FC+DE.", [[[0, 3], [4, 9]], [[5, 8], [9, 13]]]],
  ["D-", [[[0, 3], null], [[3, Infinity], [0, Infinity]]]],
  ["D-DbA+E.", [[[0, 3], null], [[3, 6], [26, 30]]]],
];

for (const [marks, expected] of MARKS) {
  test(`“${marks}” is read`, () => assert.deepEqual(parse(marks), expected));
}

/** Where a piece starts and ends, as `node.offset`. */
const found = (texts, piece) => ends(texts, piece).map(({ node, offset }) => `${node}.${offset}`).join(" ");

const ENDS = [
  [["One. Two."], [0, 5], "0.0 0.4"],
  [["One. Two."], [5, 9], "0.5 0.9"],
  [["One. ", "Two. "], [5, Infinity], "1.0 1.4"],
  [["One.", "Two."], [0, 4], "0.0 0.4"],
  [["One.", "Two."], [4, 8], "1.0 1.4"],
  [["One.", "Two."], [0, 8], "0.0 1.4"],
  [["One ", "word", ". Two."], [0, 10], "0.0 2.1"],
  [["One ", "word", ". Two."], [10, 14], "2.2 2.6"],
  [["One.", " \n", "Two."], [0, 6], "0.0 0.4"],
  [["", "One."], [0, 4], "1.0 1.4"],
  [["𠮷。丰。"], [0, 3], "0.0 0.3"],
  [["丰。　喜。"], [0, 3], "0.0 0.2"],
];

for (const [texts, piece, expected] of ENDS) {
  test(`in ${JSON.stringify(texts)} ${piece} is ${expected}`, () => assert.equal(found(texts, piece), expected));
}

const LINE = { left: 0, right: 100, top: 0, bottom: 20 };
const BOXES = [
  { ...LINE, bead: 0 },
  { ...LINE, right: 40, top: 30, bottom: 50, bead: 0 },
  { ...LINE, left: 40, top: 30, bottom: 50, bead: 1 },
];

const HITS = [
  [50, 10, 0],
  [50, 24, 0],
  [50, 26, 1],
  [39, 31, 0],
  [60, 58, 1],
  [60, 60, undefined],
  [101, 10, undefined],
];

for (const [x, y, bead] of HITS) {
  test(`at ${x}, ${y} stands bead ${bead}`, () => assert.equal(hit(BOXES, x, y)?.bead, bead));
}

const PLACES = [
  ["#p3s2", { passage: "p3", bead: 1 }],
  ["#p12s10", { passage: "p12", bead: 9 }],
  ["#p3", null],
  ["#p3s0", null],
  ["#p03s1", null],
  ["#p3s2x", null],
  ["#main", null],
  ["", null],
];

for (const [hash, expected] of PLACES) {
  test(`“${hash}” names ${JSON.stringify(expected)}`, () => {
    assert.deepEqual(place(hash), expected);
    if (expected) assert.equal(address(expected.passage, expected.bead), hash);
  });
}

test("an address leads to its passage, whatever it names there", () => {
  assert.deepEqual(["#p3s2", "#p3", "#main"].map(passage), ["p3", "p3", "main"]);
});
