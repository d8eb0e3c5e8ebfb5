import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

import { compared, Index, openIndex } from "../../../static/js/search/index.js";
import { pageText } from "../../../static/js/search/page_text.js";

const DIRECTORY = {
  version: 2,
  articles: 5,
  folder: "search/numbers/",
  a_file: 32,
  first: "1953-07-06",
  days: [0, 2, 3, 3],
  pages: [1],
  firsts: ["grain", "食品"],
  names: ["v", "w"],
};
const FILES = {
  "search/index.json": { version: 2, directory: "d", folding: "f", articles: 5 },
  "search/d.gz": DIRECTORY,
  "search/f.gz": { traditional: "糧", simplified: "粮" },
  "search/v.gz": { firsts: ["grain", "粮食", "粮食", "粮食品"], names: ["a", "b", "c", "e"], long: { 粮食: [3, 0, 2] } },
  "search/w.gz": { firsts: ["食品"], names: ["g"], long: {} },
  "search/a.gz": { grain: "#", granari: "'" },
  "search/b.gz": { 粮食: "#$" },
  "search/c.gz": { 粮食: "&" },
  "search/e.gz": { 粮食品: "$" },
  "search/g.gz": { 食品: "%" },
  "search/numbers/0.gz": [{ url: "a" }, { url: "b" }],
};

function site(asked = [], pack = gzipSync) {
  return async (path) => {
    asked.push(path);
    if (!(path in FILES)) throw new Error(path);
    const bytes = new TextEncoder().encode(JSON.stringify(FILES[path]));
    return path.endsWith(".gz") ? pack(bytes) : bytes;
  };
}

const LISTS = [
  ["grain", [0]],
  ["granari", [4]],
  ["粮食", [0, 5, 11]],
  ["粮食品", [1]],
  ["食品", [2]],
  ["aaa", []],
  ["食物", []],
  ["zzz", []],
  ["__proto__", []],
];

for (const pack of [gzipSync, (bytes) => bytes]) {
  test(`postings are found in ${pack === gzipSync ? "compressed" : "unpacked"} shards`, async () => {
    const index = await openIndex(site([], pack));
    for (const [term, list] of LISTS) assert.deepEqual(await index.list(term), list, term);
  });
}

test("a shard is fetched once, and anew where that failed", async () => {
  const asked = [];
  const index = await openIndex(site(asked));
  await index.postings(["grain", "granari", "grain"]);
  assert.equal(asked.filter((path) => path === "search/a.gz").length, 1);
  delete FILES["search/numbers/0.gz"];
  await assert.rejects(index.article(0));
  FILES["search/numbers/0.gz"] = [{ url: "a" }];
  assert.deepEqual(await index.article(0), { url: "a" });
});

test("only what is not named for what is in it may change", async () => {
  const may = [];
  const index = await openIndex(async (path, mayChange) => {
    if (mayChange) may.push(path);
    return site()(path);
  });
  await index.postings(["grain", "粮食"]);
  await index.article(0);
  assert.deepEqual(may, ["search/index.json", "search/numbers/0.gz"]);
});

test("an index of no terms has no postings", async () => {
  const empty = { ...DIRECTORY, firsts: [], names: [] };
  const index = new Index("d", async () => assert.fail(), empty);
  assert.deepEqual(await index.list("grain"), []);
  assert.deepEqual(await index.startingWith("gra"), []);
});

test("terms are found by how they begin", async () => {
  const index = await openIndex(site());
  assert.deepEqual(await index.startingWith("gra"), ["grain", "granari"]);
  assert.deepEqual(await index.startingWith("zz"), []);
});

test("days are ranges of articles", async () => {
  const index = await openIndex(site());
  assert.deepEqual(index.between("", ""), [0, 5]);
  assert.deepEqual(index.between("1953-07-07", ""), [2, 5]);
  assert.deepEqual(index.between("", "1953-07-08"), [0, 2]);
  assert.deepEqual(index.between("1953-07-09", "1953-07-06"), [2, 2]);
});

test("an index of another version is not read", async () => {
  const other = async () => new TextEncoder().encode('{"version": 3}');
  await assert.rejects(openIndex(other), /version 3/);
});

test("terms are compared by code points, those outside the first plane last", () => {
  const sorted = ["", "a", "ab", "b", "粮", "粮食", "\uf900", "\u{20000}"];
  for (const [n, one] of sorted.entries()) {
    for (const [m, other] of sorted.entries()) assert.equal(Math.sign(compared(one, other)), Math.sign(n - m));
  }
});

const PAGES = [
  ["", { headline: [], blocks: [] }],
  ["<h1>a", { headline: [], blocks: [] }],
  [
    '<article><header><h1><span lang=zh>新<br>桥</span></h1><div class="deck"><p>副题</p></div><p>Date</p></header><div id=p2 data-s=1><a href=#p2>2</a><p lang=zh>甲&amp;<em>乙</em></p><p class=remark>no</p></div><section><h2>Notes</h2></section></article>',
    { headline: ["新 桥", "副题"], blocks: [{ passage: 2, text: "甲&乙" }, { passage: 0, text: "Notes" }] },
  ],
];

for (const [html, read] of PAGES) {
  test(`the page ${html.slice(0, 20) || "of nothing"} is read`, () => assert.deepEqual(pageText(html), read));
}
