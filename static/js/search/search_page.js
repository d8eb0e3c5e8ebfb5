/* The page of the search in the full text. What comes from the index goes in as text, never as HTML.
   The address always says what is shown. A search is a new address; while somebody still types, it is replaced, so that
   Back leads from search to search and not from letter to letter. */

import { hush, say, words } from "../interface.js";
import { addressOf, asked, isAnything, NAMES } from "./address.js";
import { fetched, forget, page } from "./files.js";
import { search } from "./finding.js";
import { histogram } from "./histogram.js";
import { hitItem } from "./hit_item.js";
import { openIndex } from "./index.js";
import { isNarrow, Limits } from "./limits.js";
import { parse, wantedOf } from "./query.js";
import { headlines } from "./suggestions.js";
import { Timeline } from "./timeline.js";
import { canonical } from "./units.js";

const AT_ONCE = 10; // hits
const PAUSE = 60; // milliseconds without a keystroke
const NAME_SIGNS = { author: "@", column: "§" };
const NAMES_SHOWN = 20;

export default function enhance(element) {
  const shown = new SearchPage(element);
  shown.start().catch((error) => shown.giveUp(error));
}

class SearchPage {
  constructor(element) {
    this.tags = { zh: element.dataset.original, en: element.dataset.translation };
    this.form = element.querySelector("form");
    this.intro = element.querySelector(".intro");
    this.limits = new Limits(element.querySelector(".limits"));
    this.status = element.querySelector("[role=status]");
    this.hint = element.querySelector(".hint");
    this.results = element.querySelector(".results");
    this.more = element.querySelector(".more");
    this.offline = element.querySelector(".offline");
    this.timeline = new Timeline(element.querySelector(".timeline"), (days) => this.choose(days));
    this.turn = 0;
  }

  async start() {
    this.opening = openIndex(fetched);
    this.fill(asked(location.href));
    this.form.hidden = false;
    this.offline.hidden = true;
    this.intro.hidden = isNarrow() && isAnything(this.wanted());
    this.listen();
    this.form.q.focus();
    this.words = await words();
    this.index = await this.opening;
    this.offerPages();
    await this.attempt(() => this.run());
  }

  listen() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.follow(true);
    });
    this.form.addEventListener("input", (event) => event.isComposing || this.typed(event.target));
    this.form.addEventListener("compositionend", ({ target }) => this.typed(target, 0));
    this.form.addEventListener("change", ({ target }) => target === this.form.q || this.follow(true));
    this.form.addEventListener("reset", () => setTimeout(() => this.follow(true)));
    this.more.addEventListener("click", () => this.attempt(() => this.showMore()));
    addEventListener("popstate", () => {
      this.isDraft = false;
      this.fill(asked(location.href));
      this.attempt(() => this.run());
    });
  }

  typed(field, pause = PAUSE) {
    clearTimeout(this.timer);
    const act = () => (field === this.form.q ? this.follow(false) : this.attempt(() => this.offerNames(field)));
    this.timer = setTimeout(act, pause);
  }

  /** Let the address say what the form asks for, and search. */
  follow(isNew) {
    clearTimeout(this.timer);
    const address = addressOf(location.href, this.wanted());
    if (address !== location.href && !this.isDraft) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    this.isDraft = !isNew;
    this.attempt(() => this.run());
  }

  choose({ from, to }) {
    this.form.from.value = from;
    this.form.to.value = to;
    this.follow(true);
  }

  wanted() {
    return Object.fromEntries(NAMES.map((name) => [name, this.form[name].value]));
  }

  fill(wanted) {
    // The pages of the newspaper are known once the index is open; until then this keeps the one that is asked for.
    if (wanted.page && ![...this.form.page.options].some(({ value }) => value === wanted.page)) {
      this.form.page.add(new Option(wanted.page, wanted.page));
    }
    for (const name of NAMES) this.form[name].value = wanted[name];
  }

  /** Do something with the index; where a file of it is no more, since the site was published anew, search the new one. */
  async attempt(act) {
    const before = this.index;
    try {
      await act().catch((error) => this.reopen(before, error));
    } catch (error) {
      this.giveUp(error);
    }
  }

  async reopen(before, error) {
    const index = await openIndex(fetched);
    if (index.name === before?.name) throw error;
    forget();
    this.index = index;
    this.offerPages();
    await this.run();
  }

  /** Search for what the form says. Only the last search that was begun may show what it found. */
  async run() {
    this.turn += 1;
    const turn = this.turn;
    const wanted = this.wanted();
    this.words = await words();
    this.limits.show(wanted, this.words);
    const index = this.index ?? (await this.opening);
    if (!isAnything(wanted)) return turn === this.turn && this.clear();
    const found = await search(index, page, wanted.q, wanted, wanted.sort);
    if (turn !== this.turn) return;
    const hits = found.next(AT_ONCE);
    for (let hit = await hits.next(); turn === this.turn; hit = await hits.next()) {
      if (found !== this.found) this.begin(found, wanted);
      if (hit.done) break;
      this.results.append(this.item(hit.value));
    }
    if (turn !== this.turn) return;
    this.end();
    if (wanted.q.trim()) await this.suggest(wanted.q, turn);
  }

  /** Put what was found in the place of what stands there; hits follow. */
  begin(found, wanted) {
    this.found = found;
    this.marked = wantedOf(parse(wanted.q));
    this.results.replaceChildren();
    for (const one of [this.offline, this.hint, this.more]) one.hidden = true;
    this.timeline.show(histogram(found.order, found.index.days), wanted, this.words);
    if (found.count.isExact) this.tell();
    else hush(this.status);
  }

  clear() {
    this.results.replaceChildren();
    this.timeline.show([], {}, this.words);
    this.more.hidden = true;
    this.hint.hidden = true;
    hush(this.status);
  }

  /** Say how many were found; politely, since the element is a status. */
  tell() {
    const { n, isExact } = this.found.count;
    const key = n ? (isExact ? "search.found" : "search.found.about") : "search.found.none";
    say(this.status, this.words, key, { n });
    this.hint.hidden = n > 0;
  }

  /** What can be shown at once is there. */
  end() {
    this.tell();
    this.more.hidden = this.found.done >= this.found.order.length;
  }

  async showMore() {
    const { turn, found } = this;
    const before = this.results.children.length;
    this.more.hidden = true;
    for await (const hit of found.next(AT_ONCE)) {
      if (turn !== this.turn) return;
      this.results.append(this.item(hit));
      if (this.results.children.length === before + 1) this.results.lastChild.querySelector("a").focus();
    }
    if (turn === this.turn) this.end();
  }

  item(hit) {
    return hitItem(hit, this.marked, this.tags, this.words);
  }

  async suggest(typed, turn) {
    const found = await headlines(this.index, typed);
    if (turn === this.turn) offer(this.form.q.list, found);
  }

  async offerNames({ name, value, list }) {
    const sign = NAME_SIGNS[name];
    if (!sign || !this.index) return;
    const found = await this.index.startingWith(sign + canonical(value).trim());
    offer(list, found.slice(0, NAMES_SHOWN).map((term) => term.slice(sign.length)));
  }

  offerPages() {
    const { page: select } = this.form;
    const { value } = select;
    const pages = this.index.pages.map((number) => new Option(number, number));
    select.replaceChildren(select.options[0], ...pages);
    select.value = value;
  }

  giveUp(error) {
    this.offline.hidden = false;
    if (this.words) say(this.offline.querySelector("p"), this.words, "search.failed");
    console.error(error);
  }
}

function offer(list, values) {
  list.replaceChildren(...values.map((value) => new Option(value, value)));
}
