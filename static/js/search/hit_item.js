/* One article among the hits of a search in the full text. */

import { say } from "../interface.js";
import { marks, pieces } from "./snippets.js";

/**
 * Make a list item of a hit.
 * @param {import("./query.js").Wanted[]} wanted what is marked in headlines
 * @param {{zh: string, en: string}} tags the languages of the original and of the translation
 */
export function hitItem({ article, snippets }, wanted, tags, words) {
  const item = make("li");
  const heading = make("a", { href: article.url });
  for (const side of ["zh", "en"]) {
    if (article.title[side]) heading.append(spoken(tags[side], pieces(article.title[side], marks(article.title[side], wanted))));
  }
  item.append(heading, source(article, tags, words));
  for (const { passage, side, pieces: shown } of snippets) {
    const quote = make("p", { className: "snippet" });
    quote.append(make("a", { href: passage ? `${article.url}#p${passage}` : article.url }));
    quote.firstChild.append(spoken(tags[side], shown));
    item.append(quote);
  }
  return item;
}

function source(article, tags, words) {
  const line = make("p");
  line.append(say(make("time", { dateTime: article.date }), words, "date.plain"), " · ", pageName(article, words));
  for (const kind of ["author", "column"]) {
    for (const [side, name] of Object.entries(article[kind] ?? {})) line.append(" · ", make("span", { lang: tags[side], textContent: name }));
  }
  return line;
}

function pageName({ page }, words) {
  return page ? say(make("span"), words, "page.number", { page }) : say(make("span"), words, "page.unknown");
}

function spoken(lang, shown) {
  const span = make("span", { lang });
  span.append(...shown.map(({ text, hit }) => (hit ? make("mark", { textContent: text }) : text)));
  return span;
}

export function make(name, properties = {}) {
  return Object.assign(document.createElement(name), properties);
}
