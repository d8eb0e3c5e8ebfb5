/* Headlines for what somebody is typing: the last word may be no more than the beginning of one. No DOM in here. */

import { isBlank, parse } from "./query.js";
import { candidates, ranked, termsNeeded } from "./ranking.js";
import { canonical } from "./units.js";

const SHOWN = 6;
const MOST_ENDINGS = 8;
const SHORTEST = 2; // letters of a word that is looked up before it is whole
const NOWHERE = { page: "", author: "", column: "" };

/** The headlines that fit best, each in the language of which it was found. */
export async function headlines(index, typed) {
  const query = await completed(index, parse(typed), typed);
  if (isBlank(query) || !query.allOf.length) return [];
  const lists = await index.postings(termsNeeded(query, NOWHERE));
  const order = ranked(candidates(lists, index.count, query, NOWHERE, [0, index.count]), "relevance");
  const articles = await Promise.all(order.slice(0, SHOWN).map((number) => index.article(number)));
  return [...new Set(articles.map(({ title }) => best(title, typed)))];
}

/** Let the last word stand for all that begin so, where it is still being typed. */
async function completed(index, query, typed) {
  const last = query.allOf.at(-1)?.at(-1);
  if (!last?.stem || /[\s"“”]$/u.test(typed) || last.terms[0].length < SHORTEST) return query;
  const begun = canonical(typed.split(/\s/u).at(-1)).trim();
  const terms = await fitting(index, begun);
  const endings = terms.slice(0, MOST_ENDINGS).map((term) => ({ ...last, stem: term, terms: [term] }));
  return { ...query, allOf: [...query.allOf.slice(0, -1), [last, ...endings]] };
}

/** The terms that begin like a word; a word that is typed nearly to its end is longer than its stem. */
async function fitting(index, begun) {
  for (let length = begun.length; length >= SHORTEST; length -= 1) {
    const near = await index.startingWith(begun.slice(0, length));
    const terms = near.filter((term) => term.startsWith(begun) || begun.startsWith(term));
    if (terms.length) return terms;
  }
  return [];
}

function best(title, typed) {
  const [first] = canonical(typed).trim().split(" ");
  return Object.values(title).find((text) => canonical(text).includes(first)) ?? Object.values(title)[0] ?? "";
}
