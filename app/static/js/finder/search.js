// Finding places by words typed badly, by halves, or in another language than the page's. In this order: the needs
// that the words name, the places that they name, the words that they begin; and only when all that is silent, what
// they resemble, which is said to be a guess.

import { answersTo } from "./answers.js"
import { closest } from "./corrections.js"
import { NameIndex } from "./names.js"
import { Needs } from "./needs.js"
import { tellsWhom } from "./stop-words.js"
import { isUrgent } from "./urgent.js"

/** @typedef {import("../places/places.js").Places} Places */
/**
 * @typedef {{ ranks: number[], isGuess: boolean, missing: string[] }} Found best first; a guess is the closest thing,
 *   not a match; `missing`: the themes of a need that the words name and no place here answers
 */

export class Search {
  /** @param {Places} places @param {any} words `words.json` */
  constructor(places, words) {
    this.places = places
    this.#needs = new Needs(places, words)
    this.#names = new NameIndex(places, words)
  }

  #needs
  #names

  /** Index the places without holding the page up. @param {any} words */
  async fill(words) {
    await this.#names.fill(words)
    return this
  }

  /**
   * @param {string} query
   * @param {{ practical?: boolean }} [options] `practical`: water and toilets too, even when the words do not ask for them
   * @returns {Found} places that match, best first
   */
  find(query, { practical = false } = {}) {
    const terms = [...new Set(this.#needs.termsOf(query))]
    return this.#findNeed(query, terms) ?? this.#findBegun(terms) ?? this.#findNamed(terms, practical) ?? this.#guess(query, terms, practical)
  }

  /** @param {string} query @returns {boolean} whether who asks may be in danger */
  isUrgent(query) {
    return isUrgent(query)
  }

  /** @param {string} query @param {string[]} terms @returns {Found | null} */
  #findNeed(query, terms) {
    const { needs, rest } = this.#needs.read(query)
    // “My baby is vomiting”: who does not know that word does not know what is needed.
    const isStrange = rest.length > 0 && needs.every((need) => need.isVague) && rest.every((term) => this.#isUnknown(term))
    if (needs.length === 0 || isStrange) return null
    // “Piscine Hébert” asks for that pool and for no other.
    const asked = rest.length ? this.#names.begunBy(terms) : []
    if (asked.length) return { ranks: asked, isGuess: false, missing: [] }
    const whole = this.#names.holding(terms)
    const named = this.#names.closeness(rest)
    const isWhole = (/** @type {number} */ i) => terms.length > 1 && whole.has(i)
    const ranks = answersTo(this.places, needs, { named: (i) => (isWhole(i) ? Infinity : named(i)), tells: (i, phrase) => this.#names.tells(i, phrase) })
    if (ranks.length === 0) ranks.push(...[...whole].sort((a, b) => a - b))
    return { ranks, isGuess: false, missing: ranks.length ? [] : aboutOf(needs) }
  }

  /** Places that all the words fit, the last one perhaps not finished. @param {string[]} terms @param {boolean} practical @returns {Found | null} */
  #findNamed(terms, practical) {
    const ranks = this.#names.find(terms, { practical, whole: true })
    return ranks.length ? { ranks, isGuess: false, missing: [] } : null
  }

  /** A need that the one word begins, unless it begins the name of a place. @param {string[]} terms @returns {Found | null} */
  #findBegun(terms) {
    const need = terms.length !== 1 || this.#names.isNamed(terms[0]) ? null : this.#needs.readStart(terms[0])
    if (!need) return null
    const ranks = answersTo(this.places, [need], { named: () => 0, tells: () => false })
    return { ranks, isGuess: false, missing: ranks.length ? [] : aboutOf([need]) }
  }

  /** @param {string} query @param {string[]} terms @param {boolean} practical @returns {Found} */
  #guess(query, terms, practical) {
    const written = this.#needs.writtenAs(query)
    const corrected = terms.map((term) => this.#corrected(term, written.get(term) ?? term))
    const isOther = corrected.some((term, n) => term !== terms[n])
    const meant = corrected.join(" ")
    const found = isOther ? (this.#findNeed(meant, corrected) ?? this.#findNamed(corrected, practical)) : null
    if (found) return { ...found, isGuess: true }
    // “Deaf child”: every square is for children, and none is what was asked for.
    const telling = corrected.filter((term, n) => !tellsWhom(term) && !tellsWhom(written.get(terms[n]) ?? term))
    return { ranks: this.#names.find(telling, { practical, whole: false }), isGuess: terms.length > 0, missing: [] }
  }

  /** @param {string} term @param {string} written */
  #corrected(term, written) {
    if (!this.#isUnknown(term)) return term
    return closest(term, written, [...this.#needs.known, ...this.#names.known]) ?? term
  }

  /** @param {string} term */
  #isUnknown(term) {
    return !this.#needs.known.has(term) && !this.#names.begins(term)
  }
}

// Private

/** @param {import("./needs.js").Need[]} needs @returns {string[]} the themes they are of */
function aboutOf(needs) {
  return [...new Set(needs.flatMap(({ meaning }) => [...meaning.about]))]
}
