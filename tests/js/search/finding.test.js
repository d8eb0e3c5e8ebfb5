import assert from "node:assert/strict";
import { test } from "node:test";

import { Search } from "../../../static/js/search/finding.js";
import { parse } from "../../../static/js/search/query.js";

const index = { article: async (number) => ({ url: `${number}` }) };
const HOLDING = "<article><header><h1>甲乙丙</h1></header></article>";
const OTHER = "<article><header><h1>乙丙甲</h1></header></article>";

/** A search over so many articles; gives each page that is asked for when it is told to. */
function searching(count) {
  const asked = new Map();
  const page = (url) => new Promise((resolve, reject) => asked.set(Number(url), { resolve, reject }));
  const order = Array.from({ length: count }, (_, number) => number);
  const found = new Search(index, page, parse("甲乙丙"), order);
  const give = (number, html) => asked.get(number).resolve(html);
  return { found, asked, give };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));
const number = ({ value }) => value.number;

test("a hit is there as soon as its page is, and not before one that comes first", async () => {
  const { found, give } = searching(3);
  const hits = found.next(10);
  const first = hits.next();
  await settled();
  give(1, HOLDING);
  const isEarly = await Promise.race([first.then(() => true), settled().then(() => false)]);
  assert.equal(isEarly, false);
  give(0, HOLDING);
  assert.equal(number(await first), 0);
  assert.equal(number(await hits.next()), 1);
  assert.deepEqual(found.count, { n: 3, isExact: false });
});

test("for each article that does not hold what is wanted one more is looked at, and no more than are shown", async () => {
  const { found, asked, give } = searching(30);
  const hits = found.next(10);
  const first = hits.next();
  await settled();
  assert.equal(asked.size, 10);
  give(0, OTHER);
  await settled();
  assert.equal(asked.size, 11);
  give(1, HOLDING);
  assert.equal(number(await first), 1);
  for (let n = 2; n <= 10; n += 1) {
    give(n, HOLDING);
    assert.equal(number(await hits.next()), n);
  }
  assert.equal((await hits.next()).done, true);
  assert.equal(asked.size, 11);
  assert.deepEqual(found.count, { n: 29, isExact: false });
});

test("the next hits go on where the last ones ended, and at the end the count is exact", async () => {
  const { found, give } = searching(3);
  const first = found.next(2);
  const begun = first.next();
  await settled();
  give(0, HOLDING);
  give(1, HOLDING);
  await begun;
  await first.next();
  await first.next();
  const rest = found.next(2);
  const last = rest.next();
  await settled();
  give(2, HOLDING);
  assert.equal(number(await last), 2);
  assert.equal((await rest.next()).done, true);
  assert.deepEqual(found.count, { n: 3, isExact: true });
});

test("a page that cannot be had takes no hit away that comes before it", async () => {
  const { found, asked, give } = searching(2);
  const hits = found.next(10);
  const first = hits.next();
  await settled();
  asked.get(1).reject(new Error("gone"));
  await settled();
  give(0, HOLDING);
  assert.equal(number(await first), 0);
  await assert.rejects(hits.next(), /gone/);
});
