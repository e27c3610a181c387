// The walks led on this phone, as IndexedDB keeps them: every tap is written before anything else happens, and two
// pages that lead the same walk write into one list.

import { transact } from "../page/database.js"
import { ledBy } from "./state.js"

/**
 * @typedef {import("./state.js").Entry} Entry
 * @typedef {import("./walk.js").WalkData} WalkData
 * @typedef {{ walk: string, data: WalkData, entries: Entry[], isLocated: boolean }} Kept `data` is the walk as it was begun
 */

const STORE = "walks"

export class Journal {
  /** @param {string} base of the site @param {string} walk */
  constructor(base, walk) {
    this.#name = `adeuxpas ${base} leading`
    this.#walk = walk
  }

  #name
  #walk

  /** @returns {Promise<Kept | undefined>} */
  read() {
    return this.#run("readonly", (store) => store.get(this.#walk))
  }

  /** @param {Kept} kept @returns {Promise<unknown>} once it would survive the phone's death */
  begin(kept) {
    return this.#run("readwrite", (store) => store.put(kept))
  }

  /** Add to what is there by now, whoever wrote it. @param {Entry} entry @param {Kept} whole with it, where nothing is there @returns {Promise<unknown>} */
  add(entry, whole) {
    return this.#run("readwrite", (store) => {
      const held = store.get(this.#walk)
      held.onsuccess = () => store.put(held.result ? { ...held.result, isLocated: whole.isLocated, entries: [...held.result.entries, entry] } : whole)
      return held
    })
  }

  forget() {
    return this.#run("readwrite", (store) => store.delete(this.#walk))
  }

  /** Hear that another page has written. @param {() => void} changed @returns {() => void} stops it */
  watch(changed) {
    const channel = new BroadcastChannel(this.#name)
    channel.onmessage = ({ data }) => data === this.#walk && changed()
    return () => channel.close()
  }

  // Private

  /** @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest} act @returns {Promise<any>} */
  async #run(mode, act) {
    const result = await transact({ name: this.#name, make }, STORE, mode, act)
    if (mode === "readwrite") this.#tell()
    return result
  }

  #tell() {
    const channel = new BroadcastChannel(this.#name)
    channel.postMessage(this.#walk)
    channel.close()
  }
}

/** @param {Kept} kept */
export function hasEnded({ data, entries }) {
  return ledBy(data.stops.length, entries).endedAt !== null
}

// Private

/** @param {IDBDatabase} database */
function make(database) {
  database.createObjectStore(STORE, { keyPath: "walk" })
}
