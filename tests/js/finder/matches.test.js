import assert from "node:assert/strict"
import { test } from "node:test"

import { readFilters } from "../../../app/static/js/finder/filters.js"
import { childrenWelcome, matchesOf } from "../../../app/static/js/finder/matches.js"
import { Places } from "../../../app/static/js/places/places.js"
import { NAMES, places as data, words } from "./town.js"

const places = new Places(data)
const known = { themes: places.themeIds, languages: ["ar", "en"] }
const opening = () => (/** @type {number} */ i) => /** @type {const} */ (["yes", "no", "unknown"])[i % 3]
const sifted = (/** @type {string} */ query, given = {}) =>
  matchesOf(places, readFilters(new URLSearchParams(query), known), { opening, ...given })

test("it unpacks ids, positions and distances", () => {
  assert.equal(places.ids[4], "ecole-elementaire-evangile-33-rue")
  assert.equal(places.url(0), "/fr/places/college-daniel-mayer")
  assert.deepEqual([places.lon[1], places.lat[1], places.metres[8]], [2.3601, 48.8902, 400])
})

test("what filters ask comes with the words, and what an older file said stays", () => {
  const { metres, facts, ages, spoken, ...core } = data
  const late = new Places({ ...core, metres: [], facts: [], ages: [], spoken: {} })
  assert.equal(late.answer(0, "free"), "unknown")
  late.learn({ ...words, metres, facts, ages, spoken })
  const known = (/** @type {Places} */ of) => NAMES.map((_, i) => [of.metres[i], of.answer(i, "free"), of.ages(i), of.speaks(i, "ar")])
  assert.deepEqual(known(late), known(places))
  const before = new Places(data)
  before.learn(words)
  assert.deepEqual(known(before), known(places))
})

test("water and toilets stay out of the whole list", () => {
  assert.deepEqual(sifted("").yes, [0, 2, 3, 4, 6, 7, 8])
  assert.equal(sifted("practical=1").yes.length, NAMES.length)
})

for (const [query, yes, ask] of /** @type {[string, number[], number[]][]} */ ([
  ["free=1", [2], [0, 3, 6, 7, 8]],
  ["wheelchair=1", [], [0, 2, 3, 4, 6, 7, 8]],
  ["walkin=1", [7], [0, 2, 3, 4, 6, 8]],
  ["speaks=ar", [7], [0, 2, 3, 4, 8]],
  ["age=7", [2, 4], [0, 3, 6, 7, 8]],
  ["age=18m,12", [2], [0, 3, 6, 7, 8]],
  ["open=now", [0, 3, 6], [2, 8]],
  ["theme=quotidien", [1, 5], []],
  ["theme=sport,ecole", [0, 2, 4, 6], []],
  ["free=1&age=7", [2], [0, 3, 6, 7, 8]],
])) {
  test(`« ${query} » keeps apart what is not known`, () => assert.deepEqual(sifted(query), { yes, likely: [], ask }))
}

test("a theme page holds its theme only", () => {
  assert.deepEqual(sifted("", { theme: "quotidien" }).yes, [1, 5])
})

test("words keep their own order", () => {
  assert.deepEqual(sifted("", { ranks: [8, 1, 2] }).yes, [8, 1, 2])
})

test("it tells which children a place is for", () => {
  assert.deepEqual(childrenWelcome(places, 4, ["18m", "7", "14"]), ["7"])
})

test("an old information is neither a yes nor an unknown", () => {
  const old = () => (/** @type {number} */ i) => /** @type {const} */ (["yes", "likely", "unknown"])[i % 3]
  assert.deepEqual(sifted("open=now", { opening: old }), { yes: [0, 3, 6], likely: [4, 7], ask: [2, 8] })
})

test("what one can act on comes first in a list, and not in a search", () => {
  const known = new Places(data)
  known.learn({ ...words, metres: data.metres, facts: data.facts, ages: data.ages, spoken: data.spoken, plain: [6, 8] })
  const blank = readFilters(new URLSearchParams(), { themes: [], languages: [] })
  assert.deepEqual(matchesOf(known, blank, { opening }).yes, [6, 8, 0, 2, 3, 4, 7])
  assert.deepEqual(matchesOf(known, blank, { opening, ranks: [4, 8, 0] }).yes, [4, 8, 0])
})
