/* What is asked for, as duizhao/search/query.py reads it: words, phrases in quotation marks, what must not be there, and
   what may stand for one another. No DOM in here. */

import { canonical, first, HAN, stem, WHITE, wordsOf } from "./units.js";

const LONGEST_QUERY = 200;
const MOST_TERMS = 32;

const QUOTES = '"“”„＂';
const TOKEN = new RegExp(`([-－−–]?)(?:[${QUOTES}]([^${QUOTES}]*)[${QUOTES}]?|([^${WHITE}${QUOTES}]+))`, "gu");
const OR = new Set(["OR", "|", "｜"]);
const TERM = new RegExp(`([${HAN}]+)|([^${HAN} |]+)`, "gu");
const ONE_WORD = new RegExp(`^ [^${HAN} |]+ $`, "u");
const SHORT_HAN = new RegExp(`^[${HAN}]{1,2}$`, "u");

/**
 * @typedef {Object} Wanted a word or a phrase
 * @property {string} text its units
 * @property {string|null} stem of a word that is found in any of its forms
 * @property {boolean} isExact all articles that have its terms hold it
 * @property {string[]} terms those of each article that holds it
 */

/**
 * Read a query. There is no wrong one: signs that mean nothing are passed over.
 * @returns {{allOf: Wanted[][], without: Wanted[]}} one of each of `allOf` must be there, and nothing of `without`
 */
export function parse(text) {
  const allOf = [];
  const without = [];
  let isOr = false;
  for (const [, minus, phrase, word] of first(text, LONGEST_QUERY).matchAll(TOKEN)) {
    if (OR.has(word) && !minus) {
      isOr = allOf.length > 0;
      continue;
    }
    const wanted = makeWanted(phrase || word || "", Boolean(word));
    if (!wanted) continue;
    if (minus) without.push(wanted);
    else if (isOr) allOf.at(-1).push(wanted);
    else allOf.push([wanted]);
    isOr = false;
  }
  return { allOf, without };
}

/** Everything that may be there, to be marked. */
export function wantedOf(query) {
  return query.allOf.flat();
}

/** Does the index alone know the answer? */
export function isExact(query) {
  return [...query.allOf.flat(), ...query.without].every((wanted) => wanted.isExact);
}

/** Is nothing asked for, or nothing but signs that are no words? */
export function isBlank(query) {
  return !query.allOf.length && !query.without.length;
}

/** Do the texts of an article, written as units, hold what is asked for? */
export function holds(texts, query) {
  const all = [...query.allOf.flat(), ...query.without];
  const needsStems = all.some((wanted) => wanted.stem !== null);
  const stems = new Set(needsStems ? texts.flatMap((text) => [...wordsOf(text)].map(([word]) => stem(word))) : []);
  const isThere = (wanted) =>
    wanted.stem === null ? texts.some((text) => text.includes(wanted.text)) : stems.has(wanted.stem);
  return query.allOf.every((group) => group.some(isThere)) && !query.without.some(isThere);
}

function makeWanted(text, isWord) {
  const units = canonical(text);
  if (!units) return null;
  const stemmed = isWord && ONE_WORD.test(units) ? stem(units.trim()) : null;
  return {
    text: units,
    stem: stemmed,
    isExact: stemmed !== null || SHORT_HAN.test(units),
    terms: [...new Set(termsOf(units))].slice(0, MOST_TERMS),
  };
}

function* termsOf(units) {
  for (const [, han, word] of units.matchAll(TERM)) {
    if (word) {
      yield stem(word);
      continue;
    }
    const signs = [...han];
    if (signs.length === 1) yield han;
    for (let n = 1; n < signs.length; n += 1) yield signs[n - 1] + signs[n];
  }
}
