/* What citeproc-js, the processor of Zotero, prints. Reads from standard input a list of {style, locale, item, isNote},
   style and locale being files; writes the list of strings. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { Engine } = createRequire(new URL("../validators/", import.meta.url))("citeproc");
const engines = new Map();

function engine(style, locale) {
  const key = `${style} ${locale}`;
  if (!engines.has(key)) {
    const shown = {};
    const system = { retrieveLocale: () => readFileSync(locale, "utf8"), retrieveItem: () => shown.item };
    const made = new Engine(system, readFileSync(style, "utf8"), locale.match(/locales-(.*)\.xml$/)[1], true);
    made.setOutputFormat("text");
    engines.set(key, { made, shown });
  }
  return engines.get(key);
}

const asked = JSON.parse(readFileSync(0, "utf8"));
const printed = asked.map(({ style, locale, item, isNote }) => {
  const { made, shown } = engine(style, locale);
  // One article at a time: else years get letters, and repeated authors dashes.
  made.updateItems([]);
  shown.item = item;
  made.updateItems([item.id]);
  return isNote ? made.makeCitationCluster([{ id: item.id }]) : made.makeBibliography()[1][0].trim();
});
process.stdout.write(JSON.stringify(printed));
