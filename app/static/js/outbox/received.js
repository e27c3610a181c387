// What this phone has sent and the server has: kept for a while with the ticket that tells what became of it. It is a
// database apart from the one of what waits: pages of the release before go on opening theirs.

import { transact } from "../page/database.js"

/**
 * @typedef {import("./store.js").Suggestion} Suggestion
 * @typedef {import("./post.js").Verdict} Verdict
 * @typedef {"away" | "busy" | "gate" | "refused"} Trouble why the last attempt did not succeed
 * @typedef {{ success?: number, fault?: { at: number, kind: Trouble } }} Last in milliseconds
 * @typedef {object} Received
 * @property {string} key
 * @property {string} ticket "" when the server gave none
 * @property {string} about
 * @property {string} what
 * @property {string} text
 * @property {string} typed
 * @property {number} received in milliseconds, by this phone's clock
 */

const STORE = "received"
/** The record of how attempts ended, among the others: both are written at once. */
const LAST = "last"
const KEPT_MS = 90 * 24 * 3_600_000

export class ReceivedStore {
  /** @param {string} base of the site */
  constructor(base) {
    this.#database = { name: `adeuxpas ${base} received`, make }
  }

  #database

  /** Hear how an attempt ended. Never rejected: what is sent is sent, whether or not this phone can note it. @param {Suggestion} suggestion @param {Verdict} verdict */
  async hear(suggestion, verdict) {
    const isIn = verdict.outcome === "arrived"
    try {
      const news = isIn ? { success: Date.now() } : { fault: { at: Date.now(), kind: troubleOf(verdict) } }
      await this.#run("readwrite", (store) => {
        if (isIn) store.put(recordOf(suggestion, verdict.ticket ?? suggestion.ticket ?? ""))
        const held = store.get(LAST)
        held.onsuccess = () => store.put({ ...held.result, ...news, key: LAST })
        return held
      })
    } catch {
      // A full phone, a private window.
    }
  }

  /** @param {Received} record @returns {Promise<unknown>} */
  put(record) {
    return this.#run("readwrite", (store) => store.put(record))
  }

  /** @returns {Promise<{ records: Received[], last: Last }>} nothing on a phone that keeps nothing; what is too old is forgotten */
  async read(now = Date.now()) {
    try {
      /** @type {(Received & Last)[]} */
      const all = await this.#run("readonly", (store) => store.getAll())
      const found = all.filter(({ key }) => key !== LAST)
      for (const { key } of found.filter((each) => isOld(each, now))) await this.remove(key)
      return { records: found.filter((each) => !isOld(each, now)), last: all.find(({ key }) => key === LAST) ?? {} }
    } catch {
      return { records: [], last: {} }
    }
  }

  /** @param {string} key */
  remove(key) {
    return this.#run("readwrite", (store) => store.delete(key))
  }

  /** @param {string} key @returns {Promise<string>} its ticket; "" when there is none */
  async ticketOf(key) {
    const found = await this.#run("readonly", (store) => store.get(key)).catch(() => null)
    return found?.ticket ?? ""
  }

  /** @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest} act @returns {Promise<any>} */
  #run(mode, act) {
    return transact(this.#database, STORE, mode, act)
  }
}

// Private

/** @param {Verdict} verdict @returns {Trouble} */
function troubleOf({ outcome, isGate }) {
  if (outcome === "away" || outcome === "refused") return outcome
  return isGate ? "gate" : "busy"
}

/** @param {Received} record @param {number} now */
function isOld({ received }, now) {
  return received < now - KEPT_MS
}

/** @param {Suggestion} suggestion @param {string} ticket @returns {Received} */
function recordOf({ key, about, what, body, typed }, ticket) {
  return { key, ticket, about, what, text: String(body?.text ?? ""), typed, received: Date.now() }
}

/** @param {IDBDatabase} database */
function make(database) {
  database.createObjectStore(STORE, { keyPath: "key" })
}
