/* Marks around titles and names, as English books set them; the same as `duizhao/cite/punctuation.py`. */

const OPENED = { '"': "“", "'": "‘" };
const CLOSED = { '"': "”", "'": "’" };
const INNER = { "“": "‘", "”": "’" };
const STOPS = /[?!.？！。]$/;

/** Turn straight quotation marks into curly ones. */
export function typographic(title) {
  return title.replace(/(?<=^|[\s([—–-])["'](?=\S)/g, (mark) => OPENED[mark]).replace(/["']/g, (mark) => CLOSED[mark]);
}

/** Put a title between quotation marks, those inside it single; the mark that follows goes inside, too. */
export function quoted(title, mark) {
  return `“${marked(title.replace(/[“”]/g, (inner) => INNER[inner]), mark)}”`;
}

/** End a title that has no marks around it with one full stop. */
export const sentence = (title) => marked(title, ".");

/** Join names, with a comma before the last. */
export function listed(names, last) {
  return names.length > 1 ? `${names.slice(0, -1).join(", ")}, ${last} ${names.at(-1)}` : names.join("");
}

/** Begin a text with a capital letter. */
export const capitalized = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Join what there is. */
export const row = (parts, between = ", ") => parts.filter(Boolean).join(between);

function marked(title, mark) {
  const bare = title.replace(/[”’]+$/, "");
  return mark === "." && STOPS.test(bare) ? title : bare + mark + title.slice(bare.length);
}
