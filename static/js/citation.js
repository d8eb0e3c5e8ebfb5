/* Citations in the usual styles, composed from items of CSL-JSON as `duizhao/cite/` composes them. No DOM in here.
   A citation is three texts: what stands before the newspaper's name, the name where it is in italics, and the rest. */

import { capitalized, listed, quoted, row, sentence, typographic } from "./punctuation.js";

const MONTHS = "January February March April May June July August September October November December".split(" ");
const SHORT_MONTHS = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split(" ");
const NEWSPAPER = "\0";

export const STYLES = {
  chicago,
  "chicago-bibliography": chicagoBibliography,
  mla,
  apa,
  "gbt-2015": gbt2015,
  "gbt-2025": gbt2025,
};

/** Whether a style writes in Chinese, and prints no translation of a headline. */
export const isChinese = (style) => style.startsWith("gbt");

/** Whether an item is a translation. */
export const isTranslation = (item) => item.id.endsWith("-translation");

/** What an item is called where a machine translated it that nobody names; else nothing. */
export const kind = (item) => item.note?.replace(/^genre: /, "") ?? "";

/** Whether a style says who or what translated. */
export const tellsTranslator = (style) => style !== "gbt-2015";

/**
 * Cite an item.
 * @param {string} style a key of STYLES
 * @param {Object} item what is cited
 * @param {Object} [translation] the item of its translation, where `item` is an original that has one
 */
export function cite(style, item, translation) {
  const work = isTranslation(item) || isChinese(style) ? verbatim(item) : translated(verbatim(item), item, translation, style);
  const [before, after = ""] = STYLES[style](work).split(NEWSPAPER);
  return work.italic ? [before, work.italic, work.upright + after] : [before + work.upright + after, "", ""];
}

function verbatim(item) {
  const isHan = /^(zh|ja|ko)/.test(item.language);
  const newspaper = item["container-title"] ?? "";
  const [year, month, day] = item.issued["date-parts"][0];
  return {
    authors: item.author ?? [],
    title: typographic(item.title),
    italic: isHan ? "" : newspaper,
    upright: isHan ? newspaper : "",
    newspaper: newspaper && NEWSPAPER,
    column: item.section,
    translator: item.translator?.[0],
    kind: kind(item),
    isHan,
    year,
    month,
    day,
    page: item.page,
    address: item.URL,
  };
}

/** Add the translation of the headline in brackets; before it all in Latin letters, if the style wants them. */
function translated(work, item, translation, style) {
  const latin = style.startsWith("chicago") ? item.custom?.latin : undefined;
  const title = row([latin?.title, work.title, translation && `[${typographic(translation.title)}]`], " ");
  if (!latin) return { ...work, title };
  const other = translation?.["container-title"];
  const upright = row([work.upright, other && other !== work.upright && `[${other}]`], " ");
  const italic = latin["container-title"] ?? "";
  return {
    ...work,
    authors: latin.author ?? translation?.author ?? [],
    title,
    italic,
    upright: italic && upright ? ` ${upright}` : upright,
    newspaper: (italic || upright) && NEWSPAPER,
  };
}

function chicago(work) {
  const names = work.authors.map((name) => forward(name, work.isHan));
  const shown = names.length <= 2 ? names.join(" and ") : `${names[0]} et al.`;
  const translator = work.translator && `trans. ${forward(work.translator)}`;
  const page = work.page && `p. ${work.page}`;
  const rest = row([work.kind, work.column, translator, work.newspaper, monthFirst(work), page, work.address]);
  return `${row([shown, quoted(work.title, ",")])} ${rest}.`;
}

function chicagoBibliography(work) {
  const names = inverted(work);
  const shown = names.length > 6 ? row([...names.slice(0, 3), "et al."]) : listed(names, "and");
  const translator = work.translator && `Translated by ${forward(work.translator)}`;
  const where = row([names.length && work.newspaper, monthFirst(work)]);
  const rest = row([capitalized(work.kind), work.column, translator, where, work.address], ". ");
  return `${stopped(shown || work.newspaper)}${quoted(work.title, ".")} ${rest}.`;
}

