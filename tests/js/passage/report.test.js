import assert from "node:assert/strict";
import { test } from "node:test";

import { newIssue } from "../../../static/js/passage/report.js";

const KEYS = ["permalink", "source", "cite.original", "cite.translation", "passage.wrong"];
const SAID = Object.fromEntries(["en", "zh"].map((language) => [language, Object.fromEntries(KEYS.map((key) => [key, `${language}:${key}`]))]));
const ABOUT = {
  title: "¶3 New Bridge",
  passage: "archive.example/1953/07/06/3-k0000.html#p3",
  file: "1953/新桥.md",
  texts: [{ side: 0, lines: ["一。", "二。"] }, { side: 1, lines: ["One & two."] }],
};

/** The address of a source file, and the page of a new issue with the names of its fields; null where there is none. */
const HOSTS = [
  ["https://github.com/a/b/blob/main/content/x.md", "https://github.com/a/b/issues/new", "title", "body"],
  ["https://github.com/a/b/raw/main/x.md", "https://github.com/a/b/issues/new", "title", "body"],
  ["https://gitlab.com/a/b/c/-/blob/main/x.md", "https://gitlab.com/a/b/c/-/issues/new", "issue[title]", "issue[description]"],
  ["https://codeberg.org/a/b/src/branch/main/x.md", "https://codeberg.org/a/b/issues/new", "title", "body"],
  ["https://host.example/git/a/b/src/commit/0f/x.md", "https://host.example/git/a/b/issues/new", "title", "body"],
  ["https://host.example/files/x.md", null],
  ["https://host.example/blob/x.md", null],
  ["https://raw.example/a/b/main/blob/x.md", null],
];

for (const [source, page, title, body] of HOSTS) {
  test(`from ${source} a report goes to ${page}`, () => {
    const made = newIssue(source, ABOUT, SAID);
    if (!page) return assert.equal(made, null);
    const address = new URL(made);
    assert.equal(address.origin + address.pathname, page);
    assert.deepEqual([...address.searchParams.keys()], [title, body]);
    assert.equal(address.searchParams.get(title), "¶3 New Bridge");
  });
}

const issue = (about) => new URL(newIssue(HOSTS[0][0], { ...ABOUT, ...about }, SAID));

test("a report holds the passage's address, the file and both texts, labelled in both languages", () => {
  assert.equal(
    issue().searchParams.get("body"),
    `**en:permalink · zh:permalink** ${ABOUT.passage}

**en:source · zh:source** ${ABOUT.file}

**en:cite.original · zh:cite.original**

> 一。
> 二。

**en:cite.translation · zh:cite.translation**

> One & two.

**en:passage.wrong · zh:passage.wrong**

`,
  );
});

test("long texts are shortened until the address is one that hosts take", () => {
  const lines = [["丰𠮷".repeat(5_000)], ["Harvest. ".repeat(5_000)]];
  const made = issue({ title: "丰".repeat(5_000), texts: lines.map((each, side) => ({ side, lines: each })) });
  const [, zh, en] = /^> (丰[丰𠮷]+)…$[^>]*^> (Harvest.*)…$/ms.exec(made.searchParams.get("body"));
  assert.ok(made.href.length <= 6_000);
  assert.ok(zh.length > 50 && en.length > 500, `${zh.length}, ${en.length}`);
});

test("a short text stays whole beside a long one", () => {
  const body = issue({ texts: [{ side: 0, lines: ["短。"] }, { side: 1, lines: ["Long. ".repeat(5_000)] }] }).searchParams.get("body");
  assert.ok(body.includes("> 短。\n"));
});
