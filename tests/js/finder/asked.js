// How the search answers what families ask, in every quarter: `node asked.js FOLDER`, where FOLDER holds
// `<lang>/<territory>/{places,words}.json` of an edition. Prints JSON: how many are right, and those that are not.

import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"

import { Search } from "../../../app/static/js/finder/search.js"
import { Places } from "../../../app/static/js/places/places.js"
import { QUESTIONS } from "./questions.js"

const folder = process.argv[2]
/** @type {Record<string, { asked: number, first3: number, first5: number }>} */
const tally = {}
const wrong = []

for (const lang of await readdir(folder)) {
  for (const territory of await readdir(join(folder, lang))) {
    const read = async (/** @type {string} */ name) => JSON.parse(await readFile(join(folder, lang, territory, name), "utf8"))
    const [places, words] = [new Places(await read("places.json")), await read("words.json")]
    const search = await new Search(places, words).fill(words)
    for (const question of QUESTIONS.filter((one) => one.lang === lang)) {
      const found = search.find(question.words)
      const [three, five] = [3, 5].map((first) => isRight(places, question, found, first))
      tally[lang] ??= { asked: 0, first3: 0, first5: 0 }
      tally[lang].asked++
      tally[lang].first3 += Number(three)
      tally[lang].first5 += Number(five)
      if (!three) wrong.push({ territory, lang, words: question.words, guess: found.isGuess, found: found.ranks.slice(0, 5).map((i) => places.names[i]) })
    }
  }
}
console.log(JSON.stringify({ tally, wrong }))

/**
 * The first is of a kind that answers, or, where no place is, “not yet”: a look-alike is wrong in both cases.
 * @param {Places} places
 * @param {import("./questions.js").Question} question
 * @param {import("../../../app/static/js/finder/search.js").Found} found
 * @param {number} first how many results are looked at
 */
function isRight(places, { kinds, isTypo }, { ranks, isGuess, missing = [] }, first) {
  const answers = (/** @type {number} */ i) => places.categories(i).some((k) => kinds.includes(places.kinds[k].id))
  const isSaid = isTypo || !isGuess
  if (ranks.length === 0) return missing.length > 0 && isSaid
  return ranks.slice(0, first).some(answers) && answers(ranks[0]) && isSaid
}
