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
    `— “New Bridge Opens to Traffic,” 读者来信, trans. machine, River Valley Daily, February 28, 1977, p. 3, ${ADDRESS}. [Machine translation]`,
  ]);
});

test("a Chinese style says in Chinese that a machine translated", () => {
  const [, original, , , , translation] = quoted({}, { style: "gbt-2015" });
  assert.equal(original, `— 新桥通车[N/OL]. 河谷日报, 1977-02-28(3). ${ADDRESS}.`);
  assert.equal(translation, `— New Bridge Opens to Traffic[N/OL]. River Valley Daily, 1977-02-28(3). ${ADDRESS}.［机器翻译］`);
});

test("a translation by a person is called nothing else", () => {
  assert.ok(!quoted({}, { isMachine: false }).at(-1).includes("Machine"));
});

test("several passages are named by their numbers", () => {
  const lines = quoted({ numbers: "4–6" });
  assert.ok(lines[1].endsWith(" [¶4–6]"));
  assert.ok(lines.at(-1).endsWith(" [¶4–6; Machine translation]"));
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
