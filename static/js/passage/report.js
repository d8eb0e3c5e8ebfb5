/* The report of an error in a passage, as a new issue where the source file lies. No DOM in here. */

const LONGEST = 6_000; // signs of an address that hosts and browsers take without trouble
const LONGEST_TITLE = 200;

/** What the address of a file looks like on a host, where that takes a new issue, and what it calls its fields. */
const HOSTS = {
  gitlab: [/^(.+?)\/-\/(?:blob|raw|tree|blame)\//, "/-/issues/new", "issue[title]", "issue[description]"],
  gitea: [/^(.+?)\/(?:src|raw)\/(?:branch|commit|tag)\//, "/issues/new", "title", "body"],
  github: [/^(\/[^/]+\/[^/]+)\/(?:blob|raw|tree|blame|edit)\//, "/issues/new", "title", "body"],
};

/**
 * The address of a new issue about a passage, its texts shortened as far as they have to be.
 * @param {string} source address of the source file
 * @param {{title: string, passage: string, file: string, texts: {side: number, lines: string[]}[]}} about `passage`: its
 *   address
 * @param {Object} said the interface's words by their language: what is reported is read by people who know either
 * @returns {string|null} null where the host of the source is none that is known
 */
export function newIssue(source, about, said) {
  const form = formOf(source);
  if (!form) return null;
  for (let room = LONGEST; ; room *= 0.8) {
    const issue = new URL(form.address);
    issue.searchParams.set(form.title, shortened(about.title, 9 * LONGEST_TITLE));
    issue.searchParams.set(form.body, body(about, room, said));
    if (issue.href.length <= LONGEST || room < 1) return issue.href;
  }
}

function formOf(source) {
  const { origin, pathname } = new URL(source);
  for (const [pattern, path, title, text] of Object.values(HOSTS)) {
    const repository = pattern.exec(pathname)?.[1];
    if (repository) return { address: origin + repository + path, title, body: text };
  }
  return null;
}

function body({ passage, file, texts }, room, { en, zh }) {
  const label = (key) => `**${en[key]} · ${zh[key]}**`;
  const quotes = texts.flatMap(({ side, lines }) => [
    label(side ? "cite.translation" : "cite.original"),
    shortened(lines.join("\n"), room).replace(/^/gm, "> "),
  ]);
  return [`${label("permalink")} ${passage}`, `${label("source")} ${file}`, ...quotes, label("passage.wrong"), ""].join("\n\n");
}

/** The beginning of a text that takes no more than so many signs of an address. */
function shortened(text, room) {
  let taken = 0;
  const signs = [];
  for (const sign of text) {
    taken += encodeURIComponent(sign).length;
    if (taken > room) return `${signs.join("")}…`;
    signs.push(sign);
  }
  return text;
}
