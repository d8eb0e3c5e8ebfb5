/* A citation as it stands on a page: the newspaper's name in italics, Chinese in an English text marked as such, and
   its address a link where that is wanted. */

import { isChinese } from "./citation.js";

const HAN_RUN = /([\p{Script=Han}\u3001-\u303f\uff01-\uff65]+)/u;

/**
 * Make the nodes of a citation.
 * @param {string[]} pieces before the newspaper's name, the name where it is in italics, and the rest
 * @param {string} style that the citation is in
 * @param {string} [address] what of it becomes a link
 */
export function cited(pieces, style, address) {
  return pieces.flatMap((piece, place) => {
    if (place === 1) return piece ? [element("i", piece)] : [];
    const at = address ? piece.indexOf(address) : -1;
    if (at < 0) return spoken(piece, style);
    const link = element("a", address);
    link.href = address;
    return [...spoken(piece.slice(0, at), style), link, ...spoken(piece.slice(at + address.length), style)];
  });
}

function spoken(text, style) {
  if (isChinese(style)) return [text];
  return text.split(HAN_RUN).map((piece, place) => (place % 2 ? element("span", piece, "zh") : piece));
}

export function element(name, text, lang) {
  const made = document.createElement(name);
  made.textContent = text;
  if (lang) made.lang = lang;
  return made;
}
