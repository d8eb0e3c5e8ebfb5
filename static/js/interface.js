/* The switch between the interface's languages. A page comes with the words of the site's language; those of the other
   are put in their place. What is content keeps its own language and is left alone. */

import { keep, recall } from "./memory.js";
import { nameWords } from "./places.js";
import { compose, composeDate } from "./words.js";

const ATTRIBUTES = ["aria-label"];
const OTHER = { en: "zh", zh: "en" };

/** What each language calls itself: the words of a page hold no more than one of the two. */
const NAMES = { en: "English", zh: "中文" };

let loading;

/** The words of both languages, fetched once, when first needed; where that failed, anew when next needed. */
export function load() {
  loading ??= fetch(new URL("../strings.json", import.meta.url))
    .then((answer) => answer.json())
    .catch((error) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

/** The words of the language that the page is shown in. */
export async function words() {
  return (await load())[language()];
}

/** Put words into an element, so that the switch can exchange them. */
export function say(element, said, key, fields = {}) {
  Object.assign(element.dataset, fields, { t: key });
  element.textContent = spoken(element, said);
  element.lang = said.tag;
  return element;
}

/** Take out again what `say` put in, so that the switch puts nothing in its place. */
export function hush(element) {
  delete element.dataset.t;
  delete element.dataset.n;
  element.textContent = "";
}

/** Make the switch. Where the reader has chosen the other language before, it is put in place. */
export function button() {
  const made = document.createElement("button");
  made.dataset.module = "interface";
  offer(made);
  const kept = recall("interface");
  if (Object.hasOwn(OTHER, kept ?? "") && kept !== language()) show(kept, made);
  made.addEventListener("click", () => {
    const next = OTHER[language()];
    keep("interface", next);
    show(next, made);
  });
  return made;
}

function offer(button) {
  const other = OTHER[language()];
  button.lang = other;
  button.textContent = NAMES[other];
}

function language() {
  return document.documentElement.lang.startsWith("zh") ? "zh" : "en";
}

async function show(next, button) {
  const { [next]: said } = await load();
  nameWords();
  // What is content keeps the language that the page has had; words are given theirs one by one.
  document.body.lang ||= document.documentElement.lang;
  document.documentElement.lang = said.tag;
  for (const element of document.querySelectorAll("[data-t]")) {
    element.textContent = spoken(element, said);
    element.lang = said.tag;
  }
  for (const name of ATTRIBUTES) {
    for (const element of document.querySelectorAll(`[data-t-${name}]`)) {
      element.setAttribute(name, compose(said, element.getAttribute(`data-t-${name}`), element.dataset));
      element.lang = said.tag;
    }
  }
  offer(button);
}

function spoken(element, said) {
  const exact = element.dataset.exact ?? (element.localName === "time" && element.getAttribute("datetime"));
  return exact ? composeDate(said, element.dataset.t, exact) : compose(said, element.dataset.t, element.dataset);
}
