/* One form for what reads the same, as duizhao/search/folding.py has it: sign by sign. No DOM in here. */

/** Letters that the decomposition of Unicode leaves whole, and signs that are written in several ways. */
const ALIKE = {
  "’": "'", "‘": "'", ø: "o", ł: "l", đ: "d", ð: "d", ı: "i", ħ: "h", þ: "th", ß: "ss", æ: "ae", œ: "oe", ς: "σ",
};

const alike = new Map(Object.entries(ALIKE));
const simplified = new Map();
const folded = new Map();

/** Take in the table that comes with an index: traditional characters and those that stand for them. */
export function learn(table) {
  const to = [...table.simplified];
  [...table.traditional].forEach((sign, place) => simplified.set(sign, to[place]));
  folded.clear();
}

export function fold(text) {
  let whole = "";
  for (const sign of text) whole += foldSign(sign);
  return whole;
}

/** Fold one sign, which may become several, or none. */
export function foldSign(sign) {
  let found = folded.get(sign);
  if (found === undefined) {
    const lower = sign.normalize("NFKC").toLowerCase();
    const bare = lower.replace(/[\u00c0-\u1fff]/g, (one) => one.normalize("NFD").replace(/[\u0300-\u036f]/g, ""));
    found = [...bare].map((one) => alike.get(one) ?? simplified.get(one) ?? one).join("");
    folded.set(sign, found);
  }
  return found;
}
