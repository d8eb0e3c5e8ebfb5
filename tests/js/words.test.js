/* The same table holds the builder to it: tests/test_strings.py. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { compose, composeDate } from "../../static/js/words.js";

const table = JSON.parse(readFileSync(new URL("words.json", import.meta.url), "utf-8"));

for (const [key, fields, expected] of table.composed) {
  test(`${key} with ${JSON.stringify(fields)} is “${expected}”`, () => {
    assert.equal(compose(table.words, key, fields), expected);
  });
}

test("fields may come from the attributes of an element, as texts", () => {
  assert.equal(compose(table.words, "count", { n: "1" }), "1 article");
  assert.equal(compose(table.words, "count", { n: "12345" }), "12,345 articles");
  assert.equal(compose(table.words, "list", { i: "1" }), "second");
});

for (const [key, exact, expected] of table.dates) {
  test(`${exact} as a ${key} is “${expected}”`, () => {
    assert.equal(composeDate(table.words, key, exact), expected);
  });
}
