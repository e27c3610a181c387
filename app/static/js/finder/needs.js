// Which needs a question names: the words and phrases of `data/categories.toml`, in every language, each leading to
// kinds of place; also to kinds that the quarter has no place of, so that “not yet” can be said.

import { emptyMeaning, own, raise, unite } from "./meaning.js"
import { knownForm, stem } from "./stems.js"
import { tells, tellsLittle, tellsWhom } from "./stop-words.js"

/** Before the words that a kind helps with too; in packs of before, before each of them. */
const ALSO = "~"
/** A place of the kind itself; of any kind of the theme; of a kind that helps with it too. */
const WEIGHTS = { kind: 4, theme: 3, also: 2 }
const SHORTEST_START = 4
/** Words of a sentence that means something as a whole. */
const SHORTEST_SENTENCE = 4

/**
 * @typedef {import("../places/places.js").Places} Places
 * @typedef {import("./meaning.js").Meaning} Meaning
 * @typedef {{ meaning: Meaning, isVague: boolean, phrase: string }} Need
 * @typedef {{ needs: Need[], rest: string[] }} Reading the needs of a question, and its words that name none
 */

export class Needs {
  /** @param {Places} places @param {any} words `words.json` */
  constructor(places, words) {
    this.#termsOf = places.termsOf
    places.kinds.forEach((kind, k) => this.#learn(words.kinds[k], kind.theme, (meaning, weight) => own(meaning, k, weight)))
    places.themeIds.forEach((theme, n) => this.#learn(words.themes[n], theme, (meaning) => raise(meaning.themes, theme, WEIGHTS.theme)))
    // Kinds without a place here; packs of older releases do not name them.
    for (const [n, all] of words.missing ?? []) this.#learn(all, places.themeIds[n], (meaning, weight) => own(meaning, null, weight))
  }

  /** Every word of a need, as it is compared. @type {Set<string>} */
  known = new Set()
  #termsOf
  /** @type {Map<string, Meaning>} */
  #phrases = new Map()
  /** Phrases that only say for whom. @type {Set<string>} */
  #vague = new Set()
  #longest = 1

  /** @param {string} words @returns {string[]} the words of a question that tell something, as they are compared */
  termsOf(words) {
    return this.#telling(words).map((term) => this.#compared(term))
  }

  /** @param {string} words @returns {Map<string, string>} each word as it is compared, and as it was written */
  writtenAs(words) {
    return new Map(this.#telling(words).map((term) => [this.#compared(term), term]))
  }

  /** @param {string} question @returns {Reading} */
  read(question) {
    const terms = this.termsOf(question)
    /** @type {Reading} */
    const found = { needs: [], rest: [] }
    for (let at = 0; at < terms.length; ) {
      const length = this.#lengthAt(terms, at)
      if (length) found.needs.push(this.#need(terms.slice(at, at + length)))
      else found.rest.push(terms[at])
      at += length || 1
    }
    const named = found.needs.filter((need) => !need.isVague)
    const asked = named.filter((need) => !need.phrase.split(" ").every(tellsLittle))
    return { ...found, needs: [asked, named, found.needs].find((needs) => needs.length) ?? [] }
  }

  /** @param {string} start of a word @returns {Need | null} all the needs whose words begin so, as one */
  readStart(start) {
    const all = start.length < SHORTEST_START ? [] : [...this.#phrases].filter(([phrase]) => phrase.startsWith(start))
    if (all.length === 0) return null
    const words = all.filter(([phrase]) => !phrase.includes(" "))
    const begun = words.length ? words : all
    const meaning = emptyMeaning()
    for (const [, other] of begun) unite(meaning, other)
    return { meaning, phrase: start, isVague: false }
  }

  /** @param {string} words */
  #telling(words) {
    const terms = this.#termsOf(words)
    const telling = terms.filter(tells)
    return telling.length ? telling : terms
  }

  /** A whole sentence may tell something though none of its words does: “je n’en peux plus”. @param {string} phrase */
  #tellingPhrase(phrase) {
    const terms = this.#telling(phrase)
    return terms.length >= SHORTEST_SENTENCE || terms.every(tells) ? terms : []
  }

  /** @param {string} term */
  #compared(term) {
    return stem(knownForm(term, (form) => this.known.has(stem(form))))
  }

  /** @param {string[]} terms @param {number} at @returns {number} of words of the longest phrase that begins there */
  #lengthAt(terms, at) {
    for (let length = Math.min(this.#longest, terms.length - at); length > 0; length--) {
      if (this.#phrases.has(keyOf(terms.slice(at, at + length)))) return length
    }
    return 0
  }

  /** @param {string[]} terms @returns {Need} */
  #need(terms) {
    const key = keyOf(terms)
    const own = /** @type {Meaning} */ (this.#phrases.get(key))
    const kinds = new Map(own.kinds)
    // “French lessons” is also “French”: who helps with that too comes last. “Nappies for my baby” are not all that babies need.
    const parts = own.kinds.size ? terms.filter((term) => !this.#vague.has(term)) : []
    for (const part of parts.flatMap((term) => this.#phrases.get(term) ?? [])) {
      const isKin = [...own.about].some((theme) => part.about.has(theme))
      for (const [k, weight] of isKin ? part.kinds : []) if (weight === WEIGHTS.also && !kinds.has(k)) kinds.set(k, weight)
    }
    return { meaning: { ...own, kinds }, phrase: terms.join(" "), isVague: this.#vague.has(key) }
  }

  /** @param {string} words joined by commas @param {string} theme @param {(meaning: Meaning, weight: number) => void} lead */
  #learn(words, theme, lead) {
    let isAlso = false
    for (const word of words.split(/[,()]/)) {
      isAlso ||= word.trim() === ALSO
      const telling = this.#tellingPhrase(word)
      if (telling.length === 0) continue
      const terms = telling.map(stem)
      const phrase = keyOf(terms)
      this.#longest = Math.max(this.#longest, terms.length)
      if (telling.every(tellsWhom)) this.#vague.add(phrase)
      for (const term of terms) this.known.add(term)
      const meaning = this.#phrases.get(phrase) ?? emptyMeaning()
      lead(meaning, isAlso || word.includes(ALSO) ? WEIGHTS.also : WEIGHTS.kind)
      meaning.about.add(theme)
      this.#phrases.set(phrase, meaning)
    }
  }
}

// Private

/** A phrase in whichever order its words come: “child psychologist”, “psychologist for a child”. @param {string[]} terms */
function keyOf(terms) {
  return terms.length > 1 ? [...terms].sort().join(" ") : terms[0]
}
