// A door noted, and taken back: a record lies on this phone before anything leaves it, and comes back whole.

import { keepSuggestion } from "../leading/note-keeping.js"
import { forgetPhotoDraft, keepPhotoDraft } from "../leading/photo-draft.js"
import { newKey } from "../outbox/outbox.js"
import { pageOutbox, wakeWorker } from "../outbox/page-outbox.js"
import { say } from "../page/messages.js"
import { photoOf } from "./door-card.js"
import { faultOf, suggestionOfRecord } from "./record.js"

/** @typedef {import("./store.js").Draft} Draft @typedef {import("../outbox/store.js").Suggestion} Suggestion */

/**
 * @param {import("./door-card.js").DoorCard} open @param {string} token of the round @param {boolean} isRestTrue
 * @returns {Promise<Draft | null>} null when it cannot be: the card says why
 */
export async function noteDoor(open, token, isRestTrue) {
  const { card, hasPhoto } = open
  const draft = { ...open.draft, isRestTrue, key: newKey(), at: Date.now() }
  const fault = faultOf(card, draft, hasPhoto)
  if (fault) return refused(open, say(fault))
  const photo = hasPhoto ? await open.photo.give(draft.key) : null
  const suggestion = suggestionOfRecord(card, draft, { token, what: say("round_what"), page: location.origin + location.pathname, hasPhoto })
  const { isKept, told } = await keepSuggestion(suggestion, photo)
  if (!isKept) return refused(open, told)
  await forgetPhotoDraft(photoOf(card.place))
  void wakeWorker()
  return draft
}

/** @param {Draft} draft @param {Suggestion | undefined} suggestion its record, where this phone still has it @returns {Promise<Draft | null>} the card as it was, photo and all; null when it has left */
export async function takeBack(draft, suggestion) {
  if (!suggestion || !(await pageOutbox().withdraw(suggestion.key).catch(() => false))) return null
  if (suggestion.photo) await keepPhotoDraft({ walk: photoOf(draft.place), photo: suggestion.photo, key: "" })
  return { ...draft, key: "", at: 0, isRestTrue: false, said: "" }
}

// Private

/** @param {import("./door-card.js").DoorCard} open @param {string} words @returns {null} */
function refused(open, words) {
  open.tellFault(words)
  return null
}
