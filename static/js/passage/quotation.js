/* A quotation of passages: each text with its reference, in the style of citations that a reader prefers. No DOM in here. */

import { cite, isChinese, isTranslation, tellsTranslator } from "../citation.js";

const DATE = "1954-12-24-".length;

/** The entries that an issue has of the article with this key: the original, the translation, or both. */
export function entries(items, key) {
  return items.filter(({ id }) => [key, `${key}-translation`].includes(id.slice(DATE)));
}

/**
 * Compose a quotation.
 * @param {Object} passage what texts.js calls `quoted`
 * @param {{items: Object[], style: string, isMachine: boolean, title: string, address: string}} source `items`: of the
 *   article; where there are none, its `title` and `address` have to do
 * @param {Object} said the interface's words by their language
 * @returns {{lang: string, lines: string[], reference: string[], note: string}[]}
 */
export function quotation({ texts, numbers }, source, said) {
  const inChinese = isChinese(source.style);
  const words = said[inChinese ? "zh" : "en"];
  return texts.map(({ side, lang, lines }) => {
    const item = source.items.find(({ language }) => language === lang);
    const isTranslated = item ? isTranslation(item) : side === 1;
    const isTold = item && tellsTranslator(source.style);
    const machine = isTranslated && source.isMachine && !isTold && words["translation.machine"];
    const notes = [/\D/.test(numbers) && `¶${numbers}`, machine];
    const note = notes.filter(Boolean).join(inChinese ? "；" : "; ");
    return { lang, lines, reference: reference(item, source), note: note && (inChinese ? `［${note}］` : ` [${note}]`) };
  });
}

/** A quotation as plain text. */
export function plain(parts) {
  return parts.map(({ lines, reference, note }) => `${lines.join("\n")}\n— ${reference.join("")}${note}`).join("\n\n");
}

function reference(item, { items, style, title, address }) {
  if (!item) return [`${title}, ${address}`, "", ""];
  const translation = isTranslation(item) ? undefined : items.find(isTranslation);
  return cite(style, { ...item, URL: address }, translation);
}
