// IndexedDB behind promises: opened for one transaction and closed again, so that no page holds up another.

import { inTime } from "./in-time.js"

/** A browser that opens nothing (some private windows) must not leave a person waiting. */
const OPEN_WITHIN_MS = 4_000

/** @typedef {(database: IDBDatabase) => void} Make creates the stores of a database that is new */

/**
 * Run one transaction on one store.
 * @param {{ name: string, make: Make }} database
 * @param {string} store
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest} act
 * @returns {Promise<any>} what the request gave, once it would survive the phone's death
 */
export async function transact({ name, make }, store, mode, act) {
  const database = await inTime(opened(name, make), OPEN_WITHIN_MS)
  try {
    const transaction = database.transaction(store, mode, { durability: "strict" })
    const request = act(transaction.objectStore(store))
    await completed(transaction)
    return request.result
  } finally {
    database.close()
  }
}

// Private

/** @param {string} name @param {Make} make @returns {Promise<IDBDatabase>} */
function opened(name, make) {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(name, 1)
    asked.onupgradeneeded = () => make(asked.result)
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
}

/** @param {IDBTransaction} transaction @returns {Promise<void>} */
function completed(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error("The phone gave up writing."))
  })
}
