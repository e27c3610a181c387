// The suggestions that wait on this phone, as IndexedDB keeps them.

import { transact } from "../page/database.js"

/**
 * @typedef {object} Suggestion
 * @property {string} key sent with every attempt, so that the server stores it once
 * @property {string} typed ISO 8601, by the phone's clock
 * @property {string} about what it is about, as the page called it
 * @property {string} what the choice that was tapped, in words
 * @property {string} page address of the page it was written on
 * @property {string} email whom to write to when the network never comes; "" when nobody is known
 * @property {Record<string, string | number | boolean | null | Record<string, number> | object[]>} body what the server gets
 * @property {number} tries
 * @property {number} next when to try again, in milliseconds
 * @property {number} [held] it may not leave before, in milliseconds: a wrong tap can be taken back
 * @property {Blob} [photo] sent by itself once the words have arrived
 * @property {boolean} [sent] whether the server has the words: only the photo is left
 * @property {string} [ticket] given with the words, when only the photo is left
 * @property {string} refused the server's sentence, when it will not take it
 */

/** By the name of the first releases: another one would leave behind what waits on a phone. */
const STORE = "letters"
const SEAT = "seat"
/** Longer than a suggestion may take; a sender who was killed gets up by this. */
const SEAT_MS = 20_000

export class SuggestionStore {
  /** @param {string} base two sites of one origin have an outbox each */
  constructor(base) {
    this.#name = `adeuxpas ${base} outbox`
  }

  #name

  /** @param {Suggestion} suggestion @returns {Promise<unknown>} once it would survive the phone's death */
  put(suggestion) {
    return this.#run(STORE, "readwrite", (store) => store.put(suggestion))
  }

  /** @returns {Promise<Suggestion[]>} in the order they were written */
  async all() {
    const found = await this.#run(STORE, "readonly", (store) => store.getAll())
    return found.sort((/** @type {Suggestion} */ a, /** @type {Suggestion} */ b) => (a.typed < b.typed ? -1 : 1))
  }

  /** Change a suggestion that is still there: one thrown away meanwhile stays away. @param {Suggestion} suggestion */
  change(suggestion) {
    return this.#run(STORE, "readwrite", (store) => {
      const held = store.get(suggestion.key)
      held.onsuccess = () => held.result && store.put(suggestion)
      return held
    })
  }

  /** @param {string} key */
  remove(key) {
    return this.#run(STORE, "readwrite", (store) => store.delete(key))
  }

  /** Sit down to send, unless somebody does and has not forsaken the seat. @returns {Promise<boolean>} */
  async sitDown({ isForsaken = false, now = Date.now() } = {}) {
    let isFree = false
    await this.#run(SEAT, "readwrite", (store) => {
      const held = store.get(SEAT)
      held.onsuccess = () => {
        // A seat taken in the future was taken under another clock.
        isFree = isForsaken || !(held.result > now && held.result <= now + SEAT_MS)
        if (isFree) store.put(now + SEAT_MS, SEAT)
      }
      return held
    })
    return isFree
  }

  getUp() {
    return this.#run(SEAT, "readwrite", (store) => store.delete(SEAT))
  }

  /** @param {string} store @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest} act @returns {Promise<any>} */
  #run(store, mode, act) {
    return transact({ name: this.#name, make }, store, mode, act)
  }
}

// Private

/** @param {IDBDatabase} database */
function make(database) {
  database.createObjectStore(STORE, { keyPath: "key" })
  database.createObjectStore(SEAT)
}
