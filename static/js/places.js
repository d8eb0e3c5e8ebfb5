/* Words of the interface that stand on every page, or on every article's: where they stand says which they are, so that
   hundreds of thousands of pages need not. */

const PLACES = {
  "body > a": "skip",
  "body > header > a:nth-child(2)": "nav.pages",
  "body > header form button": "search",
  "article > select > option:first-child": "views.both",
  "article > [role=group] > button:first-child": "views.both",
  "body > nav > a:nth-child(5)": "cite",
  "article ~ details > summary": "cite.article",
  "#cite > dt:first-child:nth-last-child(6)": "cite.original",
  "#cite > dt:nth-child(3):nth-last-child(4)": "cite.translation",
  "#cite > dt:nth-last-child(2)": "cite.files",
  "article ~ dl > dt:first-of-type": "permalink",
  "article ~ dl > dt:nth-of-type(2)": "source",
  "[rel=prev] > small": "turn.prev",
  "[rel=next] > small": "turn.next",
  "article ~ p small + small": "date.plain",
};

const LABELS = {
  "body > header input": "search",
  "article > select": "views",
  "article > [role=group]": "views",
};

/** Name the key of each such word in its element, as all others have it. */
export function nameWords() {
  for (const [selector, key] of Object.entries(PLACES)) {
    for (const element of document.querySelectorAll(selector)) element.dataset.t = key;
  }
  for (const [selector, key] of Object.entries(LABELS)) {
    document.querySelector(selector)?.setAttribute("data-t-aria-label", key);
  }
  if (document.querySelector("article")) nameCrumbs(document.querySelector("body > nav").children);
  for (const day of document.querySelectorAll("article ~ p small + small")) day.dataset.exact ??= dayOf(day.parentNode);
}

/** The day that an address has. */
function dayOf({ href }) {
  return href.split("/").slice(-4, -1).join("-");
}

/** The way to an article: year, month, day and newspaper page, as the addresses of the last two tell. */
function nameCrumbs([year, month, day, page]) {
  const exact = dayOf(day);
  const number = page.hash.slice("#page-".length);
  Object.assign(year.dataset, { t: "date.year", exact });
  Object.assign(month.dataset, { t: "months", i: Number(exact.slice(5, 7)) - 1 });
  Object.assign(day.dataset, { t: "date.day_number", exact });
  Object.assign(page.dataset, number === "0" ? { t: "page.unknown" } : { t: "page.number", page: number });
}
