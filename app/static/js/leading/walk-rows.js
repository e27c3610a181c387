// What this phone keeps of walks, a row each, in a database of its own that IndexedDB holds.

import { transact } from "../page/database.js"
import { baseOf } from "../page/addresses.js"

export class WalkRows {
  /** @param {string} name of the database, beside that of the site @param {string} store */
  constructor(name, store) {
    this.name = `adeuxpas ${baseOf()} ${name}`
    this.#store = store
  }

  #store

  /** @param {string} walk @returns {Promise<any>} its row; undefined when there is none */
  get(walk) {
    return this.run("readonly", (store) => store.get(walk))
  }

  /** @param {{ walk: string, [field: string]: unknown }} row @returns {Promise<unknown>} once it would survive the phone's death */
  put(row) {
    return this.run("readwrite", (store) => store.put(row))
  }

  /** @param {string} walk */
  delete(walk) {
    return this.run("readwrite", (store) => store.delete(walk))
  }

  /** @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest} act @returns {Promise<any>} */
  run(mode, act) {
    const make = (/** @type {IDBDatabase} */ database) => database.createObjectStore(this.#store, { keyPath: "walk" })
    return transact({ name: this.name, make }, this.#store, mode, act)
  }
}