function mla(work) {
  const names = inverted(work);
  const shown = names.length <= 2 ? listed(names, "and") : `${names[0]}, et al.`;
  const translator = work.translator && `translated by ${forward(work.translator)}`;
  const day = `${work.day} ${SHORT_MONTHS[work.month - 1]} ${work.year}`;
  const rest = row([work.newspaper, translator, day, work.page && `p. ${work.page}`, work.address]);
  return `${stopped(shown)}${quoted(work.title, ".")} ${row([capitalized(work.kind), rest, work.column], ". ")}.`;
}

function apa(work) {
  const names = listed(work.authors.map((name) => initialled(name, work.isHan)), "&");
  const day = `(${work.year}, ${MONTHS[work.month - 1]} ${work.day}).`;
  const by = work.kind ? `[${capitalized(work.kind)}]` : work.translator && `(${initialsFirst(work.translator)}, Trans.)`;
  const title = by ? `${work.title} ${by}.` : sentence(work.title);
  const head = names ? `${stopped(names)}${day} ${title}` : `${title} ${day}`;
  const where = row([work.newspaper, work.page]);
  return row([head, where && `${where}.`, work.address], " ");
}

function gbt2015(work) {
  const names = standard(work, work.authors.map((name) => short(name).toUpperCase()), ", ");
  return entry(work, names, "", row([work.newspaper, numbers(work) + (work.page ? `(${work.page})` : "")]));
}

function gbt2025(work) {
  const names = standard(work, work.authors.map(short), "，");
  const translator = work.kind ? "机器翻译" : work.translator && `${short(work.translator)}，译`;
  const where = row([work.newspaper, numbers(work) + (work.page ? `（${work.page}）` : "")], "，");
  return entry(work, names, translator, where);
}

function entry(work, names, translator, where) {
  return `${row([names, work.title + (work.address ? "[N/OL]" : "[N]"), translator, where, work.address], ". ")}.`;
}

function standard(work, names, comma) {
  return (names.length > 3 ? [...names.slice(0, 3), work.isHan ? "等" : "et al"] : names).join(comma);
}

const isHanName = (name) => /\p{Script=Han}/u.test(name.family ?? name.literal);
const monthFirst = ({ year, month, day }) => `${MONTHS[month - 1]} ${day}, ${year}`;
const numbers = ({ year, month, day }) => [String(year).padStart(4, "0"), ...[month, day].map((n) => String(n).padStart(2, "0"))].join("-");
const stopped = (names) => names && `${names.replace(/\.$/, "")}. `;

/** The name, family name first. */
function whole(name) {
  return name.literal ?? `${name.family}${isHanName(name) ? "" : " "}${name.given}`;
}

function forward(name, isHan = false) {
  return name.literal || isHan || isHanName(name) ? whole(name) : `${name.given} ${name.family}`;
}

/** Names for a list in the order of the alphabet: the first has its family name first. */
function inverted({ authors, isHan }) {
  return authors.map((name, place) =>
    place || name.literal || isHan || isHanName(name) ? forward(name, isHan) : `${name.family}, ${name.given}`,
  );
}

const initials = (given) => given.match(/(?<=^|[\s.])\p{L}|-(?![a-z])\p{L}/gu) ?? [];
const dotted = (name) => initials(name.given).map((initial) => `${initial.toUpperCase()}.`).join(" ").replaceAll(" -", "-");

function initialled(name, isHan) {
  return name.literal || isHanName(name) ? whole(name) : `${name.family}${isHan ? "" : ","} ${dotted(name)}`;
}

function initialsFirst(name) {
  return name.literal || isHanName(name) ? whole(name) : `${dotted(name)} ${name.family}`;
}

function short(name) {
  if (name.literal || isHanName(name)) return whole(name);
  return row([name.family, ...initials(name.given).map((initial) => initial.replace("-", "").toUpperCase())], " ");
}
