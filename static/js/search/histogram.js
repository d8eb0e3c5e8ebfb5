/* How many of the articles that were found are of which year; of which month, where all are of one year.
   No DOM in here. */

/**
 * Count articles by year or month.
 * @param {number[]} articles by their numbers, in any order
 * @param {{day: string, end: number}[]} days those with articles, and how many there are up to the end of each
 * @returns {{name: string, from: string, to: string, n: number}[]} from the first to the last, none left out
 */
export function histogram(articles, days) {
  const counts = countByDay(articles, days);
  if (!counts.length) return [];
  const [first] = counts[0];
  const [last] = counts.at(-1);
  const length = first.slice(0, 4) === last.slice(0, 4) ? "1954-12".length : "1954".length;
  const sums = new Map(periods(first.slice(0, length), last.slice(0, length)).map((name) => [name, 0]));
  for (const [day, n] of counts) sums.set(day.slice(0, length), sums.get(day.slice(0, length)) + n);
  return [...sums].map(([name, n]) => ({ name, ...ends(name), n }));
}

function countByDay(articles, days) {
  const counts = [];
  let place = 0;
  for (const article of Float64Array.from(articles).sort()) {
    while (days[place].end <= article) place += 1;
    if (counts.at(-1)?.[0] === days[place].day) counts.at(-1)[1] += 1;
    else counts.push([days[place].day, 1]);
  }
  return counts;
}

function periods(first, last) {
  const count = (name) => (name.length > 4 ? Number(name.slice(0, 4)) * 12 + Number(name.slice(5)) - 1 : Number(name));
  const name = (n) => (first.length > 4 ? `${year(Math.floor(n / 12))}-${String((n % 12) + 1).padStart(2, "0")}` : year(n));
  return Array.from({ length: count(last) - count(first) + 1 }, (_, n) => name(count(first) + n));
}

function year(number) {
  return String(number).padStart(4, "0");
}

function ends(name) {
  if (name.length === 4) return { from: `${name}-01-01`, to: `${name}-12-31` };
  const [of, month] = name.split("-").map(Number);
  const last = new Date(Date.UTC(2000, month, 0)).getUTCDate(); // 2000 was a leap year
  const isLeap = (of % 4 === 0 && of % 100 !== 0) || of % 400 === 0;
  return { from: `${name}-01`, to: `${name}-${month === 2 && !isLeap ? 28 : last}` };
}
