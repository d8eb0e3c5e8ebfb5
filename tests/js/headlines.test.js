import assert from "node:assert/strict";
import { test } from "node:test";

import { find, fold, haystack, inOrder, merged, pieces, queryWords } from "../../static/js/headlines.js";

const FOLDED = [
  ["Cooperatives", "cooperatives"],
  ["ＡＢＣ１２３", "abc123"],
  ["１９５４", "1954"],
  ["Lǐ Chūnhuá", "li chunhua"],
  ["J.A. Møtzfeldt", "j.a. motzfeldt"],
  ["People’s “Daily”", "people's \"daily\""],
  ["农业社　六十万", "农业社 六十万"],
  ["（外一首）", "(外一首)"],
];

for (const [text, expected] of FOLDED) {
  test(`“${text}” folds to “${expected}”`, () => assert.equal(fold(text), expected));
}

test("a query is cut at white space of any width", () => {
  assert.deepEqual(queryWords("  农业社　Cooperatives\tXinhua "), ["农业社", "cooperatives", "xinhua"]);
  assert.deepEqual(queryWords(" 　 "), []);
});

const ARTICLES = [
  { url: "a", date: "1949-10-01", page: 1, title: { zh: "新的歌", en: "A New Song" }, author: { zh: "王小明", en: "Wang Xiaoming" } },
  { url: "b", date: "1954-12-24", page: 1, title: { zh: "水果到了", en: "Fruit Arrives" }, column: { zh: "社论", en: "Editorial" } },
  { url: "c", date: "1954-12-24", page: 2, title: { zh: "新的水果" } },
  { url: "d", date: "1954-12-24", title: { en: "New Year’s Song" } },
];
const ROWS = ARTICLES.map((article) => ({ article, text: haystack(article) }));
const urls = (query, order = "oldest") => find(ROWS, queryWords(query), order).map(({ url }) => url).join("");

const FOUND = [
  ["新的", "ac"],
  ["song", "ad"],
  ["SONG new", "ad"],
  ["新 song", "a"],
  ["xiaoming", "a"],
  ["王小明 song", "a"],
  ["社论 fruit", "b"],
  ["year's", "d"],
  ["zeppelin", ""],
  ["新 zeppelin", ""],
  ["", ""],
];

for (const [query, expected] of FOUND) {
  test(`“${query}” finds “${expected}”`, () => assert.equal(urls(query), expected));
}

test("a word does not reach from one text into the next", () => assert.equal(urls("songwang"), ""));

test("the newest come first when asked for, each day in the paper's order", () => {
  assert.equal(urls("新的 ", "newest"), "ca");
  assert.equal(find(ROWS, queryWords("e"), "newest").map(({ url }) => url).join(""), "bda");
});

for (const order of ["newest", "oldest"]) {
  for (const cut of [0, 1, 4]) {
    test(`what two parts hold is found as in one, ${order} first, cut at ${cut}`, () => {
      const [first, second] = [ROWS.slice(0, cut), ROWS.slice(cut)].map((rows) => find(rows, ["e"], order));
      const all = find(ROWS, ["e"], order);
      assert.deepEqual(merged(first, second, order), all);
      assert.deepEqual(merged(second, first, order), all);
    });
  }
}

test("the parts of a large archive are loaded from the end that is shown first", () => {
  const parts = [{ year: 1949 }, { year: 1966 }, { year: 1954 }];
  assert.deepEqual(inOrder(parts, "newest").map(({ year }) => year), [1966, 1954, 1949]);
  assert.deepEqual(inOrder(parts, "oldest").map(({ year }) => year), [1949, 1954, 1966]);
});

/** Hits in brackets. */
const marked = (text, query) => pieces(text, queryWords(query)).map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece)).join("");

const MARKED = [
  ["A New Song", "new", "A [New] Song"],
  ["新的水果", "水果", "新的[水果]"],
  ["水果和水果", "水果", "[水果]和[水果]"],
  ["Lǐ Chūnhuá", "chunhua", "Lǐ [Chūnhuá]"],
  ["ＡＢＣ", "b", "Ａ[Ｂ]Ｃ"],
  ["Straße", "strasse", "[Straße]"],
  ["𠀀新的", "新", "𠀀[新]的"],
  ["a song, a song", "song a", "[a] [song], [a] [song]"],
  ["<b>", "b", "<[b]>"],
  ["nothing", "zeppelin", "nothing"],
  ["", "a", ""],
];

for (const [text, query, expected] of MARKED) {
  test(`“${query}” in “${text}” is marked “${expected}”`, () => assert.equal(marked(text, query), expected));
}

test("marking loses no character", () => {
  for (const text of ["Ǆungla ﬁre ⅸ 한국 Å", "…——（藏族民歌二首）"]) {
    assert.equal(pieces(text, queryWords("f i 二 a")).map(({ text: piece }) => piece).join(""), text);
  }
});
