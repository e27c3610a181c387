// What was answered at a door, as a record: each fact with what the card showed and what is wanted instead.

import { suggestionOf } from "../leading/observation.js"
import { wellFormed } from "../outbox/text.js"

/**
 * @typedef {import("./store.js").Card} Card
 * @typedef {import("./store.js").Draft} Draft
 * @typedef {{ path: string, answer: string, seen: string, wanted: string }} Told
 */

/** A card is the place as a whole: that is said of this fact. */
const WHOLE = "existence"
/** A photo is of what hangs on the door. */
const PHOTOGRAPHED = "hours"

/** @param {Card} card @param {Draft} draft @param {{ hasPhoto?: boolean }} [also] @returns {Told[]} a fact without an answer is in none, unless the rest was said to be true */
export function factsOf(card, draft, { hasPhoto = false } = {}) {
  return card.facts.flatMap(({ path, value }) => {
    const given = givenOf(draft, path, hasPhoto)
    if (given) return [{ path, answer: given.answer, seen: value, wanted: wellFormed(given.wanted) }]
    return draft.isRestTrue && value ? [{ path, answer: "true", seen: value, wanted: "" }] : []
  })
}

/** @param {Card} card @param {Draft} draft @param {boolean} hasPhoto @returns {string} the key of the sentence that says what is missing; "" when nothing is */
export function faultOf(card, draft, hasPhoto) {
  const given = [...Object.values(draft.answers), ...(draft.whole ? [draft.whole] : [])]
  if (given.some(({ answer, wanted }) => answer === "closed_until" && !wanted)) return "round_no_day"
  if (given.some(({ answer, wanted }) => answer === "changed" && !wanted.trim()) && !draft.text.trim() && !hasPhoto) return "round_no_words"
  return factsOf(card, draft, { hasPhoto }).length ? "" : "round_no_answer"
}

/**
 * @param {Card} card @param {Draft} draft
 * @param {{ token: string, what: string, page: string, hasPhoto: boolean }} said
 * @returns {import("../outbox/store.js").Suggestion}
 */
export function suggestionOfRecord(card, draft, { token, what, page, hasPhoto }) {
  const facts = factsOf(card, draft, { hasPhoto })
  const told = { kind: "round", place: card.place, token, facts: facts.map((each) => photographed(each, draft, hasPhoto)), text: wellFormed(draft.text), on_site: draft.onSite }
  return suggestionOf(draft.key, { told, at: draft.at, about: card.name, what, page })
}

// Private

/** @param {Draft} draft @param {string} path @param {boolean} hasPhoto @returns {import("./store.js").Given | null} */
function givenOf(draft, path, hasPhoto) {
  if (path === WHOLE && draft.whole) return draft.whole
  if (draft.answers[path]) return draft.answers[path]
  return hasPhoto && path === PHOTOGRAPHED ? { answer: "photo", wanted: "" } : null
}

/** What nobody typed is read from the photo at a table. @param {Told} told @param {Draft} draft @param {boolean} hasPhoto */
function photographed(told, draft, hasPhoto) {
  const isUntyped = told.answer === "changed" && !told.wanted && !draft.text.trim()
  return isUntyped && hasPhoto ? { ...told, answer: "photo" } : told
}
