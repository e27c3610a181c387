// The leader packs opened on this phone: the sealed file and its key, so that they open again without network or code.
// The texts themselves are never written down, and neither is in the cache that pages are kept in.

import { transact } from "../page/database.js"

/** @typedef {{ walk: string, sealed: import("./leader-pack.js").Sealed, key: CryptoKey }} Opened */

const STORE = "opened"

export class LeaderShelf {
  /** @param {string} base of the site @param {string} walk */
  constructor(base, walk) {
    this.#database = { name: `adeuxpas ${base} leaders`, make }
    this.#walk = walk
  }

  #database
  #walk

  /** @returns {Promise<Opened | undefined>} */
  read() {
    return transact(this.#database, STORE, "readonly", (store) => store.get(this.#walk))
  }

  /** @param {import("./leader-pack.js").Sealed} sealed @param {CryptoKey} key */
  keep(sealed, key) {
    return transact(this.#database, STORE, "readwrite", (store) => store.put({ walk: this.#walk, sealed, key }))
  }

  forget() {
    return transact(this.#database, STORE, "readwrite", (store) => store.delete(this.#walk))
  }
}

// Private

/** @param {IDBDatabase} database */
function make(database) {
  database.createObjectStore(STORE, { keyPath: "walk" })
}
