/* Answers queries as the scripts of a site do, from its folder: `node find.mjs FOLDER < queries.json`. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";

import { search } from "../../static/js/search/finding.js";
import { openIndex } from "../../static/js/search/index.js";

const folder = process.argv[2];
const index = await openIndex((path) => readFile(join(folder, path)));
const page = (path) => readFile(join(folder, path), "utf8");

const answers = [];
for (const { asked, limits, sorting } of JSON.parse(await text(process.stdin))) {
  const found = await search(index, page, asked, limits, sorting);
  const hits = [];
  for await (const hit of found.next(10)) hits.push(hit);
  answers.push({ hits: hits.map(({ number }) => number), snippets: hits.map((hit) => hit.snippets), count: found.count });
}
console.log(JSON.stringify(answers));
