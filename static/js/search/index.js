/* The index of the site, as docs/reference.md describes it, read through a function that fetches files. No DOM in here. */

import { learn } from "./folding.js";
import { postings } from "./postings.js";

const VERSION = 2;
const DAY = 86_400_000;

/**
 * Open the index that the site has now.
 * @param {(path: string, mayChange?: boolean) => Promise<ArrayBuffer>} fetched reads a file below the site's root;
 *   one that may not change is named for what is in it, so that of an older index it is the same, or not there
 */
export async function openIndex(fetched) {
  const { directory, folding } = await pointer(fetched);
  const read = cached(async (path, mayChange) => JSON.parse(await text(await fetched(path, mayChange))));
  const [opened, table] = await Promise.all([read(named(directory)), read(named(folding))]);
  learn(table);
  return new Index(directory, read, opened);
}

/** The table that text is folded by, alone. */
export async function foldingTable(fetched) {
  const { folding } = await pointer(fetched);
  return JSON.parse(await text(await fetched(named(folding))));
}

async function pointer(fetched) {
  const found = JSON.parse(new TextDecoder().decode(await fetched("search/index.json", true)));
  if (found.version !== VERSION) throw new Error(`search/index.json: version ${found.version}`);
  return found;
}

function named(name) {
  return `search/${name}.gz`;
}

export class Index {
  constructor(name, read, directory) {
    this.name = name; // another one: another index
    this.read = read;
    this.count = directory.articles;
    this.pages = directory.pages;
    this.folder = directory.folder;
    this.aFile = directory.a_file;
    this.firsts = directory.firsts;
    this.names = directory.names;
    this.days = days(directory);
  }

  /** Fetch what is known of some terms, all at once: their postings. */
  async postings(terms) {
    const lists = await Promise.all(terms.map((term) => this.list(term)));
    return new Map(terms.map((term, place) => [term, lists[place]]));
  }

  async list(term) {
    const { firsts, names, long } = await this.volume(term);
    const [, ...starts] = own(long, term) ?? [0, 0];
    const last = place(firsts, term) + 1;
    const pieces = await Promise.all(names.slice(Math.max(0, last - starts.length), last).map((name) => this.read(named(name))));
    return pieces.flatMap((piece, n) => postings(own(piece, term) ?? "", starts[n]));
  }

  /** Terms that begin so: those in the shard where they begin. */
  async startingWith(prefix) {
    const { firsts, names } = await this.volume(prefix);
    const name = names[Math.max(0, place(firsts, prefix))];
    const shard = name ? await this.read(named(name)) : {};
    return Object.keys(shard).filter((term) => term.startsWith(prefix));
  }

  /** The shards among which a term is, if it is anywhere. */
  async volume(term) {
    const name = this.names[Math.max(0, place(this.firsts, term))];
    return name ? this.read(named(name)) : { firsts: [], names: [], long: {} };
  }

  /** The first article of these days, and the one behind the last; an empty day is no limit. */
  between(first, last) {
    const before = (day) => this.days.filter((one) => one.day < day).at(-1)?.end ?? 0;
    const upTo = (day) => this.days.filter((one) => one.day <= day).at(-1)?.end ?? 0;
    const start = first ? before(first) : 0;
    return [start, Math.max(start, last ? upTo(last) : this.count)];
  }

  /** The day of an article. */
  day(number) {
    let low = 0;
    let high = this.days.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.days[middle].end > number) high = middle;
      else low = middle + 1;
    }
    return this.days[low].day;
  }

  /** What search.json says of an article. */
  async article(number) {
    const listed = await this.read(`${this.folder}${Math.floor(number / this.aFile)}.gz`, true);
    return listed[number % this.aFile];
  }
}

/** The place of the last term that is not greater; -1: there is none. */
function place(firsts, term) {
  let low = -1;
  let high = firsts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (compared(firsts[middle], term) <= 0) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Compare by code points, as the index is sorted; the language itself would put U+20000 before U+F900. */
export function compared(one, other) {
  const [left, right] = [[...one], [...other]];
  const place = left.findIndex((sign, n) => sign !== right[n]);
  if (place < 0) return left.length - right.length;
  return place < right.length ? left[place].codePointAt(0) - right[place].codePointAt(0) : 1;
}

function own(record, term) {
  return Object.hasOwn(record, term) ? record[term] : undefined;
}

/** Each day with articles, and how many there are up to its end. */
function days(directory) {
  const found = [];
  let time = Date.parse(directory.first);
  let end = 0;
  for (let n = 0; n < directory.days.length; n += 2) {
    time += directory.days[n] * DAY;
    end += directory.days[n + 1];
    found.push({ day: new Date(time).toISOString().slice(0, 10), end });
  }
  return found;
}

/** Some hosts hand out what is compressed as what it is, some unpack it on the way. */
async function text(bytes) {
  const [first, second] = new Uint8Array(bytes);
  if (first !== 0x1f || second !== 0x8b) return new TextDecoder().decode(bytes);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

/** Read each file once; what failed is tried anew. */
function cached(read) {
  const kept = new Map();
  return (path, mayChange) => {
    if (!kept.has(path)) {
      kept.set(path, read(path, mayChange).catch((error) => {
        kept.delete(path);
        throw error;
      }));
    }
    return kept.get(path);
  };
}
