import assert from "node:assert/strict";
import { test } from "node:test";

import { firstView, withView } from "../../static/js/view.js";

const ARTICLE = "https://archive.example/1954/12/24/1-7q3fk.html";

const FIRST = [
  ["", null, "both"],
  ["", "zh", "zh"],
  ["?view=en", "zh", "en"],
  ["?view=both", "zh", "both"],
  ["?view=nonsense", "en", "en"],
  ["?view=nonsense", "nonsense", "both"],
  ["?view=__proto__", null, "both"],
  ["?other=zh", null, "both"],
  ["?view=zh#p3", null, "zh"],
];

for (const [asked, kept, view] of FIRST) {
  test(`“${asked}” with “${kept}” kept shows ${view}`, () => assert.equal(firstView(ARTICLE + asked, kept), view));
}

const SHARED = [
  ["", "zh", "?view=zh"],
  ["#p3", "en", "?view=en#p3"],
  ["?view=en#p3", "zh", "?view=zh#p3"],
  ["?view=en", "both", ""],
  ["?a=1&view=en", "both", "?a=1"],
];

for (const [before, view, after] of SHARED) {
  test(`the address “${before}” in the view ${view} is “${after}”`, () => {
    assert.equal(withView(ARTICLE + before, view), ARTICLE + after);
  });
}
