/* On a page of citations: the choice of a style, and buttons to copy a citation or to save its entry. The data are the
   issue's CSL-JSON; without scripts the page shows the site's own style, and that file is there to be imported. */

import { STYLES, cite, isChinese, isTranslation } from "./citation.js";
import { cited } from "./cited.js";
import { say, words } from "./interface.js";
import { keep, recall } from "./memory.js";
import { write } from "./passage/clipboard.js";
import { bibtex, ris } from "./reference_files.js";

const FILES = {
  RIS: ["ris", ris],
  BibTeX: ["bib", bibtex],
  "CSL-JSON": ["json", (item) => `${JSON.stringify([item], null, 2)}\n`],
};

export default async function enhance(list) {
  const answer = await fetch(new URL("cite.json", location.href));
  const items = await answer.json();
  const said = await words();
  const entries = [...list.querySelectorAll("blockquote")].map((quote, place) => entry(quote, items, place));
  const select = chooser(list, said);
  select.addEventListener("change", () => {
    keep("style", select.value);
    for (const one of entries) show(one, select.value);
  });
  for (const one of entries) one.quote.after(tools(one, said));
  for (const one of entries) show(one, select.value);
  // What was added above it has moved the article that the address names.
  document.querySelector(":target")?.scrollIntoView();
}

/** A quotation on the page, and the item that it cites: they stand in the same order. */
function entry(quote, items, place) {
  const item = items[place];
  const before = items[place - 1];
  const after = items[place + 1];
  const original = isTranslation(item) && before && `${before.id}-translation` === item.id ? before : undefined;
  const translation = after?.id === `${item.id}-translation` ? after : undefined;
  return { quote, item, translation, other: original ?? translation };
}

function show({ quote, item, translation }, style) {
  quote.lang = isChinese(style) ? "zh" : "en";
  quote.replaceChildren(...cited(cite(style, item, translation), style));
}

function chooser(list, said) {
  const label = document.createElement("label");
  const select = document.createElement("select");
  const kept = recall("style");
  for (const style of Object.keys(STYLES)) {
    select.append(say(document.createElement("option"), said, `cite.style.${style}`));
    select.lastChild.value = style;
  }
  select.value = kept in STYLES ? kept : list.dataset.style;
  label.append(say(document.createElement("span"), said, "cite.style"), " ", select);
  list.before(label);
  return select;
}

function tools({ quote, item, other }, said) {
  const line = document.createElement("p");
  const copy = say(document.createElement("button"), said, "cite.copy");
  const status = document.createElement("span");
  status.role = "status";
  copy.addEventListener("click", async () => {
    const isThere = await write(kinds(quote));
    say(isThere ? copy : status, await words(), isThere ? "cite.copied" : "cite.by_hand");
    if (!isThere) getSelection().selectAllChildren(quote);
  });
  const saves = Object.entries(FILES).map(([kind, [ending, encode]]) => {
    const save = say(document.createElement("button"), said, "cite.save", { kind });
    save.addEventListener("click", () => download(`${item.id}.${ending}`, encode(item, other)));
    return save;
  });
  line.append(...[copy, ...saves, ...record(quote)].flatMap((tool) => [tool, " "]), status);
  return line;
}

/** The way to the record of the article, which both its citations share, behind the first of them. */
function record(quote) {
  const section = quote.closest("section");
  if (!("records" in section.parentElement.dataset) || quote !== section.querySelector("blockquote")) return [];
  const link = document.createElement("a");
  link.href = `${section.id}.rdf`;
  link.textContent = "Zotero RDF";
  return [link];
}

/** A citation for the clipboard, with its italics where they can be had. */
function kinds(quote) {
  const html = new XMLSerializer().serializeToString(quote);
  return { "text/plain": Promise.resolve(quote.textContent), "text/html": Promise.resolve(html) };
}

function download(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text]));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
