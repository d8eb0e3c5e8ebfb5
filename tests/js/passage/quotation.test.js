import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { entries, plain, quotation } from "../../../static/js/passage/quotation.js";

const [{ items: ITEMS }] = JSON.parse(readFileSync(new URL("../citations.json", import.meta.url), "utf-8"));
const SAID = { en: { "translation.machine": "Machine translation" }, zh: { "translation.machine": "机器翻译" } };
const ADDRESS = "archive.example/1977/02/28/3-k0000.html#p4";
const PASSAGE = {
  numbers: "4",
  texts: [{ side: 0, lang: "zh-Hans", lines: ["一。"] }, { side: 1, lang: "en", lines: ["One.", "Two."] }],
};
const SOURCE = { items: ITEMS, style: "chicago", isMachine: true, title: "New Bridge 新桥", address: ADDRESS };

const quoted = (passage = {}, source = {}) => plain(quotation({ ...PASSAGE, ...passage }, { ...SOURCE, ...source }, SAID)).split("\n");

test("each text has its own reference, with the address of the passage", () => {
  assert.deepEqual(quoted(), [
    "一。",
    `— “Xin qiao tongche 新桥通车 [New Bridge Opens to Traffic],” 读者来信, Hegu Ribao 河谷日报 [River Valley Daily], February 28, 1977, p. 3, ${ADDRESS}.`,
    "",
    "One.",
    "Two.",
    `— “New Bridge Opens to Traffic,” machine translation, 读者来信, River Valley Daily, February 28, 1977, p. 3, ${ADDRESS}.`,
  ]);
});

test("a reference in a style that tells of no translator says behind it that a machine translated", () => {
  const [, original, , , , translation] = quoted({}, { style: "gbt-2015" });
  assert.equal(original, `— 新桥通车[N/OL]. 河谷日报, 1977-02-28(3). ${ADDRESS}.`);
  assert.equal(translation, `— New Bridge Opens to Traffic[N/OL]. River Valley Daily, 1977-02-28(3). ${ADDRESS}.［机器翻译］`);
});

test("a machine that has a name is not told of twice", () => {
  const items = [ITEMS[0], { ...ITEMS[1], note: undefined, translator: [{ literal: "Program 7 (machine)" }] }];
  assert.ok(quoted({}, { items }).at(-1).endsWith(`trans. Program 7 (machine), River Valley Daily, February 28, 1977, p. 3, ${ADDRESS}.`));
});

test("a translation by a person is called nothing else", () => {
  assert.ok(!quoted({}, { isMachine: false, style: "gbt-2015" }).at(-1).includes("机器"));
});

test("several passages are named by their numbers", () => {
  const lines = quoted({ numbers: "4–6" });
  assert.ok(lines[1].endsWith(" [¶4–6]"));
  assert.ok(lines.at(-1).endsWith(" [¶4–6]"));
  assert.ok(quoted({ numbers: "4–6" }, { style: "gbt-2015" }).at(-1).endsWith("［¶4–6；机器翻译］"));
});

test("an original without translation is cited alone", () => {
  const [, reference, ...others] = quoted({ texts: [PASSAGE.texts[0]] }, { items: [ITEMS[0]] });
  assert.ok(reference.includes("“Xin qiao tongche 新桥通车,”"));
  assert.deepEqual(others, []);
});

test("where the entries are not to be had, the page's title and address are the reference", () => {
  const lines = quoted({}, { items: [] });
  assert.equal(lines[1], `— New Bridge 新桥, ${ADDRESS}`);
  assert.equal(lines.at(-1), `— New Bridge 新桥, ${ADDRESS} [Machine translation]`);
});

test("an article's entries are told from those of others of its issue", () => {
  const ids = ["1977-02-28-3-k0000", "1977-02-28-13-k0000", "1977-02-28-3-k0000-translation", "1977-02-28-3-k00001"];
  assert.deepEqual(entries(ids.map((id) => ({ id })), "3-k0000"), [{ id: ids[0] }, { id: ids[2] }]);
});
