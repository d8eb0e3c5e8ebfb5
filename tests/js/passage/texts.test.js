import assert from "node:assert/strict";
import { test } from "node:test";

import { quoted } from "../../../static/js/passage/texts.js";

const side = (lang, text, breaks = [0]) => ({ lang, text, breaks });

const HEADLINE = { number: 1, sides: [side("zh", "丰收"), side("en", "A Harvest")], beads: [] };
const MARKED = {
  number: 2,
  sides: [side("zh", "一。二。三。"), side("en", "One. Two. ")],
  beads: [[[0, 2], [0, 5]], [[2, 4], [5, 10]], [[4, 6], null]],
};
const VERSE = { number: 7, sides: [side("zh", "山高水长", [0, 2]), side("en", "High hills Long rivers", [0, 11])], beads: [] };
const ALONE = { number: 8, sides: [side("zh", "尾。"), { lang: undefined, text: "", breaks: [] }], beads: [] };

const zh = (start, end) => ({ side: 0, start, end });
const en = (start, end) => ({ side: 1, start, end });

/** Passages, what is touched first and last; and the numbers, the address and the texts that come of it. */
const CASES = {
  "a passage as a whole": [[MARKED], undefined, undefined, "2", "#p2", ["一。二。三。", "One. Two."]],
  "some signs of a sentence": [[MARKED], en(6, 8), en(6, 8), "2", "#p2s2", ["二。", "Two."]],
  "the last sign of one and the first of the next": [[MARKED], zh(1, 3), zh(1, 3), "2", "#p2", ["一。二。", "One. Two."]],
  "from one text into the other": [[MARKED], zh(3, 6), en(0, 2), "2", "#p2", ["一。二。", "One. Two."]],
  "a sentence without partner": [[MARKED], zh(4, 5), zh(4, 5), "2", "#p2s3", ["三。"]],
  "every sentence": [[MARKED], zh(0, 6), zh(0, 6), "2", "#p2", ["一。二。三。", "One. Two."]],
  "some signs of a passage without marks": [[HEADLINE], en(0, 1), en(0, 1), "1", "#p1", ["丰收", "A Harvest"]],
  "a passage of several lines": [[VERSE], undefined, undefined, "7", "#p7", ["山高|水长", "High hills|Long rivers"]],
  "a passage of one text": [[ALONE], undefined, undefined, "8", "#p8", ["尾。"]],
  "from inside one passage into another": [[MARKED, VERSE], en(6, 8), zh(0, 1), "2–7", "#p2", ["二。三。|山高|水长", "Two.|High hills|Long rivers"]],
  "up to inside a passage": [[HEADLINE, MARKED], zh(0, 1), zh(0, 1), "1–2", "#p1", ["丰收|一。", "A Harvest|One."]],
  "a whole passage between two others": [[HEADLINE, MARKED, ALONE], zh(0, 1), zh(0, 1), "1–8", "#p1", ["丰收|一。二。三。|尾。", "A Harvest|One. Two."]],
};

for (const [what, [passages, first, last, numbers, hash, texts]] of Object.entries(CASES)) {
  test(`${what} is quoted`, () => {
    const made = quoted(passages, first, last);
    assert.deepEqual([made.numbers, made.hash], [numbers, hash]);
    assert.deepEqual(made.texts.map(({ lines }) => lines.join("|")), texts);
  });
}

test("each text has its side and its language", () => {
  assert.deepEqual(quoted([MARKED]).texts.map(({ side, lang }) => [side, lang]), [[0, "zh"], [1, "en"]]);
});
