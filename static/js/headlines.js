/* The search in headlines, authors and columns over what search.json holds. No DOM in here. */

/** Letters that the decomposition of Unicode leaves whole, and marks that are written in two ways. */
const ALIKE = { "’": "'", "‘": "'", "“": '"', "”": '"', ø: "o", ł: "l", đ: "d", ß: "ss", æ: "ae", œ: "oe" };
const LIKE = new RegExp(`[${Object.keys(ALIKE).join("")}]`, "gu");

/** Bring what reads the same to one form: width, case, accents, quotation marks. */
export function fold(text) {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(LIKE, (letter) => ALIKE[letter]);
}

/** The words of a query, folded. */
export function queryWords(query) {
  return fold(query).split(/\s+/u).filter(Boolean);
}

/** What is searched of an article: everything in both languages. White space is kept once, so that phrases match. */
export function haystack({ title, author, column }) {
  const texts = [title, author, column].flatMap((text) => Object.values(text ?? {}));
  return fold(texts.join("\n"));
}

/**
 * Find the articles in which every word stands.
 * @param {{article: Object, text: string}[]} rows articles with their haystacks
 * @param {"newest"|"oldest"} order by date; within a day as the paper has them
 */
export function find(rows, words, order) {
  if (!words.length) return [];
  const found = rows.filter(({ text }) => words.every((word) => text.includes(word))).map(({ article }) => article);
  return byDate(found, order);
}

/** Put what was found in a further part among what was found before; mostly it belongs at the end. */
export function merged(found, more, order) {
  return byDate([...found, ...more], order);
}

function byDate(articles, order) {
  const sign = order === "oldest" ? 1 : -1;
  return articles.sort((one, other) => sign * (one.date < other.date ? -1 : Number(one.date > other.date)));
}

/** The parts of a large archive's search.json in the order in which they are of use. */
export function inOrder(parts, order) {
  return [...parts].sort((one, other) => (order === "oldest" ? one.year - other.year : other.year - one.year));
}

/**
 * Cut a text into pieces, those that a word of the query matches marked.
 * @returns {{text: string, hit: boolean}[]}
 */
export function pieces(text, words) {
  const letters = [...text];
  const hits = letters.map(() => false);
  const { folded, origin } = foldedLetters(letters);
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
      hits.fill(true, origin[at], origin[at + word.length - 1] + 1);
    }
  }
  return joined(letters, hits);
}

/** Fold letter by letter, and remember for each letter of the result which one it comes from. */
function foldedLetters(letters) {
  const origin = [];
  let folded = "";
  letters.forEach((letter, place) => {
    const piece = fold(letter);
    folded += piece;
    origin.push(...Array(piece.length).fill(place));
  });
  return { folded, origin };
}

function joined(letters, hits) {
  const found = [];
  letters.forEach((letter, place) => {
    if (place && hits[place] === hits[place - 1]) found.at(-1).text += letter;
    else found.push({ text: letter, hit: hits[place] });
  });
  return found;
}
