/* The search page: an instant box over search.json. What comes from there goes in as text, never as HTML. */

import { find, haystack, inOrder, merged, queryWords } from "./headlines.js";
import { hush, say, words } from "./interface.js";
import { resultItem } from "./result_item.js";

const AT_ONCE = 50; // results
const PAUSE = 150; // milliseconds without a keystroke

export default function enhance(page) {
  const search = new Search(page);
  search.start().catch(() => search.giveUp());
}

class Search {
  constructor(page) {
    this.tags = { zh: page.dataset.original, en: page.dataset.translation };
    this.form = page.querySelector("form");
    this.progress = page.querySelector(".progress");
    this.status = page.querySelector("[role=status]");
    this.results = page.querySelector(".results");
    this.more = page.querySelector(".more");
    this.offline = page.querySelector(".offline");
    this.rows = [];
    this.found = [];
  }

  async start() {
    this.words = await words();
    const asked = new URL(location.href).searchParams;
    this.form.q.value = asked.get("q") ?? "";
    this.form.sort.value = asked.get("sort") === "oldest" ? "oldest" : "newest";
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("input", () => this.afterPause());
    this.more.addEventListener("click", () => this.showMore());
    this.form.hidden = false;
    this.offline.hidden = true;
    this.form.q.focus();
    await this.search();
  }

  afterPause() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.search().catch(() => this.giveUp()), PAUSE);
  }

  async search() {
    this.words = await words();
    this.query = queryWords(this.form.q.value);
    this.order = this.form.sort.value;
    this.shown = AT_ONCE;
    history.replaceState(history.state, "", this.address());
    if (this.query.length) this.loading ??= this.load();
    this.found = find(this.rows, this.query, this.order);
    this.show();
    await this.loading;
  }

  /** Fetch every article, once; where that fails, the next search tries again. */
  async load() {
    this.rows = [];
    this.isLoading = true;
    this.offline.hidden = true;
    try {
      await this.loadParts();
    } catch (error) {
      this.loading = undefined;
      throw error;
    } finally {
      this.isLoading = false;
    }
    this.show(this.results.children.length);
  }

  /** Fetch a large archive's articles year by year, the results growing meanwhile. */
  async loadParts() {
    const list = await fetched("search.json");
    this.add(list.articles ?? []);
    for (const part of inOrder(list.parts ?? [], this.order)) {
      say(this.progress, this.words, "search.loading", { year: part.year });
      this.add((await fetched(part.url)).articles);
    }
  }

  add(articles) {
    const rows = articles.map((article) => ({ article, text: haystack(article) }));
    for (const row of rows) this.rows.push(row);
    const before = this.found;
    this.found = merged(before, find(rows, this.query, this.order), this.order);
    const goesOn = before.at(-1) === this.found[before.length - 1];
    this.show(goesOn ? this.results.children.length : 0);
  }

  /** Show what was found; the results before `from` stand there already. */
  show(from = 0) {
    if (!from) this.results.replaceChildren();
    this.results.append(...this.items(from, this.shown));
    this.more.hidden = this.found.length <= this.shown;
    this.progress.hidden = !this.isLoading || !this.query.length;
    this.tell();
  }

  /** Say how many were found, once that is certain: whoever hears the page must not hear every step. */
  tell() {
    const n = this.found.length;
    if (!this.query.length || this.isLoading) hush(this.status);
    else say(this.status, this.words, n ? "search.found" : "search.found.none", { n });
  }

  showMore() {
    const from = this.shown;
    this.shown += AT_ONCE;
    this.results.append(...this.items(from, this.shown));
    this.results.children[from].querySelector("a").focus();
    this.more.hidden = this.found.length <= this.shown;
  }

  items(from, to) {
    return this.found.slice(from, to).map((article) => resultItem(article, this.query, this.tags, this.words));
  }

  address() {
    const shared = new URL(location.href);
    shared.search = "";
    if (this.form.q.value) shared.searchParams.set("q", this.form.q.value);
    if (this.form.sort.value === "oldest") shared.searchParams.set("sort", "oldest");
    return shared.href;
  }

  giveUp() {
    this.progress.hidden = true;
    this.offline.hidden = false;
    if (this.words) say(this.offline.querySelector("p"), this.words, "search.failed");
  }
}

/** Addresses in search.json are below the site's root, where this page stands. */
async function fetched(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}
