/* Words of the interface that stand on every page, or on every article's: where they stand says which they are, so that
   hundreds of thousands of pages need not. */

const PLACES = {
  ".skip": "skip",
  ".masthead > .site + a": "nav.pages",
  ".masthead form button": "search",
  ".crumbs > a:first-child": "home",
  "fieldset > legend": "views",
  "fieldset > label > span": "views.both",
  "article ~ dl > dt:first-of-type:not(:has(a))": "permalink",
  "article ~ dl > dt:first-of-type > a": "cite",
  "article ~ dl > dt:nth-of-type(2)": "source",
  ".turn > [rel=prev] > small": "turn.prev",
  ".turn > [rel=next] > small": "turn.next",
};

/** Name the key of each such word in its element, as all others have it. */
export function nameWords() {
  for (const [selector, key] of Object.entries(PLACES)) {
    for (const element of document.querySelectorAll(selector)) element.dataset.t = key;
  }
  document.querySelector(".masthead input")?.setAttribute("data-t-aria-label", "search.label");
  for (const crumbs of document.querySelectorAll("[data-day]")) nameCrumbs(crumbs);
}

/** The way to an article: year, month, day and newspaper page, which the last link's address tells. */
function nameCrumbs({ dataset, children }) {
  const [, year, month, day, page] = children;
  const number = page.hash.slice("#page-".length);
  Object.assign(year.dataset, { t: "date.year", exact: dataset.day });
  Object.assign(month.dataset, { t: "months", i: Number(dataset.day.slice(5, 7)) - 1 });
  Object.assign(day.dataset, { t: "date.day_number", exact: dataset.day });
  Object.assign(page.dataset, number === "0" ? { t: "page.unknown" } : { t: "page.number", page: number });
}
