import assert from "node:assert/strict"
import { test } from "node:test"

import { Search } from "../../../app/static/js/finder/search.js"
import { Places } from "../../../app/static/js/places/places.js"
import { NAMES, places, words } from "./town.js"

const search = await new Search(new Places(places), words).fill(words)
const find = (/** @type {string} */ query, options = {}) => search.find(query, options).ranks.map((i) => NAMES[i])

for (const [query, name] of [
  ["ecole", "École élémentaire Évangile (33)"],
  ["ÉCOLE", "École élémentaire Évangile (33)"],
  ["biblioteque", "Bibliothèque Maurice Genevoix"],
  ["bibliot", "Bibliothèque Maurice Genevoix"],
  ["toilettes bébé", "Sanisette Hébert"],
  ["wc", "Sanisette Hébert"],
  ["ecrivain public", "Espace Solidarité"],
  ["écrivin publique", "Espace Solidarité"],
  ["حديقة", "Jardin Rachmaninov"],
  ["الحديقة", "Jardin Rachmaninov"],
  ["library", "Bibliothèque Maurice Genevoix"],
  ["libary", "Bibliothèque Maurice Genevoix"],
  ["piscine heber", "Piscine Hébert"],
  ["l’école de l’évangile", "École élémentaire Évangile (33)"],
  ["swiming pool", "Piscine Hébert"],
  ["eau", "Fontaine du jardin Rachmaninov"],
  ["colege", "Collège Daniel Mayer"],
  ["porte de montmartre", "Bibliothèque Jacqueline de Romilly"],
]) {
  test(`« ${query} » finds ${name} first`, () => assert.equal(find(query)[0], name))
}

test("water and toilets stay out of a vague search", () => {
  assert.ok(!find("rachmaninov").includes("Fontaine du jardin Rachmaninov"))
  assert.ok(find("rachmaninov", { practical: true }).includes("Fontaine du jardin Rachmaninov"))
})

test("toilets asked for are not mixed with water", () => {
  assert.deepEqual(find("toilettes"), ["Sanisette Hébert"])
})

test("places that match as well come nearest to the school first", () => {
  assert.deepEqual(find("bibliothèque"), ["Bibliothèque Maurice Genevoix", "Bibliothèque Jacqueline de Romilly"])
})

test("it offers the closest thing when nothing matches, and says it is a guess", () => {
  const found = search.find("biblothek")
  assert.ok(found.isGuess)
  assert.equal(NAMES[found.ranks[0]], "Bibliothèque Maurice Genevoix")
})

test("nothing is found by nothing", () => {
  assert.deepEqual(search.find("  ?! "), { ranks: [], isGuess: false, missing: [] })
  assert.deepEqual(search.find("xqzwkjv"), { ranks: [], isGuess: true, missing: [] })
})
