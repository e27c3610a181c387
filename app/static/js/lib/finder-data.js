// What the finder searches in: fetched when a person first touches the form, asked at each change.

import { metresBetween } from "./distance.js"
import { isTelling } from "./fold.js"
import { loadHours } from "./hours.js"
import { openingOf } from "./opening.js"
import { loadPictograms } from "./pictograms.js"
import { fetchJson, loadPlaces } from "./places.js"
import { sieve } from "./sieve.js"

/**
 * @typedef {import("./wish.js").Wish} Wish
 * @typedef {import("./sieve.js").Sieved & { isGuess: boolean }} Findings
 */

export class FinderData {
  /** @param {HTMLElement} finder with `data-places`, `data-words`, `data-hours` and `data-preset` */
  constructor(finder) {
    this.#finder = finder
  }

  #finder
  /** @type {import("./places.js").Places | null} */
  places = null
  /** @type {any} */
  words = null
  /** @type {import("./hours.js").Hours | null} */
  #hours = null
  /** @type {import("./search.js").Search | null} */
  #search = null
  #hasAskedHours = false
  /** @type {{ themes: string[], languages: string[] } | null} */
  #known = null
  /** @type {Map<string, Promise<void>>} */
  #loading = new Map()

  /** What a wish may name here: themes and kinds, and the languages of the form. */
  get known() {
    if (!this.#known) {
      const options = /** @type {NodeListOf<HTMLOptionElement>} */ (this.#finder.querySelectorAll('[name="speaks"] option'))
      const kinds = this.places ? this.places.kinds.map((kind) => kind.id) : []
      this.#known = { themes: [...(this.places?.themeIds ?? []), ...kinds], languages: [...options].map((option) => option.value) }
    }
    return this.#known
  }

  /** @param {Wish} wish */
  isReady(wish) {
    return this.places !== null && (!wish.q || this.#search !== null) && (!wish.open.length || this.#hasAskedHours)
  }

  /** Fetch what a wish needs, all of it when there is none yet. @param {Wish} [wish] */
  async load(wish) {
    await this.#once("core", () => this.#loadCore())
    const needs = [
      wish && !wish.q ? null : this.#once("search", () => this.#loadSearch()),
      wish && !wish.open.length ? null : this.#once("hours", () => this.#loadHours()),
    ]
    await Promise.all(needs)
  }

  /**
   * @param {Wish} wish
   * @param {import("./distance.js").Position | null} here sorts what no words have sorted
   * @returns {Findings}
   */
  find(wish, here = null) {
    const places = /** @type {import("./places.js").Places} */ (this.places)
    const found = isTelling(wish.q) && this.#search ? this.#search.find(wish.q, { practical: wish.practical }) : null
    const opening = openingOf(this.#hours, places)
    const sieved = sieve(places, wish, { ranks: found?.ranks, theme: this.#finder.dataset.preset, opening })
    if (here && !found) for (const ranks of [sieved.yes, sieved.ask]) this.#sortFrom(here, ranks)
    return { ...sieved, isGuess: found?.isGuess ?? false }
  }

  /** @param {import("./distance.js").Position} here @param {number[]} ranks */
  #sortFrom(here, ranks) {
    const { lon, lat } = /** @type {import("./places.js").Places} */ (this.places)
    const metres = new Map(ranks.map((i) => [i, metresBetween(here, [lon[i], lat[i]])]))
    ranks.sort((a, b) => /** @type {number} */ (metres.get(a)) - /** @type {number} */ (metres.get(b)))
  }

  async #loadCore() {
    const { places = "", words = "" } = this.#finder.dataset
    const sprite = this.#finder.querySelector("use")?.getAttribute("href")?.split("#")[0] ?? ""
    ;[this.places, this.words] = await Promise.all([loadPlaces(places), fetchJson(words), loadPictograms(sprite)])
    this.#known = null
  }

  async #loadSearch() {
    const { Search } = await import("./search.js")
    const search = new Search(/** @type {import("./places.js").Places} */ (this.places), this.words)
    this.#search = await search.fill(this.words)
  }

  /** Without hours every answer is unknown, which is true. */
  async #loadHours() {
    this.#hours = await loadHours(this.#finder.dataset.hours ?? "").catch(() => null)
    this.#hasAskedHours = true
  }

  /** @param {string} name @param {() => Promise<void>} load */
  #once(name, load) {
    const loading = this.#loading.get(name) ?? load()
    this.#loading.set(name, loading)
    loading.catch(() => this.#loading.delete(name))
    return loading
  }
}
