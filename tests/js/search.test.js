/* The search page over as little of a browser as it needs. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";

const UNTIL_SEARCHED = 250; // milliseconds: more than the pause after a keystroke
const KEYS = ["search.found", "search.found.none", "search.loading", "search.failed", "date.plain", "page.unknown"];
const WORDS = Object.fromEntries(KEYS.map((key) => [key, key]));

class Fake {
  dataset = {};
  children = [];
  hidden = false;
  listeners = {};

  append(...children) {
    this.children.push(...children);
  }

  replaceChildren(...children) {
    this.children = children;
  }

  addEventListener(kind, listener) {
    this.listeners[kind] = listener;
  }

  querySelector() {
    return (this.inner ??= new Fake());
  }

  focus() {}
}

let answers;
let asked;
globalThis.location = { href: "https://archive.example/search.html" };
globalThis.history = { replaceState() {} };
globalThis.document = { documentElement: { lang: "en" }, createElement: () => new Fake() };
globalThis.fetch = async (path) => {
  if (String(path).endsWith("strings.json")) {
    if (!answers.strings) throw new TypeError("no network");
    return { ok: true, json: async () => answers.strings };
  }
  asked.push(path);
  const answer = await answers[path];
  return { ok: answer !== undefined, status: 404, json: async () => answer };
};

const { default: enhance } = await import("../../static/js/search.js");
const { hush, load, say } = await import("../../static/js/interface.js");

function part(year) {
  return { articles: [{ url: `${year}`, date: `${year}-01-01`, title: { en: "Song" } }] };
}

beforeEach(() => {
  asked = [];
  answers = {
    strings: { en: WORDS, zh: WORDS },
    "search.json": { parts: [1949, 1954].map((year) => ({ year, url: `search/${year}.json` })) },
    "search/1949.json": part(1949),
    "search/1954.json": part(1954),
  };
});

/** Open the page; gives its elements by their selectors. */
async function opened() {
  const elements = {};
  const at = (name) => (elements[name] ??= new Fake());
  Object.assign(at("form"), { q: Object.assign(new Fake(), { value: "" }), sort: { value: "newest" } });
  enhance({ dataset: {}, querySelector: at });
  await wait(20);
  return at;
}

async function type(at, query) {
  at("form").q.value = query;
  at("form").listeners.input();
  await wait(UNTIL_SEARCHED);
}

const urls = (at) => at(".results").children.map(({ children: [link] }) => link.href);

test("words that could not be loaded are asked for again", async () => {
  const { strings } = answers;
  delete answers.strings;
  await assert.rejects(load());
  answers.strings = strings;
  assert.equal(await load(), strings);
});

test("every part is fetched once, and what it holds is shown in order", async () => {
  const at = await opened();
  await type(at, "song");
  await type(at, "son");
  assert.deepEqual(asked, ["search.json", "search/1954.json", "search/1949.json"]);
  assert.deepEqual(urls(at), ["1954", "1949"]);
  assert.deepEqual({ ...at("[role=status]").dataset }, { t: "search.found", n: 2 });
});

test("a further part adds to the results and leaves those that are there", async () => {
  const at = await opened();
  const results = at(".results");
  const lost = [];
  results.replaceChildren = () => {
    lost.push(...results.children);
    results.children = [];
  };
  await type(at, "song");
  assert.deepEqual(urls(at), ["1954", "1949"]);
  assert.deepEqual(lost, []);
});

test("a part that comes after the order was changed is put in its place", async () => {
  let arrive;
  answers["search/1949.json"] = new Promise((resolve) => (arrive = () => resolve(part(1949))));
  const at = await opened();
  await type(at, "song");
  assert.deepEqual(urls(at), ["1954"]);
  at("form").sort.value = "oldest";
  await type(at, "song");
  arrive();
  await wait(20);
  assert.deepEqual(urls(at), ["1949", "1954"]);
});

test("without a query nothing is said, in no language", async () => {
  const at = await opened();
  await type(at, "song");
  await type(at, "");
  assert.deepEqual({ ...at("[role=status]").dataset }, {});
  assert.equal(at("[role=status]").textContent, "");
  assert.deepEqual(urls(at), []);
});

test("what could not be loaded is tried again by the next search", async () => {
  const at = await opened();
  answers["search/1949.json"] = undefined;
  await type(at, "song");
  assert.equal(at(".offline").hidden, false);
  assert.equal(at(".progress").hidden, true);
  answers["search/1949.json"] = part(1949);
  await type(at, "son");
  assert.equal(at(".offline").hidden, true);
  assert.deepEqual(urls(at), ["1954", "1949"]);
  assert.equal(at("[role=status]").dataset.n, 2);
});

test("words that were hushed are not put back by the switch", () => {
  const element = say(new Fake(), { count: "{n} articles" }, "count", { n: 12 });
  assert.equal(element.textContent, "12 articles");
  hush(element);
  assert.deepEqual([{ ...element.dataset }, element.textContent], [{}, ""]);
});
