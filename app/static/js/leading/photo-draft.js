// The photo that waits for the next note: kept on this phone, for the page may be closed before one is tapped.

import { transact } from "../page/database.js"
import { baseOf } from "../page/worker.js"

/** @typedef {{ walk: string, photo: Blob, key: string }} PhotoDraft `key` of the note it was given to; "" while it waits for one */

const STORE = "photo"

/** @param {string} walk @returns {Promise<PhotoDraft | undefined>} */
export function photoDraft(walk) {
  return run("readonly", (store) => store.get(walk)).catch(() => undefined)
}

/** @param {PhotoDraft} draft a phone that does not keep it has it until the page is closed */
export function keepPhotoDraft(draft) {
  return run("readwrite", (store) => store.put(draft)).catch(() => undefined)
}

/** @param {string} walk */
export function forgetPhotoDraft(walk) {
  return run("readwrite", (store) => store.delete(walk)).catch(() => undefined)
}

// Private

/** @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest} act @returns {Promise<any>} */
function run(mode, act) {
  return transact({ name: `adeuxpas ${baseOf()} photo`, make }, STORE, mode, act)
}

/** @param {IDBDatabase} database */
function make(database) {
  database.createObjectStore(STORE, { keyPath: "walk" })
}
