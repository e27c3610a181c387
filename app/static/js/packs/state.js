// How it stands with a territory on this phone: kept and whole, damaged, begun, or lost to the browser.

import { isWhole } from "./check.js"
import { bytesOf, entriesOf } from "./manifest.js"

/** @typedef {import("./words.js").Facts} Facts */

/** @param {import("./store.js").PackStore} store @param {import("./store.js").Kept} kept @returns {Promise<Partial<Facts>>} */
export async function stateOf(store, kept) {
  const bytes = bytesOf(entriesOf(kept.manifest, kept.languages))
  if (await isWhole(store, kept)) return { state: "ready", bytes, total: bytes, reason: undefined }
  return { state: "failed", bytes: 0, total: 0, reason: "damaged" }
}

/** @param {unknown} lost what the phone remembers of it @param {unknown} next a download that has begun @returns {Partial<Facts>} */
export function stateWithout(lost, next) {
  const reason = lost ? "evicted" : next ? "unfinished" : undefined
  return { state: reason ? "failed" : "none", bytes: 0, total: 0, reason }
}

/** The edition a pack holds: editions are told apart by their digests. @param {import("./store.js").Next | null} pack */
export function editionOf(pack) {
  return pack?.manifest.edition.digest
}
