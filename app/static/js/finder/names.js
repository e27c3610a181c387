// The words of places (name, purpose, street) and of their kinds, as an index that finds them by their beginnings.
//
// Two indexes: one document a place, one a kind (its label and synonyms in every language, and its theme's). Words of
// kinds are thus indexed once, not once a place.

import MiniSearch from "minisearch"

import { order } from "./order.js"
import { stem } from "./stems.js"
import { tells } from "./stop-words.js"

/** @typedef {import("../places/places.js").Places} Places */
/** @typedef {import("./order.js").Match} Match */

const FIELDS = { name: 3, purpose: 1, street: 1.4 }
const KINDS = { words: 5, theme: 1.2 }
const CHUNK = 250
const SHORTEST_TOLD = 4

export class NameIndex {
  /** @param {Places} places @param {any} words `words.json` */
  constructor(places, words) {
    this.#places = places
    const themes = new Map(places.themeIds.map((theme, n) => [theme, words.themes[n]]))
    this.#kindIndex = this.#makeIndex(KINDS)
    this.#kindIndex.addAll(places.kinds.map((kind, id) => ({ id, words: words.kinds[id], theme: themes.get(kind.theme) })))
    this.#index = this.#makeIndex(FIELDS)
    this.#names = places.names.map((name) => new Set(places.termsOf(name).map(stem)))
    this.#told = places.names.map((name) => ` ${this.#phraseOf(name)} `)
  }

  /** Every word of a place or of a kind. @type {Set<string>} */
  known = new Set()
  #places
  #index
  #kindIndex
  #names
  /** @type {string[]} */
  #told

  /** Index the places without holding the page up. @param {any} words */
  async fill(words) {
    const streets = words.streets.split("\n")
    const documents = this.#places.names.map((name, id) => ({ id, name, purpose: words.purposes[id], street: streets[id] }))
    await this.#index.addAllAsync(documents, { chunkSize: CHUNK })
  }

  /** @param {string[]} terms @returns {Set<number>} the places whose names hold all of them */
  holding(terms) {
    return new Set(this.#names.flatMap((name, i) => (terms.every((term) => name.has(term)) ? [i] : [])))
  }

  /** @param {string[]} terms @returns {number[]} the places whose names hold or begin all of them, nearest to the school first */
  begunBy(terms) {
    return this.#names.flatMap((name, i) => (terms.every((term) => hasBegun(name, term)) ? [i] : []))
  }

  /** @param {number} i @param {string} phrase @returns {boolean} whether a place is named after that */
  tells(i, phrase) {
    return !this.#places.isPractical(i) && phrase.length >= SHORTEST_TOLD && this.#told[i].includes(` ${phrase} `)
  }

  /** @param {string} term @returns {boolean} whether a known word is it, or begins with it */
  begins(term) {
    return this.known.has(term) || hasBegun(this.known, term)
  }

  /** @param {string} start @returns {boolean} whether the name of a place holds a word that begins so */
  isNamed(start) {
    return this.#names.some((name) => hasBegun(name, start))
  }

  /** @param {string[]} terms @returns {(i: number) => number} how many of them the name of a place holds or begins */
  closeness(terms) {
    const telling = terms.filter((term) => term.length > 1)
    return (i) => telling.filter((term) => hasBegun(this.#names[i], term)).length
  }

  /**
   * @param {string[]} terms
   * @param {{ practical: boolean, whole: boolean }} options `whole`: only places that every word fits
   * @returns {number[]} best first
   */
  find(terms, { practical, whole }) {
    const places = this.#places
    const kinds = new Map(ask(this.#kindIndex, terms).map((result) => [result.id, result]))
    /** @type {Map<number, Match>} */
    const matches = new Map(ask(this.#index, terms).map((r) => [r.id, { score: r.score, terms: new Set(r.queryTerms) }]))
    this.#addKinds(matches, kinds)
    for (const [i, match] of matches) if (whole && match.terms.size < terms.length) matches.delete(i)
    const asked = askedKinds(places, kinds)
    return order(matches, terms.length, (i) => practical || !places.isPractical(i) || places.categories(i).some((k) => asked.has(k)))
  }

  /** @param {Map<number, Match>} matches @param {Map<number, any>} kinds */
  #addKinds(matches, kinds) {
    for (let i = 0; i < this.#places.count; i++) {
      for (const k of this.#places.categories(i)) {
        const kind = kinds.get(k)
        if (!kind) continue
        const match = matches.get(i) ?? { score: 0, terms: new Set() }
        match.score += kind.score
        for (const term of kind.queryTerms) match.terms.add(term)
        matches.set(i, match)
      }
    }
  }

  /** @param {string} words */
  #phraseOf(words) {
    return this.#places.termsOf(words).filter(tells).map(stem).join(" ")
  }

  /** @param {Record<string, number>} fields with their weight */
  #makeIndex(fields) {
    return new MiniSearch({
      fields: Object.keys(fields),
      tokenize: this.#places.termsOf,
      processTerm: (term) => (tells(term) ? this.known.add(stem(term)) && stem(term) : null),
      searchOptions: { boost: fields, tokenize: (term) => [term], processTerm: (term) => term },
    })
  }
}

// Private

/** @param {Set<string>} words @param {string} start @returns {boolean} whether one of them is it, or begins with it */
function hasBegun(words, start) {
  return [...words].some((word) => word.startsWith(start))
}

/** @param {MiniSearch} index @param {string[]} terms */
function ask(index, terms) {
  const queries = terms.map((term) => ({ queries: [term], prefix: term.length > 1, fuzzy: false, weights: { prefix: 0.7, fuzzy: 0 } }))
  return queries.length ? index.search({ combineWith: "OR", queries }) : []
}

/**
 * The kinds asked for by their own words; by their theme's only when no kind is.
 * @param {Places} places
 * @param {Map<number, any>} kinds
 */
function askedKinds(places, kinds) {
  const own = [...kinds.values()].filter((r) => Object.values(r.match).some((fields) => fields.includes("words")))
  const practical = own.some((r) => places.kinds[r.id].practical)
  return new Set((practical ? own : [...kinds.values()]).map((r) => r.id))
}
