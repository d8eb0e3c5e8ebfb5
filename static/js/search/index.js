/* The index of the site, as docs/reference.md describes it, read through a function that fetches files. No DOM in here. */

import { learn } from "./folding.js";
import { postings } from "./postings.js";

const VERSION = 1;
const DAY = 86_400_000;

/**
 * Open the index that the site has now.
 * @param {(path: string, isPointer?: boolean) => Promise<ArrayBuffer>} fetched reads a file below the site's root
 */
export async function openIndex(fetched) {
  const read = await reader(fetched);
  const [directory, table] = await Promise.all([read("directory.gz"), read("folding.gz")]);
  learn(table);
  return new Index(read, directory);
}

/** The table that text is folded by, alone. */
export async function foldingTable(fetched) {
  return (await reader(fetched))("folding.gz");
}

async function reader(fetched) {
  const { version, folder } = JSON.parse(new TextDecoder().decode(await fetched("search/index.json", true)));
  if (version !== VERSION) throw new Error(`search/index.json: version ${version}`);
  return cached(async (path) => JSON.parse(await text(await fetched(folder + path))));
}

export class Index {
  constructor(read, directory) {
    this.read = read;
    this.count = directory.articles;
    this.pages = directory.pages;
    this.aFile = directory.a_file;
    this.long = new Map(Object.entries(directory.long));
    this.shards = directory.volumes.flatMap((terms, volume) => terms.map((term, n) => ({ term, path: `${volume}-${n}.gz` })));
    this.days = days(directory);
  }

  /** Fetch what is known of some terms, all at once: their postings. */
  async postings(terms) {
    const lists = await Promise.all(terms.map((term) => this.list(term)));
    return new Map(terms.map((term, place) => [term, lists[place]]));
  }

  async list(term) {
    const place = this.place(term);
    const [, ...starts] = this.long.get(term) ?? [];
    if (!starts.length) return place < 0 ? [] : postings(own(await this.read(this.shards[place].path), term));
    const shards = this.shards.slice(place - starts.length + 1, place + 1);
    const pieces = await Promise.all(shards.map(({ path }) => this.read(path)));
    return pieces.flatMap((piece, n) => postings(own(piece, term), starts[n]));
  }

  /** Terms that begin so: those in the shard where they begin. */
  async startingWith(prefix) {
    const place = Math.max(0, this.place(prefix));
    const shard = this.shards.length ? await this.read(this.shards[place].path) : {};
    return Object.keys(shard).filter((term) => term.startsWith(prefix));
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
    const listed = await this.read(`articles/${Math.floor(number / this.aFile)}.gz`);
    return listed[number % this.aFile];
  }

  /** The last shard whose first term is not greater. */
  place(term) {
    let low = -1;
    let high = this.shards.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (compared(this.shards[middle].term, term) <= 0) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Compare by code points, as the index is sorted; the language itself would put U+20000 before U+F900. */
export function compared(one, other) {
  const [left, right] = [[...one], [...other]];
  const place = left.findIndex((sign, n) => sign !== right[n]);
  if (place < 0) return left.length - right.length;
  return place < right.length ? left[place].codePointAt(0) - right[place].codePointAt(0) : 1;
}

function own(shard, term) {
  return Object.hasOwn(shard, term) ? shard[term] : "";
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
  return (path) => {
    if (!kept.has(path)) {
      kept.set(path, read(path).catch((error) => {
        kept.delete(path);
        throw error;
      }));
    }
    return kept.get(path);
  };
}
