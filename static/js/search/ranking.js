/* Which articles can be what is asked for, and which of them come first, as duizhao/search/ranking.py has it.
   What was found are articles, in order, and the score of each. No DOM in here. */

import { canonical } from "./units.js";

const WEIGHTS = [2, 4, 7, 12];
const FACETS = { page: "#", author: "@", column: "§" };

/** The terms that stand for newspaper page, author and column. */
export function facetTerms(limits) {
  return Object.entries(FACETS)
    .filter(([name]) => limits[name])
    .map(([name, sign]) => sign + canonical(String(limits[name])).trim());
}

/** Every term that has to be looked up. What must not be there counts only where the index alone can tell. */
export function termsNeeded(query, limits) {
  const wanted = [...query.allOf.flat(), ...query.without.filter((one) => one.isExact)];
  return [...new Set([...facetTerms(limits), ...wanted.flatMap((one) => one.terms)])];
}

/**
 * Score the articles that have the terms of a query: all that hold it, and some that only have its pieces.
 * @param {Map<string, number[]>} lists the postings of each term
 * @param {[number, number]} within the first article, and the one behind the last, of the days that are asked for
 * @returns {{articles: number[], scores: number[]}}
 */
export function candidates(lists, count, query, limits, within) {
  let found = null;
  for (const group of query.allOf) {
    const hits = group.map((wanted) => scored(lists, count, wanted)).reduce(either);
    found = found ? both(found, hits) : hits;
  }
  for (const term of facetTerms(limits)) {
    const of = bare(lists.get(term));
    found = found ? both(found, of) : of;
  }
  found = found ? between(found, within) : everything(within);
  for (const wanted of query.without) if (wanted.isExact) found = apart(found, scored(lists, count, wanted));
  return found;
}

/** Put articles in order; of two with the same score the older comes first. */
export function ranked({ articles, scores }, sorting) {
  if (sorting === "newest") return [...articles].reverse();
  if (sorting === "oldest") return articles;
  const places = articles.map((_, place) => place);
  return places.sort((one, other) => scores[other] - scores[one] || one - other).map((place) => articles[place]);
}

/** Sixteen times the logarithm to base 2 of 1 + all / holding, nearly, in whole numbers. */
export function rarity(count, holding) {
  const ratio = Math.floor(((count + holding) * 64) / holding);
  const bits = 31 - Math.clz32(ratio);
  return (bits - 6) * 16 + ((ratio >> (bits - 4)) & 15);
}

/** The articles that have all terms of a word or phrase. */
function scored(lists, count, wanted) {
  const each = wanted.terms.map((term) => weighed(lists.get(term), count));
  return each.sort((one, other) => one.articles.length - other.articles.length).reduce(both);
}

function weighed(list, count) {
  const weight = list.length ? rarity(count, list.length) : 0;
  return { articles: list.map((posting) => posting >> 2), scores: list.map((posting) => weight * WEIGHTS[posting & 3]) };
}

function bare(list) {
  return { articles: list.map((posting) => posting >> 2), scores: list.map(() => 0) };
}

function both(one, other) {
  const found = { articles: [], scores: [] };
  merge(one.articles, other.articles, (n, m) => {
    if (n < 0 || m < 0) return;
    found.articles.push(one.articles[n]);
    found.scores.push(one.scores[n] + other.scores[m]);
  });
  return found;
}

function either(one, other) {
  const found = { articles: [], scores: [] };
  merge(one.articles, other.articles, (n, m) => {
    found.articles.push(n < 0 ? other.articles[m] : one.articles[n]);
    found.scores.push((n < 0 ? 0 : one.scores[n]) + (m < 0 ? 0 : other.scores[m]));
  });
  return found;
}

function apart(one, other) {
  const found = { articles: [], scores: [] };
  merge(one.articles, other.articles, (n, m) => {
    if (n < 0 || m >= 0) return;
    found.articles.push(one.articles[n]);
    found.scores.push(one.scores[n]);
  });
  return found;
}

/** Go through two sorted lists together; `each` is told the place of a number in either, -1 where that lacks it. */
function merge(one, other, each) {
  let n = 0;
  let m = 0;
  while (n < one.length || m < other.length) {
    const left = n < one.length ? one[n] : Infinity;
    const right = m < other.length ? other[m] : Infinity;
    each(left <= right ? n : -1, right <= left ? m : -1);
    if (left <= right) n += 1;
    if (right <= left) m += 1;
  }
}

function between({ articles, scores }, [start, end]) {
  const from = articles.findIndex((article) => article >= start);
  const to = articles.findLastIndex((article) => article < end) + 1;
  return from < 0 ? { articles: [], scores: [] } : { articles: articles.slice(from, to), scores: scores.slice(from, to) };
}

function everything([start, end]) {
  const articles = Array.from({ length: end - start }, (_, place) => start + place);
  return { articles, scores: articles.map(() => 0) };
}
