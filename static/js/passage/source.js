/* What a reference needs to know of the article: its entries among those of its issue, the site's style, its address. */

import { STYLES } from "../citation.js";
import { recall } from "../memory.js";
import { entries } from "./quotation.js";

const SITE = new URL("../../site.json", import.meta.url);

/** The article's permanent address, as far as the page knows it. */
export function addressOf() {
  const { href } = document.querySelector("link[rel=canonical]") ?? location;
  return href.replace(/[?#].*/, "");
}

let loading;

/** All that citations are composed from, in the style that the reader prefers now. What cannot be fetched is left out. */
export async function source() {
  const isCited = document.getElementById("cite");
  loading ??= Promise.all([isCited ? fetched(new URL("cite.json", location), []) : [], fetched(SITE, {})]);
  const [items, site] = await loading;
  const kept = recall("style");
  return {
    // Many hosts do not ask for the ending.
    items: entries(items, /([^/]*?)(\.html)?$/.exec(location.pathname)[1]),
    style: kept in STYLES ? kept : (site.style ?? "chicago"),
    isMachine: Boolean(site.machine),
    title: document.title,
  };
}

async function fetched(address, otherwise) {
  try {
    const answer = await fetch(address);
    return answer.ok ? await answer.json() : otherwise;
  } catch {
    return otherwise;
  }
}
