import assert from "node:assert/strict";
import { test } from "node:test";

import { addressOf, asked, isAnything, queryOf } from "../../../static/js/search/address.js";

const PAGE = "https://archive.example/a/search.html";
const NOTHING = { q: "", from: "", to: "", page: "", author: "", column: "", sort: "relevance" };

test("an address holds a whole search, and gives it back", () => {
  const wanted = { ...NOTHING, q: '缺粮 -"a&b"', from: "1954-01-01", page: "3", author: "林 木", sort: "newest" };
  assert.deepEqual(asked(addressOf(PAGE, wanted)), wanted);
});

test("what is not asked for is not in the address", () => {
  assert.equal(addressOf(`${PAGE}?q=a&x=1#p3`, { ...NOTHING, q: " " }), PAGE);
});

for (const bad of ["from=1954", "to=x", "page=0", "page=1000", "page=-1", "sort=best", "unknown=1"]) {
  test(`${bad} in an address is passed over`, () => assert.deepEqual(asked(`${PAGE}?${bad}`), NOTHING));
}

test("an order alone asks for nothing, a limit alone for all articles within it", () => {
  assert.equal(isAnything({ ...NOTHING, sort: "newest" }), false);
  assert.equal(isAnything({ ...NOTHING, page: "2" }), true);
});

const FROM = [
  ["https://archive.example/a/search.html?q=缺粮", "缺粮"],
  ["https://archive.example/a/search?q=a+b", "a b"],
  ["https://archive.example/a/search.html", ""],
  ["https://archive.example/a/1954/search.html?q=a", ""],
  ["https://archive.example/search.html?q=a", ""],
  ["https://elsewhere.example/a/search.html?q=a", ""],
  ["", ""],
];

for (const [referrer, query] of FROM) {
  test(`who comes from ${referrer || "nowhere"} searched for “${query}”`, () => {
    assert.equal(queryOf(referrer, "https://archive.example/a/"), query);
  });
}
