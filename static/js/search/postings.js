/* Whole numbers as characters, as duizhao/search/signs.py writes them. A posting is four times an article's number plus
   the level of the term in it; a list of them is sorted. No DOM in here. */

const FIRST = 0x23;
const BACKSLASH = 0x5c;
const SURROGATES = 0xd800;
const SURROGATE_COUNT = 0x800;
const SKIP = 0x21;
const SKIPPED = 250_000;

/**
 * Read the postings of a term.
 * @param {number} first the article that they are counted from
 * @returns {number[]}
 */
export function postings(text, first = 0) {
  const found = [];
  let article = first - 1;
  for (let at = 0; at < text.length; at += 1) {
    let code = text.codePointAt(at);
    if (code > 0xffff) at += 1;
    if (code === SKIP) {
      article += SKIPPED;
      continue;
    }
    if (code >= SURROGATES) code -= SURROGATE_COUNT;
    const value = code - (code > BACKSLASH ? 1 : 0) - FIRST;
    article += 1 + (value >> 2);
    found.push(article * 4 + (value & 3));
  }
  return found;
}

