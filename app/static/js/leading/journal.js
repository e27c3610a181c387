// The walks led on this phone, as IndexedDB keeps them: every tap is written before anything else happens, and two
// pages that lead the same walk write into one list.

import { ledBy } from "./state.js"
import { WalkRows } from "./walk-rows.js"

/**
 * @typedef {import("./state.js").Entry} Entry
 * @typedef {import("./walk.js").WalkData} WalkData
 * @typedef {{ walk: string, data: WalkData, entries: Entry[], isLocated: boolean }} Kept `data` is the walk as it was begun
 */

export class Journal {
  /** @param {string} walk */
  constructor(walk) {
    this.#walk = walk
  }

  #rows = new WalkRows("leading", "walks")
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
    const channel = new BroadcastChannel(this.#rows.name)
    channel.onmessage = ({ data }) => data === this.#walk && changed()
    return () => channel.close()
  }

  // Private

  /** @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest} act @returns {Promise<any>} */
  async #run(mode, act) {
    const result = await this.#rows.run(mode, act)
    if (mode === "readwrite") this.#tell()
    return result
  }

  #tell() {
    const channel = new BroadcastChannel(this.#rows.name)
    channel.postMessage(this.#walk)
    channel.close()
  }
}

/** @param {Kept} kept */
export function hasEnded({ data, entries }) {
  return ledBy(data.stops.length, entries).endedAt !== null
}
