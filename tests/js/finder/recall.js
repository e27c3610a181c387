// How many of the queries find what a person means among the first five: `node recall.js FOLDER`, where FOLDER holds
// `<lang>/<territory>/{places,words}.json` of an edition. Prints JSON.

import { readFile, readdir } from "node:fs/promises"
import { join } from "node:path"

import { Search } from "../../../app/static/js/finder/search.js"
import { Places } from "../../../app/static/js/places/places.js"
import { QUERIES } from "./queries.js"

const FIRST = 5

const folder = process.argv[2]
const missed = []
let asked = 0

for (const lang of await readdir(folder)) {
  for (const territory of await readdir(join(folder, lang))) {
    const read = async (/** @type {string} */ name) => JSON.parse(await readFile(join(folder, lang, territory, name), "utf8"))
    const places = new Places(await read("places.json"))
    const words = await read("words.json")
    const search = await new Search(places, words).fill(words)
    for (const query of QUERIES.filter((one) => places.names.some((_, i) => isMeant(places, i, one)))) {
      const ranks = search.find(query.words).ranks.slice(0, FIRST)
      asked++
      if (!ranks.some((i) => isMeant(places, i, query))) {
        missed.push({ lang, territory, query: query.words, found: ranks.map((i) => places.names[i]) })
      }
    }
  }
}
console.log(JSON.stringify({ queries: QUERIES.length, asked, recall: 1 - missed.length / asked, missed }))

/** @param {Places} places @param {number} i @param {import("./queries.js").Query} query */
function isMeant(places, i, { kinds, name }) {
  return name ? name.test(places.names[i]) : places.categories(i).some((k) => kinds?.includes(places.kinds[k].id))
}
