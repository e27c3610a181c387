// The round that this phone carries, and what was answered at each of its doors, as IndexedDB keeps them.

import { transact } from "../page/database.js"

/**
 * @typedef {object} Fact
 * @property {string} path
 * @property {string} words what it is called
 * @property {string} value what the place says, as the server compares it; "" for what nobody knows
 * @property {string[]} lines the same in words
 * @property {[string, string][]} days of two weeks, with the hours of each
 * @property {string} age when it was last made sure of, in words
 * @property {boolean} isDue
 *
 * @typedef {{ place: string, name: string, address: string, at: [number, number], metres: number, facts: Fact[] }} Card
 *
 * @typedef {object} Round
 * @property {number} id
 * @property {number} part
 * @property {number} parts
 * @property {string} token shown with each record
 * @property {string} territory
 * @property {string} lang of the words on the cards
 * @property {string} expires
 * @property {string} desk where it is taken again
 * @property {Card[]} cards in the order of the walk
 *
 * @typedef {{ answer: string, wanted: string }} Given
 *
 * @typedef {object} Draft
 * @property {string} place
 * @property {Record<string, Given>} answers by the path of the fact
 * @property {Given | null} whole what is said of the place as a whole
 * @property {string} text
 * @property {string} key of its record, once it was noted; "" before
 * @property {boolean} isRestTrue whether the facts without an answer were noted as true
 * @property {number} at when it was noted
 * @property {boolean | null} onSite
 * @property {string} said what the server made of it; "" until it says so
 */

const ROUND = "round"
const DRAFTS = "drafts"

export class RoundStore {
  /** @param {string} base two sites of one origin have a round each */
  constructor(base) {
    this.#name = `adeuxpas ${base} round`
  }

  #name

  /** @returns {Promise<Round | undefined>} */
  load() {
    return this.#run(ROUND, "readonly", (store) => store.get(ROUND))
  }

  /** Carry another round. What was answered stays when it is the same part again. @param {Round} round */
  async replace(round) {
    const before = await this.load()
    await this.#run(ROUND, "readwrite", (store) => store.put(round, ROUND))
    if (before?.id !== round.id || before.part !== round.part) await this.#run(DRAFTS, "readwrite", (store) => store.clear())
  }

  /** @returns {Promise<Draft[]>} */
  drafts() {
    return this.#run(DRAFTS, "readonly", (store) => store.getAll())
  }

  /** @param {Draft} draft @returns {Promise<unknown>} once it would survive the phone's death */
  keep(draft) {
    return this.#run(DRAFTS, "readwrite", (store) => store.put(draft))
  }

  /** @param {string} store @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest} act @returns {Promise<any>} */
  #run(store, mode, act) {
    return transact({ name: this.#name, make }, store, mode, act)
  }
}

/** @param {string} place @returns {Draft} */
export function emptyDraft(place) {
  return { place, answers: {}, whole: null, text: "", key: "", isRestTrue: false, at: 0, onSite: null, said: "" }
}

// Private

/** @param {IDBDatabase} database */
function make(database) {
  database.createObjectStore(ROUND)
  database.createObjectStore(DRAFTS, { keyPath: "place" })
}
