/* Starts what a page has: each element with `data-module="name"` is handed to the default export of `name.js`; so is what
   stands on every page, or on every article's, which its place tells.
   Everything on a page can be read and followed without scripts; from a folder on disk browsers load none of these. */

const PLACES = {
  "body > header": "masthead",
  "article > select": "views",
  "article:not(.single) > .rows": "sentences",
};

for (const [selector, name] of Object.entries(PLACES)) {
  for (const element of document.querySelectorAll(selector)) element.dataset.module = name;
}

for (const element of document.querySelectorAll("[data-module]")) {
  import(`./${element.dataset.module}.js`).then((module) => module.default(element));
}

const article = document.querySelector("article");
if (article) import("./passage/start.js").then(({ default: start }) => start(article));

// Not every browser opens what is closed for an address inside it.
const reveal = () => document.querySelector("details:not([open]) :target")?.closest("details").setAttribute("open", "");
addEventListener("hashchange", reveal);
reveal();

// What an article's citations need is loaded when a reader first opens them.
const citations = document.querySelector("article ~ details");
const offer = () => import("./cite.js").then((module) => module.default(citations));
if (citations?.open) offer();
else citations?.addEventListener("toggle", offer, { once: true });

// Who comes from a search sees in an article what was found.
if (article && /\/search(\.html)?\?/.test(document.referrer)) {
  import("./search/found.js").then(({ default: mark }) => mark(article));
}
