/* A search from the query to the hits: candidates from the index, each made sure of on its own page. No DOM in here. */

import { pageText } from "./page_text.js";
import { holds, isBlank, isExact, parse, wantedOf } from "./query.js";
import { candidates, ranked, termsNeeded } from "./ranking.js";
import { snippets } from "./snippets.js";
import { canonical } from "./units.js";

const AHEAD = 10; // pages that are fetched together

/** A search whose candidates are known; hits come one by one, as they are made sure of. */
export class Search {
  /**
   * @param {Index} index
   * @param {(path: string) => Promise<string>} page fetches the HTML of an article
   */
  constructor(index, page, query, order) {
    this.index = index;
    this.page = page;
    this.query = query;
    this.order = order;
    this.done = 0;
    this.sure = 0;
  }

  /** How many articles there can be, and whether that is how many there are. */
  get count() {
    const open = this.order.length - this.done;
    return isExact(this.query) ? { n: this.order.length, isExact: true } : { n: this.sure + open, isExact: !open };
  }

  /** The next hits, at most so many, each as soon as it and all before it are made sure of. */
  async *next(limit) {
    const ahead = [];
    for (let left = limit; left > 0; ) {
      while (ahead.length < Math.min(AHEAD, left) && this.done + ahead.length < this.order.length) {
        ahead.push(this.begun(this.order[this.done + ahead.length]));
      }
      if (!ahead.length) return;
      const hit = await ahead.shift();
      this.done += 1;
      if (!hit) continue;
      this.sure += 1;
      left -= 1;
      yield hit;
    }
  }

  /** What fails counts when it is its turn, and not before. */
  begun(number) {
    const hit = this.hit(number);
    hit.catch(() => {});
    return hit;
  }

  async hit(number) {
    const article = await this.index.article(number);
    const { headline, blocks } = pageText(await this.page(article.url));
    if (!isExact(this.query) && !holds(texts(article, headline, blocks), this.query)) return null;
    return { number, article, snippets: snippets(blocks, wantedOf(this.query)) };
  }
}

/**
 * Look up what is asked for.
 * @param {{from: string, to: string, page: string, author: string, column: string}} limits empty: none
 * @param {"relevance"|"newest"|"oldest"} sorting
 */
export async function search(index, page, asked, limits, sorting) {
  const query = parse(asked);
  if (isBlank(query) && asked.trim()) return new Search(index, page, query, []);
  const lists = await index.postings(termsNeeded(query, limits));
  const within = index.between(limits.from, limits.to);
  return new Search(index, page, query, ranked(candidates(lists, index.count, query, limits, within), sorting));
}

function texts(article, headline, blocks) {
  const names = ["author", "column"].flatMap((kind) => Object.values(article[kind] ?? {}));
  return [...headline, ...blocks.map(({ text }) => text), ...names].map(canonical);
}
