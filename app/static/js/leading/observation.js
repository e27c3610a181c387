// A note as it leaves the phone: what was seen, where, when to the minute, on which walk. Not who saw it, nor where the
// phone was.

import { editionSeen } from "../outbox/report.js"
import { wellFormed } from "../outbox/text.js"
import { pageLanguage } from "../page/messages.js"

/**
 * @typedef {import("../outbox/store.js").Suggestion} Suggestion
 * @typedef {import("./noted.js").Noted} Noted
 */

/** How long a note stays here before it may leave: a wrong tap is taken back. */
const HOLD_MS = 20_000

/**
 * @param {Noted} note
 * @param {import("./walk.js").WalkData} data
 * @param {{ what: string, page: string }} words `what` was tapped, the `page` where waiting suggestions can be read
 * @returns {Suggestion}
 */
export function observationOf({ key, at, stop, seen, text }, { walk, stops }, { what, page }) {
  const { name, place } = stops[stop]
  const told = { kind: "observation", seen, walk, place: place || null, stop: stop + 1, text: wellFormed(text) }
  return suggestionOf(key, { told, at, about: name[0], what, page })
}

/**
 * @param {string} key
 * @param {{ told: Suggestion["body"], at: number, about: string, what: string, page: string }} said
 * @returns {Suggestion}
 */
export function suggestionOf(key, { told, at, about, what, page }) {
  const typed = new Date(at - (at % 60_000)).toISOString()
  const held = Date.now() + HOLD_MS
  const body = { ...told, lang: pageLanguage().split("-u-")[0], edition: editionSeen(), path: location.pathname, typed }
  return { key, typed, about, what, email: "", page, body, tries: 0, next: held, held, refused: "" }
}
