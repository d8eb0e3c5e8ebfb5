/* The same table holds the builder to it: tests/test_old_addresses.py. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { checksum, oldName } from "../../static/js/old_names.js";

const table = JSON.parse(readFileSync(new URL("old_names.json", import.meta.url), "utf-8"));

for (const [path, name, sum] of table) {
  test(`“${path}” is “${name}”, whose checksum is ${sum}`, () => {
    assert.equal(oldName(path), name);
    assert.equal(checksum(name), sum);
  });
}
