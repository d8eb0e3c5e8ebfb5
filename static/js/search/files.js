/* The files of the site, as the engine asks for them: each path is one below the site's root. */

const ROOT = new URL("../../../", import.meta.url);

/** A file that may change is asked for anew, so that nothing of an older build is taken for one of this. */
export async function fetched(path, mayChange = false) {
  const answer = await fetch(new URL(path, ROOT), mayChange ? { cache: "no-cache" } : {});
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.arrayBuffer();
}

/** The HTML of an article's page, fetched once. */
export function page(path) {
  if (!pages.has(path)) pages.set(path, fetched(path, true).then((bytes) => new TextDecoder().decode(bytes)));
  return pages.get(path);
}

/** Fetch pages anew: the site is not the one that they were of. */
export function forget() {
  pages.clear();
}

const pages = new Map();
