// A note put where it leaves from. Some phones keep words and no pictures.

import { pageOutbox } from "../outbox/page-outbox.js"
import { say } from "../page/messages.js"

/** @typedef {import("../outbox/store.js").Suggestion} Suggestion */

/** @param {Suggestion} suggestion @param {Blob | null} photo @returns {Promise<{ isKept: boolean, told: string }>} what the leader is told, "" when all is well */
export async function keepSuggestion(suggestion, photo) {
  if (photo && (await keeps({ ...suggestion, photo }))) return { isKept: true, told: "" }
  const isKept = await keeps(suggestion)
  if (!isKept) return { isKept, told: say("lead_note_unkept") }
  return { isKept, told: photo ? say("lead_photo_unkept") : "" }
}

// Private

/** @param {Suggestion} suggestion */
function keeps(suggestion) {
  return pageOutbox().keep(suggestion).then(() => true, () => false)
}
