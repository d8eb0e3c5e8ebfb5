/* The same table holds the builder to it: tests/cite/test_table.py. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { STYLES, cite } from "../../static/js/citation.js";
import { bibtex, ris } from "../../static/js/reference_files.js";

const table = JSON.parse(readFileSync(new URL("citations.json", import.meta.url), "utf-8"));
const styles = Object.keys(STYLES);

for (const { items, cited, ...files } of table) {
  const [original, translation] = items;

  test(`${original.id} is cited in every style as the builder cites it`, () => {
    const said = items.flatMap((item) => styles.map((style) => ({ [style]: cite(style, item, item === original ? translation : undefined) })));
    assert.deepEqual(said, cited);
  });

  test(`${original.id} is described in files as the builder describes it`, () => {
    const other = (item) => items.find((one) => one !== item);
    assert.deepEqual(items.map((item) => ris(item, other(item))), files.ris);
    assert.deepEqual(items.map((item) => bibtex(item, other(item))), files.bibtex);
  });
}
