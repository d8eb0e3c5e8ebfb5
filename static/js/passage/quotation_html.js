/* A quotation as HTML, for what takes such from the clipboard. */

import { cited, element } from "../cited.js";
import { isChinese } from "../citation.js";

/** Write the parts that quotation.js composes: each text, and below it its reference with a link to the passage. */
export function html(parts, style, address) {
  const made = new DocumentFragment();
  for (const { lang, lines, reference, note } of parts) {
    const quote = element("blockquote", "", lang);
    quote.cite = address;
    quote.append(...lines.map((line) => element("p", line)));
    const source = element("p", "— ", isChinese(style) ? "zh" : "en");
    source.append(...cited(reference, style, address), note);
    made.append(quote, source);
  }
  return new XMLSerializer().serializeToString(made);
}
