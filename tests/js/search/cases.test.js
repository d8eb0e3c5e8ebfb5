import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { fold, learn } from "../../../static/js/search/folding.js";
import { postings } from "../../../static/js/search/postings.js";
import { holds, parse, wantedOf } from "../../../static/js/search/query.js";
import { rarity } from "../../../static/js/search/ranking.js";
import { marks } from "../../../static/js/search/snippets.js";
import { canonical, stem } from "../../../static/js/search/units.js";

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const CASES = read("../../search/cases.json");
learn(read("../../../duizhao/search/simplified.json"));

const shown = ({ text, stem: stemmed }) => (stemmed === null ? text : `~${stemmed}`);

for (const [text, folded] of CASES.folded) {
  test(`${JSON.stringify(text)} folds to “${folded}”`, () => assert.equal(fold(text), folded));
}

for (const [text, units] of CASES.canonical) {
  test(`${JSON.stringify(text)} is the units “${units}”`, () => assert.equal(canonical(text), units));
}

for (const [word, stemmed] of CASES.stems) {
  test(`“${word}” has the stem “${stemmed}”`, () => assert.equal(stem(word), stemmed));
}

for (const [text, allOf, without] of CASES.queries) {
  test(`the query ${text} is read`, () => {
    const query = parse(text);
    assert.deepEqual(query.allOf.map((group) => group.map(shown)), allOf);
    assert.deepEqual(query.without.map(shown), without);
  });
}

for (const [text, terms] of CASES.terms) {
  test(`the query ${text} is looked up by its terms`, () => assert.deepEqual(parse(text).allOf[0][0].terms, terms));
}

for (const [text, texts, expected] of CASES.holds) {
  test(`${texts} ${expected ? "holds" : "does not hold"} ${text}`, () => {
    assert.equal(holds(texts.map(canonical), parse(text)), expected);
  });
}

for (const [text, block, marked] of CASES.marks) {
  test(`in ${block} the hits of ${text} are marked`, () => {
    assert.deepEqual(marks(block, wantedOf(parse(text))).map(([start, end]) => block.slice(start, end)), marked);
  });
}

for (const [text, first, expected] of CASES.postings) {
  test(`the postings ${text} are read`, () => {
    assert.deepEqual(postings(text, first).map((posting) => [posting >> 2, posting & 3]), expected);
  });
}

for (const [count, holding, weight] of CASES.rarity) {
  test(`a term that ${holding} of ${count} articles hold weighs ${weight}`, () => assert.equal(rarity(count, holding), weight));
}
