/* The switch between the interface's languages. A page comes with the words of the site's language; those of the other
   are put in their place. What is content keeps its own `lang` and is left alone. */

import { keep, recall } from "./memory.js";
import { nameWords } from "./places.js";
import { compose, composeDate } from "./words.js";

const ATTRIBUTES = ["aria-label"];
const OTHER = { en: "zh", zh: "en" };

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
  return element;
}

/** Take out again what `say` put in, so that the switch puts nothing in its place. */
export function hush(element) {
  delete element.dataset.t;
  delete element.dataset.n;
  element.textContent = "";
}

export default function enhance(button) {
  const kept = recall("interface");
  if (Object.hasOwn(OTHER, kept ?? "") && kept !== language()) show(kept, button);
  button.hidden = false;
  button.addEventListener("click", () => {
    const next = OTHER[language()];
    keep("interface", next);
    show(next, button);
  });
}

function language() {
  return document.documentElement.lang.startsWith("zh") ? "zh" : "en";
}

async function show(next, button) {
  const { [next]: said, [OTHER[next]]: other } = await load();
  nameWords();
  document.documentElement.lang = said.tag;
  for (const element of document.querySelectorAll("[data-t]")) {
    element.textContent = spoken(element, said);
    if (element.lang) element.lang = said.tag;
  }
  for (const name of ATTRIBUTES) {
    for (const element of document.querySelectorAll(`[data-t-${name}]`)) {
      element.setAttribute(name, compose(said, element.getAttribute(`data-t-${name}`), element.dataset));
    }
  }
  button.lang = other.tag;
  button.textContent = other.language;
}

function spoken(element, said) {
  const exact = element.dataset.exact ?? (element.localName === "time" && element.getAttribute("datetime"));
  return exact ? composeDate(said, element.dataset.t, exact) : compose(said, element.dataset.t, element.dataset);
}
