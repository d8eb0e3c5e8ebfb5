/* What a text is found by, as duizhao/search/terms.py has it: it is a row of units, Han characters and words.
   No DOM in here. */

import { EnglishStemmer } from "../snowball/english_stemmer.js";
import { foldSign } from "./folding.js";

const LONGEST_WORD = 64;

/** Han characters, letters and digits of all other scripts, white space: for the brackets of a regular expression. */
export const HAN =
  "\\u2e80-\\u2fdf\\u3005\\u3007\\u3021-\\u3029\\u3038-\\u303b\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{323af}";
const LETTERS =
  "0-9a-z\\u00df-\\u00f6\\u00f8-\\u02af\\u0370-\\u1fff\\u2c00-\\u2dff\\u3041-\\u30fa\\u30fc-\\u30ff\\u3105-\\u312f\\ua000-\\ud7ff";
export const WHITE =
  "\\t-\\r \\u00a0\\u1680\\u2000-\\u200b\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";

const UNIT = new RegExp(`([${HAN}])|[${LETTERS}]+(?:'[${LETTERS}]+)*`, "gu");
const BLANK = new RegExp(`^[${WHITE}]*$`, "u");
const WORD = new RegExp(`[^${HAN} |]+`, "gu");
const STEMMED = /^[a-z']+$/;

const stemmer = new EnglishStemmer();
const stems = new Map();

/** Take the ending off a folded English word; other words and numbers stay as they are. */
export function stem(word) {
  let found = stems.get(word);
  if (found === undefined) {
    const short = first(word, LONGEST_WORD);
    found = STEMMED.test(short) ? stemmer.stemWord(short) : short;
    stems.set(word, found);
  }
  return found;
}

/** Write a text as its units: Han characters as they are, each word between spaces, `|` for what parts Han from Han. */
export function canonical(text) {
  return placed(text).units;
}

/**
 * Write a text as its units, and say for each sign of the result where its unit stands in the text.
 * @returns {{units: string, places: [number, number][]}}
 */
export function placed(text) {
  const { folded, origin } = foldedWithOrigin(text);
  const places = [];
  let units = "";
  let before = "";
  let end = 0;
  for (const { 0: found, 1: han, index } of folded.matchAll(UNIT)) {
    const between = folded.slice(end, index);
    end = index + found.length;
    const unit = han ? hanUnit(found, before, between) : `${before === "word" ? "" : " "}${first(found, LONGEST_WORD)} `;
    before = han ? "han" : "word";
    const place = [origin[index].start, origin[end - 1].end];
    for (let n = 0; n < unit.length; n += 1) places.push(place);
    units += unit;
  }
  return { units, places };
}

/** The words among units, with the places where they begin. */
export function wordsOf(units) {
  return units.matchAll(WORD);
}

/** The first so many signs of a text, those outside the Basic Multilingual Plane counted as one. */
export function first(text, count) {
  return text.length <= count ? text : [...text.slice(0, 2 * count)].slice(0, count).join("");
}

function hanUnit(han, before, between) {
  return before === "han" && !BLANK.test(between) ? `|${han}` : han;
}

function foldedWithOrigin(text) {
  const origin = [];
  let folded = "";
  let start = 0;
  for (const sign of text) {
    const end = start + sign.length;
    const piece = foldSign(sign);
    for (let n = 0; n < piece.length; n += 1) origin.push({ start, end });
    folded += piece;
    start = end;
  }
  return { folded, origin };
}
