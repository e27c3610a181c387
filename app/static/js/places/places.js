// The places of a territory in columns, as `app/edition/search_data.py` packs them; a place is its rank (nearest to
// the school first). What filters ask comes later (`learn`).

import { ANSWERS, PRECISION, QUESTIONS } from "../generated/places.js"
import { NO_KIND, cumulate, kindOf } from "./columns.js"
import { slugOf, termsOf } from "./fold.js"

/**
 * @typedef {import("./columns.js").Kind} Kind
 * @typedef {"free" | "no_appointment" | "no_papers" | "drop_in" | "wheelchair" | "stroller"} Question
 * @typedef {"yes" | "no" | "unknown"} Answer
 */

export class Places {
  /** @param {any} data `places.json` */
  constructor(data) {
    /** @type {number} */
    this.count = data.count
    /** @type {string} */
    this.territory = data.territory
    /** @type {string[]} */
    this.names = data.count ? data.names.split("\n") : []
    /** @type {string[]} */
    this.ids = this.names.length ? data.ids.split("\n").map(this.#idOf, this) : []
    this.lon = Float64Array.from(data.lon, (/** @type {number} */ d) => (data.origin[0] + d) / PRECISION)
    this.lat = Float64Array.from(data.lat, (/** @type {number} */ d) => (data.origin[1] + d) / PRECISION)
    /** What distances are counted from. @type {"college" | "school" | ""} */
    this.anchor = data.anchor
    /** @type {Kind[]} */
    this.kinds = data.kinds.map((/** @type {any[]} */ row) => kindOf(row, data.themes))
    /** @type {string[]} every theme there is, in order */
    this.themeIds = data.themes.map((/** @type {string[]} */ [id]) => id)
    /** What each theme is called. @type {Map<string, string>} */
    this.themes = new Map(data.themes.map((/** @type {string[]} */ [id, label]) => [id, label]))
    this.closed = new Set(data.closed)
    this.#vague = new Set(data.vague)
    // Editions before this one had no reach.
    this.further = new Set(data.further ?? [])
    this.#data = data
    this.#categories = data.kind.map((/** @type {number} */ k) => (k < 0 ? [] : [k]))
    for (const [i, ...more] of data.also) this.#categories[i].push(...more)
    // Packs of release 0.2.0 say all of it here.
    this.#know(data)
  }

  /** Take in what filters ask, which comes with the words. @param {any} words `words.json` */
  learn(words) {
    if (words.facts) this.#know(words)
  }

  /** For the search, which comes later: a script that imported it too would cost every page one more request. */
  termsOf = termsOf

  /** Metres on foot from the school; empty without a school. */
  metres = new Int32Array()
  /** @type {Record<string, number[]>} */
  spoken = {}
  /** Whom one can call, or whose hours or terms are known. @type {number[]} */
  plain = []
  #data
  #vague
  /** @type {number[]} */
  #facts = []
  /** @type {number[][]} */
  #categories
  /** @type {Map<number, number[]>} */
  #ages = new Map()
  /** @type {Set<number>} */
  #toldLanguages = new Set()
  /** @type {Map<string, number> | null} */
  #ranks = null

  /** @param {number} i */
  kind(i) {
    return this.kinds[this.#data.kind[i]] ?? NO_KIND
  }

  /** @param {number} i @returns {number[]} indexes into `kinds` of all its categories */
  categories(i) {
    return this.#categories[i]
  }

  /** A place belongs to the practical layer (water, toilets) when all its kinds do. @param {number} i */
  isPractical(i) {
    const kinds = this.#categories[i]
    return kinds.length > 0 && kinds.every((k) => this.kinds[k].practical)
  }

  /** A place whose address is not public is only roughly where it is drawn. @param {number} i */
  isVague(i) {
    return this.#vague.has(i)
  }

  /** @param {number} i */
  url(i) {
    const { base, lang, tail = "" } = this.#data
    return `${base}${lang}/places/${this.ids[i]}${tail}`
  }

  /** The page of a theme, which names what waits for a check and whom to ask. @param {string} theme */
  themeUrl(theme) {
    const { base, lang } = this.#data
    return `${base}${lang}/${this.territory}/t/${theme}/`
  }

  /** The page of help that is nobody's place. */
  get helpUrl() {
    const { base, lang, tail = "" } = this.#data
    return `${base}${lang}/help${tail}`
  }

  /** @param {string} id @returns {number | undefined} */
  rank(id) {
    this.#ranks ??= new Map(this.ids.map((known, i) => [known, i]))
    return this.#ranks.get(id)
  }

  /** @param {number} i @param {Question} question @returns {Answer} */
  answer(i, question) {
    return ANSWERS[(this.#facts[i] >> (2 * QUESTIONS.indexOf(question))) & 3]
  }

  /** @param {number} i @param {string} code @returns {Answer} */
  speaks(i, code) {
    if (!this.#toldLanguages.has(i)) return "unknown"
    return this.spoken[code]?.includes(i) ? "yes" : "no"
  }

  /** @param {number} i @returns {number[] | undefined} the ages in months it is for, both included */
  ages(i) {
    return this.#ages.get(i)
  }

  /** @param {any} columns */
  #know({ metres, facts, ages, spoken, plain = [] }) {
    this.metres = cumulate(metres)
    this.#facts = facts
    this.#ages = new Map(ages.map((/** @type {number[]} */ [i, min, max]) => [i, [min, max]]))
    this.spoken = spoken
    this.plain = plain
    this.#toldLanguages = new Set(/** @type {number[][]} */ (Object.values(spoken)).flat())
  }

  /** @param {string} packed @param {number} i */
  #idOf(packed, i) {
    return packed.startsWith("=") ? slugOf(this.names[i]) + packed.slice(1) : packed
  }
}
