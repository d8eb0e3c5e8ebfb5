/* Leads on from an address of the archive's earlier site. `data-parameter`: what its query calls the source file.
   What is not known is said. */

import { checksum, oldName } from "./old_names.js";

const DIGITS = 2; // of a name's checksum, that name the file to look in

export default function enhance(element) {
  const path = new URL(location.href).searchParams.get(element.dataset.parameter);
  if (path) leadOn(element, oldName(path)).catch(() => unknown(element));
}

async function leadOn(element, name) {
  const sum = checksum(name);
  const answer = await fetch(new URL(`../../old/${sum.slice(0, DIGITS)}.json`, import.meta.url));
  const known = answer.ok ? await answer.json() : {};
  const key = [name, sum].find((one) => Object.hasOwn(known, one));
  if (key) location.replace(new URL(`../../${known[key]}${location.hash}`, import.meta.url));
  else unknown(element);
}

function unknown(element) {
  element.querySelector(".unknown").hidden = false;
}
