// The matching rules: needs before names, phrases as phrases, no guess at short words, “not yet” where nothing is.

import assert from "node:assert/strict"
import { test } from "node:test"

import { closest, slipsBetween } from "../../../app/static/js/finder/corrections.js"
import { Search } from "../../../app/static/js/finder/search.js"
import { stem } from "../../../app/static/js/finder/stems.js"
import { Places } from "../../../app/static/js/places/places.js"
import { NAMES, places, words } from "./town.js"

const MISSING = [
  [4, "Colis alimentaires,manger,restos du cœur,nourriture,food,eat,طعام"],
  [1, "Colis bébé,couches,lait bébé,nappies,حفاضات"],
  [5, "Bains-douches,douche,shower,دوش"],
  [4, "Psychologue,psychologue pour enfants,child psychologist"],
]
const town = { ...words, missing: MISSING }
const search = await new Search(new Places(places), town).fill(town)
const NOT_YET = { ranks: [], isGuess: false }

for (const [one, other] of [
  ["vaccin", "vacin"], ["vaccins", "vaccin"], ["vacciner", "vaccin"], ["mangé", "manger"], ["bibliotheque", "biblioteque"],
  ["publique", "public"], ["pharmacie", "farmacie"], ["enfants", "kids"], ["fils", "طفل"], ["nappies", "nappie"],
]) {
  test(`« ${one} » and « ${other} » are one word`, () => assert.equal(stem(one.normalize("NFD").replace(/\p{M}/gu, "")), stem(other)))
}

for (const [one, other] of [["caf", "cafe"], ["show", "shower"], ["cours", "course"], ["coeur", "cour"], ["manger", "mayer"]]) {
  test(`« ${one} » and « ${other} » stay two words`, () => assert.notEqual(stem(one), stem(other)))
}

for (const question of ["manger", "mangé", "restos du coeur", "je cherche à manger", "I need food", "أريد الطعام", "couches", "la douche", "nappies for my baby"]) {
  test(`« ${question} » has no place here, which is said`, () => {
    const { ranks, isGuess, missing } = search.find(question)
    assert.deepEqual({ ranks, isGuess }, NOT_YET)
    assert.ok(missing.length > 0)
  })
}

test("a sentence may name a need though none of its words does", async () => {
  const tired = { ...town, missing: [...MISSING, [1, "Écoute,je n’en peux plus"]] }
  const found = (await new Search(new Places(places), tired).fill(tired)).find("Je n'en peux plus")
  assert.deepEqual({ ...found, missing: found.missing.length }, { ...NOT_YET, missing: 1 })
  assert.equal(search.find("je n’en peux plus").missing.length, 0)
})

test("for whom it is does not make a place the closest thing", async () => {
  const kind = { ...words, purposes: words.purposes.map(() => "Pour les enfants.") }
  const found = await new Search(new Places(places), kind).fill(kind)
  assert.ok(found.find("enfants").ranks.length > 0)
  assert.deepEqual(found.find("enfants sourds").ranks, [])
})

test("who does not know a word does not know what a child needs", async () => {
  const kind = { ...words, kinds: words.kinds.map((all, k) => (k === 4 ? `${all},enfants` : all)) }
  const found = await new Search(new Places(places), kind).fill(kind)
  assert.equal(NAMES[found.find("enfants").ranks[0]], "Jardin Rachmaninov")
  assert.equal(NAMES[found.find("jardin enfants").ranks[0]], "Jardin Rachmaninov")
  assert.deepEqual(found.find("enfants zythum").ranks, [])
})

test("what says little beside another need is not what is asked for", () => {
  assert.deepEqual(search.find("papiers").ranks.map((i) => NAMES[i]), ["Espace Solidarité"])
  assert.deepEqual(search.find("papiers restos du cœur"), { ...NOT_YET, missing: ["droits"] })
})

test("to marry is not to be a husband", () => {
  assert.notEqual(stem("marier"), stem("mari"))
  assert.equal(stem("marier"), stem("married"))
})

for (const also of ["~sieste,~calme", "~,sieste,calme"]) {
  test(`a kind that helps with something too comes after the kind itself: « ${also} »`, async () => {
    const kinds = words.kinds.map((all, k) => (k === 0 ? `${all},${also}` : k === 6 ? `${all},sieste` : all))
    const found = (await new Search(new Places(places), { ...town, kinds }).fill(town)).find("sieste")
    assert.deepEqual(found.ranks.map((i) => NAMES[i]), ["Sanisette Hébert", "Collège Daniel Mayer", "Bibliothèque Maurice Genevoix"])
  })
}

test("a missing need tells its theme", () => assert.deepEqual(search.find("manger").missing, ["droits"]))

test("a phrase matches as a phrase, in whichever order", () => {
  for (const question of ["psychologue pour mon fils", "psychologist for a child"]) assert.deepEqual(search.find(question).missing, ["droits"])
})

test("a need comes before a name that resembles it", () => {
  assert.equal(NAMES[search.find("nager").ranks[0]], "Piscine Hébert")
  assert.ok(!search.find("manger").ranks.some((i) => NAMES[i].includes("Mayer")))
})

test("the name of a place beside a need chooses among its places", () => {
  assert.equal(NAMES[search.find("bibliothèque romilly").ranks[0]], "Bibliothèque Jacqueline de Romilly")
})

test("words that begin a need ask for it while one types", () => {
  assert.deepEqual(search.find("couch").missing, ["culture"])
  assert.equal(NAMES[search.find("médiath").ranks[0]], "Bibliothèque Maurice Genevoix")
})

test("a word of five letters is guessed at only where one letter makes the one word it can be", () => {
  assert.equal(closest("mager", "mager", ["manger", "mayer"]), null)
  assert.equal(closest("duche", "duche", ["douche", "devoir"]), "douche")
  assert.equal(closest("balle", "balle", ["salle"]), null)
  assert.equal(closest("duch", "duch", ["douch"]), null)
  assert.deepEqual(search.find("pitci"), { ranks: [], isGuess: true, missing: [] })
})

test("a word is also heard as it sounds", () => {
  const known = ["logement", "psikolog", "enceint", "francai"]
  for (const [term, meant] of [["logment", "logement"], ["sikolog", "psikolog"], ["ansint", "enceint"], ["frencai", "francai"]]) {
    assert.equal(closest(term, term, known), meant)
  }
})

test("a longer one is, and called a guess", () => {
  const { ranks, isGuess } = search.find("pitcine")
  assert.equal(NAMES[ranks[0]], "Piscine Hébert")
  assert.ok(isGuess)
})

test("a need that is guessed at and has no place is a guess too", () => {
  const { ranks, isGuess, missing } = search.find("sichologue")
  assert.deepEqual({ ranks, isGuess, missing }, { ranks: [], isGuess: true, missing: ["droits"] })
})

test("letters swapped, changed, added or left out are one slip each", () => {
  assert.deepEqual([["ab", "ba"], ["ab", "ac"], ["ab", "abc"], ["ab", "a"], ["abc", "xyz"]].map(([a, b]) => slipsBetween(a, b)), [1, 1, 1, 1, 3])
})

test("words of an older release, which name no missing kind, still find", async () => {
  const older = await new Search(new Places(places), words).fill(words)
  assert.equal(NAMES[older.find("piscine").ranks[0]], "Piscine Hébert")
})
