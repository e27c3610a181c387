// Finding places by words typed badly, by halves, or in another language than the page's.
//
// Two indexes: one document a place (name, purpose, street), one a kind (its label and synonyms in every
// language, and its theme's). Words of kinds are thus indexed once, not once a place.

import MiniSearch from "minisearch"

import { queryTerms, spelling, tells, wildGuess } from "./query.js"

/** @typedef {import("../places/places.js").Places} Places */
/** @typedef {{ ranks: number[], isGuess: boolean }} Found best first; a guess is the closest thing, not a match */

const FIELDS = { name: 3, purpose: 1, street: 1.4 }
const KIND_WEIGHT = 5
const THEME_WEIGHT = 1.2
/** Below this share of the best score a result is noise. */
const NOISE = 0.12
const CHUNK = 250

export class Search {
  /** @param {Places} places @param {any} words `words.json` */
  constructor(places, words) {
    this.places = places
    this.#kinds = makeIndex({ words: KIND_WEIGHT, theme: THEME_WEIGHT }, places.termsOf)
    this.#kinds.index.addAll(kindDocuments(places, words))
    this.#places = makeIndex(FIELDS, places.termsOf)
  }

  #kinds
  #places

  /** Index the places without holding the page up. @param {any} words */
  async fill(words) {
    await this.#places.index.addAllAsync(placeDocuments(this.places, words), { chunkSize: CHUNK })
    return this
  }

  /**
   * @param {string} query
   * @param {{ practical?: boolean }} [options] `practical`: water and toilets too, even when the words do not ask for them
   * @returns {Found} places that match, best first
   */
  find(query, { practical = false } = {}) {
    const terms = queryTerms(query, this.places.termsOf)
    const ranks = this.#rank(terms, spelling, practical)
    if (ranks.length || terms.length === 0) return { ranks, isGuess: false }
    return { ranks: this.#rank(terms, wildGuess, true).slice(0, 3), isGuess: true }
  }

  /**
   * @param {string[]} terms
   * @param {(term: string, known: Set<string>) => any} options
   * @param {boolean} practical
   */
  #rank(terms, options, practical) {
    const kinds = new Map(ask(this.#kinds, terms, options).map((result) => [result.id, result]))
    /** @type {Map<number, Match>} */
    const matches = new Map(ask(this.#places, terms, options).map((r) => [r.id, { score: r.score, terms: new Set(r.queryTerms) }]))
    const asked = askedKinds(this.places, kinds)
    this.#addKinds(matches, kinds)
    return order(matches, terms.length, (i) => practical || !this.places.isPractical(i) || this.places.categories(i).some((k) => asked.has(k)))
  }

  /** @param {Map<number, Match>} matches @param {Map<number, any>} kinds */
  #addKinds(matches, kinds) {
    if (kinds.size === 0) return
    for (let i = 0; i < this.places.count; i++) {
      for (const k of this.places.categories(i)) {
        const kind = kinds.get(k)
        if (!kind) continue
        const match = matches.get(i) ?? { score: 0, terms: new Set() }
        match.score += kind.score
        for (const term of kind.queryTerms) match.terms.add(term)
        matches.set(i, match)
      }
    }
  }
}

// Private

/** @typedef {{ score: number, terms: Set<string> }} Match */
/** @typedef {{ index: MiniSearch, known: Set<string> }} Index with every term in it */

/** @param {Record<string, number>} fields with their weight @param {Places["termsOf"]} termsOf @returns {Index} */
function makeIndex(fields, termsOf) {
  /** @type {Set<string>} */
  const known = new Set()
  const index = new MiniSearch({
    fields: Object.keys(fields),
    tokenize: termsOf,
    processTerm: (term) => (tells(term) ? known.add(term) && term : null),
    searchOptions: { boost: fields, tokenize: (term) => [term], processTerm: (term) => term },
  })
  return { index, known }
}

/** @param {Places} places @param {any} words */
function placeDocuments(places, words) {
  const streets = words.streets.split("\n")
  return places.names.map((name, id) => ({ id, name, purpose: words.purposes[id], street: streets[id] }))
}

/** @param {Places} places @param {any} words */
function kindDocuments(places, words) {
  const themes = new Map(places.themeIds.map((theme, n) => [theme, words.themes[n]]))
  return places.kinds.map((kind, id) => ({ id, words: words.kinds[id], theme: themes.get(kind.theme) }))
}

/**
 * @param {Index} where
 * @param {string[]} terms
 * @param {(term: string, known: Set<string>) => any} options
 */
function ask({ index, known }, terms, options) {
  const queries = terms.map((term) => ({ queries: [term], ...options(term, known) }))
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

/**
 * Best first; of places that match about as well, the nearest to the school first.
 * @param {Map<number, Match>} matches
 * @param {number} asked how many terms
 * @param {(i: number) => boolean} isShown
 */
function order(matches, asked, isShown) {
  /** @type {{ i: number, score: number }[]} */
  const scored = []
  for (const [i, { score, terms }] of matches) {
    if (isShown(i)) scored.push({ i, score: score * (terms.size / asked) ** 2 })
  }
  const best = Math.max(...scored.map((s) => s.score))
  const kept = scored.filter((s) => s.score >= best * NOISE)
  return kept.map((s) => ({ i: s.i, step: Math.round(3 * Math.log(s.score)) })).sort((a, b) => b.step - a.step || a.i - b.i).map((s) => s.i)
}
