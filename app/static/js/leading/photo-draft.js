// The photo that waits for the next note: kept on this phone, for the page may be closed before one is tapped.

import { WalkRows } from "./walk-rows.js"

/** @typedef {{ walk: string, photo: Blob, key: string }} PhotoDraft `key` of the note it was given to; "" while it waits for one */

const drafts = () => new WalkRows("photo", "photo")

/** @param {string} walk @returns {Promise<PhotoDraft | undefined>} */
export function photoDraft(walk) {
  return drafts().get(walk).catch(() => undefined)
}

/** @param {PhotoDraft} draft a phone that does not keep it has it until the page is closed */
export function keepPhotoDraft(draft) {
  return drafts().put(draft).catch(() => undefined)
}

/** @param {string} walk */
export function forgetPhotoDraft(walk) {
  return drafts().delete(walk).catch(() => undefined)
}
