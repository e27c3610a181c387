// How long a search takes, from the words to the ranks, and how long the index takes to build:
// `node bench/search.mjs FOLDER…`, each holding `<lang>/<territory>/{places,words}.json` of an edition.

import { readFile, readdir } from "node:fs/promises"
import { join } from "node:path"

import { Search } from "../app/static/js/finder/search.js"
import { Places } from "../app/static/js/places/places.js"
import { QUERIES } from "../tests/js/finder/queries.js"

const ROUNDS = 5

for (const folder of process.argv.slice(2)) {
  const [lang] = await readdir(folder)
  for (const territory of await readdir(join(folder, lang))) await measure(join(folder, lang, territory))
}

/** @param {string} folder */
async function measure(folder) {
  const [places, words] = await Promise.all(["places", "words"].map(async (name) => JSON.parse(await readFile(join(folder, `${name}.json`), "utf8"))))
  const start = performance.now()
  const search = await new Search(new Places(places), words).fill(words)
  const built = performance.now() - start
  const keystrokes = QUERIES.flatMap(({ words: query }) => [...query].map((_, n) => query.slice(0, n + 1)))
  const times = rounds(QUERIES.map(({ words: query }) => query), search)
  const typed = rounds(keystrokes, search)
  console.log(
    `${places.count} places: index ${built.toFixed(0)} ms · query median ${at(times, 0.5)} ms, p95 ${at(times, 0.95)} ms ·` +
      ` keystroke median ${at(typed, 0.5)} ms, p95 ${at(typed, 0.95)} ms, max ${at(typed, 1)} ms`,
  )
}

/** @param {string[]} queries @param {Search} search @returns {number[]} sorted milliseconds */
function rounds(queries, search) {
  const times = []
  for (let round = 0; round < ROUNDS; round++) {
    for (const query of queries) {
      const start = performance.now()
      search.find(query)
      if (round) times.push(performance.now() - start)
    }
  }
  return times.sort((a, b) => a - b)
}

/** @param {number[]} sorted @param {number} share */
function at(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(2)
}
