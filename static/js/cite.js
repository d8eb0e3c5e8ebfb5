/* What an article's citations get from scripts when a reader first opens them: the choice of a style, where the page does
   not show them all, and buttons that copy a citation or save its entry. The data are the CSL-JSON. */

import { STYLES, cite, isChinese, isTranslation } from "./citation.js";
import { cited, element } from "./cited.js";
import { say, words } from "./interface.js";
import { keep } from "./memory.js";
import { write } from "./passage/clipboard.js";
import { source } from "./passage/source.js";
import { FILES } from "./reference_files.js";
import { save } from "./save.js";

const NAME = "cite.style.";

export default async function enhance(details) {
  const [{ items, style }, said] = await Promise.all([source(), words()]);
  const quotes = [...details.querySelectorAll("dd:not(:has(> a))")].map(quotation);
  const styles = [...details.querySelectorAll(`[data-t^="${NAME}"]`)].map(({ dataset }) => dataset.t.slice(NAME.length));
  quotes.forEach((quote, place) => quote.after(line(...copying(quote, said, styles[place]))));
  items.forEach((item, place) => {
    // Quotations and items are in the same order; of each item there is one in each style that the page shows.
    const last = quotes[((place + 1) * quotes.length) / items.length - 1];
    const saves = [...saving(item, items, said), ...(place ? [] : record())];
    if (styles.length) last.closest("dl").after(line(...saves));
    else last.nextElementSibling.append(...spaced(saves));
  });
  if (!styles.length && items.length) choosing(details, quotes, items, style, said);
  // What was added above it has moved what the address names.
  document.querySelector("details :target")?.scrollIntoView();
}

/** Put a citation into an element of its own, beside which there is room for buttons. */
function quotation(cell) {
  const quote = document.createElement("p");
  quote.append(...cell.childNodes);
  cell.append(quote);
  return quote;
}

function choosing(details, quotes, items, style, said) {
  const select = document.createElement("select");
  const label = document.createElement("label");
  select.append(...Object.keys(STYLES).map((name) => {
    const option = say(document.createElement("option"), said, NAME + name);
    option.value = name;
    return option;
  }));
  label.append(say(document.createElement("span"), said, "cite.style"), " ", select);
  details.querySelector("summary").after(label);
  const show = () => items.forEach((item, place) => fill(quotes[place], item, items, select.value));
  select.addEventListener("change", () => {
    keep("style", select.value);
    show();
  });
  select.value = style;
  show();
}

function fill(quote, item, items, style) {
  quote.lang = isChinese(style) ? "zh" : "en";
  quote.replaceChildren(...cited(cite(style, item, isTranslation(item) ? undefined : items.find(isTranslation)), style));
}

/** A button that copies a citation. Where a page shows every style, who copies one has chosen its style. */
function copying(quote, said, style) {
  const copy = say(document.createElement("button"), said, "cite.copy");
  const status = document.createElement("span");
  status.role = "status";
  copy.addEventListener("click", async () => {
    const isThere = await write(kinds(quote));
    say(isThere ? copy : status, await words(), isThere ? "cite.copied" : "cite.by_hand");
    if (!isThere) getSelection().selectAllChildren(quote);
    if (style) keep("style", style);
  });
  return [copy, status];
}

function saving(item, items, said) {
  return Object.entries(FILES).map(([kind, { ending, encode }]) => {
    const button = say(document.createElement("button"), said, "cite.save", { kind });
    button.addEventListener("click", () => save(`${item.id}.${ending}`, encode([item], items)));
    return button;
  });
}

/** The way to the article's record, where it has one. */
function record() {
  const server = document.querySelector("link[rel=unapi-server]");
  return server ? [Object.assign(element("a", "Zotero RDF"), { href: server.href })] : [];
}

function line(...tools) {
  const made = document.createElement("p");
  made.append(...spaced(tools));
  return made;
}

const spaced = (tools) => tools.flatMap((tool) => [tool, " "]);

/** A citation for the clipboard, with its italics where they can be had. */
function kinds(quote) {
  const html = new XMLSerializer().serializeToString(quote);
  return { "text/plain": Promise.resolve(quote.textContent), "text/html": Promise.resolve(html) };
}
