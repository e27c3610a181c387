import assert from "node:assert/strict"
import test from "node:test"

import { factsOf, faultOf } from "../../../app/static/js/round/record.js"
import { emptyDraft } from "../../../app/static/js/round/store.js"

/** @param {string} path @param {string} value */
const fact = (path, value) => ({ path, value, words: path, lines: [], days: [], age: "", isDue: true })
const CARD = { place: "ici", name: "Ici", address: "", at: /** @type {[number, number]} */ ([2.36, 48.89]), metres: 0, facts: [fact("existence", "published"), fact("hours", "Mo 09:00-10:00"), fact("phones", "")] }

test("still true is said of every fact that the card showed, and of none that nobody knows", () => {
  const told = factsOf(CARD, { ...emptyDraft("ici"), isRestTrue: true })
  assert.deepEqual(told.map(({ path, answer, seen }) => [path, answer, seen]), [["existence", "true", "published"], ["hours", "true", "Mo 09:00-10:00"]])
})

test("what was not answered is not said to be true", () => {
  const draft = { ...emptyDraft("ici"), answers: { hours: { answer: "cannot", wanted: "" } } }
  assert.deepEqual(factsOf(CARD, draft).map(({ path, answer }) => [path, answer]), [["hours", "cannot"]])
})

test("what is said of the place as a whole stands in the place of its existence", () => {
  const draft = { ...emptyDraft("ici"), whole: { answer: "closed_until", wanted: "2027-01-04" }, isRestTrue: true }
  assert.deepEqual(factsOf(CARD, draft)[0], { path: "existence", answer: "closed_until", seen: "published", wanted: "2027-01-04" })
})

test("a photo is of the hours on the door, to be typed later", () => {
  assert.deepEqual(factsOf(CARD, emptyDraft("ici"), { hasPhoto: true }).map(({ path, answer }) => [path, answer]), [["hours", "photo"]])
})

for (const [said, draft, fault] of /** @type {[string, object, string][]} */ ([
  ["nothing", {}, "round_no_answer"],
  ["a change without words", { answers: { hours: { answer: "changed", wanted: " " } } }, "round_no_words"],
  ["a change with words beside it", { answers: { hours: { answer: "changed", wanted: "" } }, text: "Fermé le lundi" }, ""],
  ["closed until no day", { whole: { answer: "closed_until", wanted: "" } }, "round_no_day"],
  ["gone", { whole: { answer: "gone", wanted: "" } }, ""],
])) {
  test(`${said}: ${fault || "may leave"}`, () => assert.equal(faultOf(CARD, { ...emptyDraft("ici"), ...draft }, false), fault))
}
