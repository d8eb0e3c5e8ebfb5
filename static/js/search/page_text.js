/* What the page of an article says, read from its HTML as duizhao/search/page_text.py does. No DOM in here. */

const DECK = /<div class="?deck"?>(.*?)<\/div>/s;
const PART = /<(?:div id="?p(\d+)\b"?|section\b)[^>]*>/;
const BESIDE =
  /<(summary|select)\b.*?<\/\1>|<p class="?(?:remark|missing)\b.*?<\/p>|<a href="?#p\d+"?>\d+<\/a>/gs;
const INLINE = /<\/?(?:a|b|code|del|em|i|mark|s|small|span|strong|sub|sup)(?:\s[^>]*)?>/g;
const BREAK = /<br\b[^>]*>/g;
const TAG = /<[^>]*>/g;
const REFERENCE = /&(?:#(\d+)|#x([0-9a-f]+)|(amp|lt|gt|quot));/gi;
const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"' };

/**
 * Read the page of an article; what is no such page has no text.
 * @returns {{headline: string[], blocks: {passage: number, text: string}[]}} passage 0: none
 */
export function pageText(page) {
  const start = page.indexOf("<h1");
  const [heading, below] = cut(start < 0 ? "" : page.slice(start, Math.max(start, page.lastIndexOf("</article>"))), "</h1>");
  const [header, body] = cut(below, "</header>");
  const deck = DECK.exec(header)?.[1] ?? "";
  return { headline: [...texts(heading), ...texts(deck)], blocks: [...blocks(body.replace(BESIDE, "<p>"))] };
}

function cut(text, mark) {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + mark.length)];
}

function* blocks(body) {
  const [, ...parts] = body.split(PART);
  for (let n = 0; n < parts.length; n += 2) {
    for (const text of texts(parts[n + 1])) yield { passage: Number(parts[n] ?? 0), text };
  }
}

function texts(html) {
  const parted = html.replace(INLINE, "").replace(BREAK, " ").replace(TAG, "\0");
  return unescaped(parted).split("\0").map((text) => text.trim()).filter(Boolean);
}

function unescaped(text) {
  return text.replace(REFERENCE, (_, decimal, hex, name) =>
    name ? NAMED[name.toLowerCase()] : String.fromCodePoint(decimal ? Number(decimal) : parseInt(hex, 16)),
  );
}
