import assert from "node:assert/strict";
import { test } from "node:test";

import { histogram } from "../../../static/js/search/histogram.js";

const DAYS = [
  { day: "1946-05-15", end: 2 },
  { day: "1948-02-28", end: 3 },
  { day: "1948-04-30", end: 6 },
];

test("articles of several years are counted by year, empty years among them", () => {
  assert.deepEqual(histogram([4, 0, 2, 1], DAYS), [
    { name: "1946", from: "1946-01-01", to: "1946-12-31", n: 2 },
    { name: "1947", from: "1947-01-01", to: "1947-12-31", n: 0 },
    { name: "1948", from: "1948-01-01", to: "1948-12-31", n: 2 },
  ]);
});

test("articles of one year are counted by month, which ends with its last day", () => {
  assert.deepEqual(histogram([2, 5, 3], DAYS), [
    { name: "1948-02", from: "1948-02-01", to: "1948-02-29", n: 1 },
    { name: "1948-03", from: "1948-03-01", to: "1948-03-31", n: 0 },
    { name: "1948-04", from: "1948-04-01", to: "1948-04-30", n: 2 },
  ]);
});

test("a February of a common year has 28 days", () => {
  const [{ to }] = histogram([0], [{ day: "1900-02-03", end: 1 }]);
  assert.equal(to, "1900-02-28");
});

test("no articles, no bars", () => assert.deepEqual(histogram([], DAYS), []));
