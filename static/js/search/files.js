/* The files of the site, as the engine asks for them: each path is one below the site's root. */

const ROOT = new URL("../../../", import.meta.url);

/** The way to the index is asked for anew each time, since it changes with each build; the rest never changes. */
export async function fetched(path, isPointer = false) {
  const answer = await fetch(new URL(path, ROOT), isPointer ? { cache: "no-cache" } : {});
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.arrayBuffer();
}

/** The HTML of an article's page, fetched once. */
export function page(path) {
  if (!pages.has(path)) pages.set(path, fetched(path).then((bytes) => new TextDecoder().decode(bytes)));
  return pages.get(path);
}

const pages = new Map();
