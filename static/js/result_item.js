/* One article among the results of a search. */

import { pieces } from "./headlines.js";
import { say } from "./interface.js";

/**
 * Make a list item of an article of search.json.
 * @param {string[]} query folded words, which are marked
 * @param {{zh: string, en: string}} tags the languages of the original and of the translation
 */
export function resultItem(article, query, tags, words) {
  const link = make("a", { href: article.url });
  link.append(...both(article.title, query, tags));
  const from = make("p");
  from.append(say(make("time", { dateTime: article.date }), words, "date.plain"), " · ", pageName(article, words));
  for (const text of [article.author, article.column]) {
    if (text) from.append(" · ", ...both(text, query, tags));
  }
  const item = make("li");
  item.append(link, from);
  return item;
}

function pageName({ page }, words) {
  return page ? say(make("span"), words, "page.number", { page }) : say(make("span"), words, "page.unknown");
}

/** A text in the languages that it is there in, each marked as such, with the words of the query marked in it. */
function both(text, query, tags) {
  const spans = ["zh", "en"].filter((side) => text[side]).map((side) => {
    const span = make("span", { lang: tags[side] });
    span.append(...pieces(text[side], query).map(({ text: piece, hit }) => (hit ? marked(piece) : piece)));
    return span;
  });
  return spans.flatMap((span, place) => (place ? [" ", span] : [span]));
}

function marked(piece) {
  return make("mark", { textContent: piece });
}

function make(name, properties = {}) {
  return Object.assign(document.createElement(name), properties);
}
