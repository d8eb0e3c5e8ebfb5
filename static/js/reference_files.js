/* Files for reference managers, written from items of CSL-JSON as `duizhao/cite/` writes them. No DOM in here.
   `other`: the item of the original beside a translation, or the other way round, where there is one. */

import { isTranslation, kind } from "./citation.js";
import { capitalized, row } from "./punctuation.js";

const ESCAPED = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };
const LANGUAGES = { zh: "chinese", en: "english", ja: "japanese", ko: "korean" };

/** The kinds of files: how the name of each ends, and what writes items into one, given all that may belong to them. */
export const FILES = {
  RIS: { ending: "ris", encode: (items, all) => items.map((item) => ris(item, partner(item, all))).join("") },
  BibTeX: { ending: "bib", encode: (items, all) => items.map((item) => bibtex(item, partner(item, all))).join("") },
  "CSL-JSON": { ending: "json", encode: (items) => `${JSON.stringify(items, null, 2)}\n` },
};

function partner(item, all) {
  const key = ({ id }) => id.replace(/-translation$/, "");
  return all.find((other) => key(other) === key(item) && isTranslation(other) !== isTranslation(item));
}

export function ris(item, other) {
  const lines = [
    ["TY", "NEWS"],
    ["ID", item.id],
    ["TI", item.title],
    ["ST", other?.title],
    ...(item.author ?? []).map((name) => ["AU", inverted(name)]),
    ["A4", item.translator && inverted(item.translator[0])],
    ["T2", item["container-title"]],
    ["DA", parts(item).join("/")],
    ["PY", String(item.issued["date-parts"][0][0])],
    ["SP", item.page],
    ["SE", item.section],
    ["LA", item.language],
    ["UR", item.URL],
    ["N1", capitalized(kind(item))],
  ];
  const said = lines.filter(([, value]) => value).map(([tag, value]) => `${tag}  - ${value}\r\n`);
  return `${said.join("")}ER  - \r\n`;
}

export function bibtex(item, other) {
  const newspaper = escaped(item["container-title"] ?? "");
  const fields = [
    ["entrysubtype", "newspaper"],
    ["author", (item.author ?? []).map(braced).join(" and ")],
    ["title", `{${escaped(item.title)}}`],
    ["origtitle", item["original-title"] && `{${escaped(other.title)}}`],
    ["translator", item.translator && braced(item.translator[0])],
    ["journaltitle", newspaper],
    ["journal", newspaper],
    ["date", parts(item).join("-")],
    ["year", String(item.issued["date-parts"][0][0])],
    ["pages", item.page],
    ["note", row([escaped(item.section ?? ""), capitalized(kind(item))], ". ")],
    ["langid", LANGUAGES[item.language.split("-")[0]]],
    ["url", item.URL],
  ];
  const said = fields.filter(([, value]) => value).map(([key, value]) => `  ${key} = {${value}},\n`);
  return `@article{${item.id},\n${said.join("")}}\n`;
}

/** Year, month and day, as many digits as they have in a date. */
function parts(item) {
  return item.issued["date-parts"][0].map((number, place) => String(number).padStart(place ? 2 : 4, "0"));
}

const inverted = (name) => name.literal ?? `${name.family}, ${name.given}`;
const braced = (name) => (name.literal ? `{${escaped(name.literal)}}` : `${escaped(name.family)}, ${escaped(name.given)}`);
const escaped = (text) => text.replace(/[\\{}%&#_$~^]/g, (sign) => ESCAPED[sign] ?? `\\${sign}`);
