/* A search as the address of the search page has it, so that it can be cited. No DOM in here. */

export const NAMES = ["q", "from", "to", "page", "author", "column", "sort"];
export const SORTINGS = ["relevance", "newest", "oldest"];

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What the address asks for; what cannot be is left out. */
export function asked(address) {
  const said = new URL(address).searchParams;
  const found = Object.fromEntries(NAMES.map((name) => [name, said.get(name) ?? ""]));
  for (const name of ["from", "to"]) if (!DAY.test(found[name])) found[name] = "";
  if (!/^[1-9]\d{0,2}$/.test(found.page)) found.page = "";
  if (!SORTINGS.includes(found.sort)) found.sort = SORTINGS[0];
  return found;
}

/** The address of a search: what is not asked for is not in it. */
export function addressOf(address, wanted) {
  const shared = new URL(address);
  shared.search = "";
  shared.hash = "";
  for (const name of NAMES) {
    const value = String(wanted[name] ?? "").trim();
    if (value && !(name === "sort" && value === SORTINGS[0])) shared.searchParams.set(name, value);
  }
  return shared.href;
}

/** Is anything asked for that the articles can be measured by? */
export function isAnything(wanted) {
  return NAMES.some((name) => name !== "sort" && String(wanted[name] ?? "").trim());
}

/** The query of the search page that a reader comes from; empty, if it is another page. */
export function queryOf(referrer, root) {
  if (!referrer) return "";
  const from = new URL(referrer);
  const isSearch = [new URL("search.html", root).pathname, new URL("search", root).pathname].includes(from.pathname);
  return isSearch && from.origin === new URL(root).origin ? (from.searchParams.get("q") ?? "") : "";
}
