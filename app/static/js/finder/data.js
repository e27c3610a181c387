// What the finder searches in: fetched when a person first touches the form, asked at each change.

import { dayWords } from "../hours/day-words.js"
import { loadHours, thisMinute } from "../hours/hours.js"
import { openingOf } from "../hours/opening.js"
import { loadPictograms } from "../page/pictograms.js"
import { metresBetween } from "../places/distance.js"
import { isTelling } from "../places/fold.js"
import { fetchJson, loadPlaces } from "../places/load.js"
import { matchesOf } from "./matches.js"
import { askedMoments } from "./moments.js"

/**
 * @typedef {import("./filters.js").Filters} Filters
 * @typedef {object} More
 * @property {boolean} isGuess
 * @property {boolean} isUrgent whether the words are those of somebody in danger
 * @property {string[]} missing the themes of a need without a place here
 * @property {string[]} moments when one wants to go, by the form or by the words
 * @typedef {import("./matches.js").Matches & More} Findings
 */

export class FinderData {
  /** @param {HTMLElement} finder with `data-places`, `data-words`, `data-hours` and `data-preset` */
  constructor(finder) {
    this.#finder = finder
  }

  #finder
  /** @type {import("../places/places.js").Places | null} */
  places = null
  /** @type {any} */
  words = null
  /** @type {import("../hours/hours.js").Hours | null} */
  #hours = null
  /** @type {import("./search.js").Search | null} */
  #search = null
  #hasAskedHours = false
  /** @type {{ themes: string[], languages: string[] } | null} */
  #known = null
  /** @type {Map<string, Promise<void>>} */
  #loading = new Map()

  /** What filters may name here: themes and kinds, and the languages of the form. */
  get known() {
    if (!this.#known) {
      const options = /** @type {NodeListOf<HTMLOptionElement>} */ (this.#finder.querySelectorAll('[name="speaks"] option'))
      const kinds = this.places ? this.places.kinds.map((kind) => kind.id) : []
      this.#known = { themes: [...(this.places?.themeIds ?? []), ...kinds], languages: [...options].map((option) => option.value) }
    }
    return this.#known
  }

  /** @param {Filters} filters */
  isReady(filters) {
    const { q, open } = asked(filters)
    return this.places !== null && (!q || this.#search !== null) && (!open.length || this.#hasAskedHours)
  }

  /** Fetch what a search needs, all of it when there is none yet. @param {Filters} [filters] */
  async load(filters) {
    await this.#once("core", () => this.#loadCore())
    const wanted = filters && asked(filters)
    const needs = [
      wanted && !wanted.q ? null : this.#once("search", () => this.#loadSearch()),
      wanted && !wanted.open.length ? null : this.#once("hours", () => this.#loadHours()),
    ]
    await Promise.all(needs)
  }

  /**
   * @param {Filters} filters
   * @param {import("../places/distance.js").Position | null} here sorts what no words have sorted
   * @returns {Findings}
   */
  find(filters, here = null) {
    const places = /** @type {import("../places/places.js").Places} */ (this.places)
    const wanted = asked(filters)
    const found = isTelling(wanted.q) && this.#search ? this.#search.find(wanted.q, { practical: filters.practical }) : null
    const opening = openingOf(this.#hours, places)
    const matches = matchesOf(places, wanted, { ranks: found?.ranks, theme: this.#finder.dataset.preset, opening })
    if (here && !found) for (const ranks of Object.values(matches)) this.#sortFrom(here, ranks)
    const isUrgent = this.#search?.isUrgent(wanted.q) ?? false
    return { ...matches, isUrgent, isGuess: found?.isGuess ?? false, missing: found?.missing ?? [], moments: wanted.open }
  }

  /** @param {number} i @param {string[]} moments @returns {string} the hours of the day that was asked for, not of now */
  dayOf(i, moments) {
    const moment = moments.find((one) => one !== "now")
    const id = /** @type {import("../places/places.js").Places} */ (this.places).ids[i]
    return moment && this.#hours ? dayWords(this.#hours, id, moment, thisMinute(this.#hours)) : ""
  }

  /** @param {import("../places/distance.js").Position} here @param {number[]} ranks */
  #sortFrom(here, ranks) {
    const { lon, lat } = /** @type {import("../places/places.js").Places} */ (this.places)
    const metres = new Map(ranks.map((i) => [i, metresBetween(here, [lon[i], lat[i]])]))
    ranks.sort((a, b) => /** @type {number} */ (metres.get(a)) - /** @type {number} */ (metres.get(b)))
  }

  async #loadCore() {
    const { places = "", words = "" } = this.#finder.dataset
    const sprite = this.#finder.querySelector("use")?.getAttribute("href")?.split("#")[0] ?? ""
    ;[this.places, this.words] = await Promise.all([loadPlaces(places), fetchJson(words), loadPictograms(sprite)])
    this.places.learn(this.words)
    this.#known = null
  }

  async #loadSearch() {
    const { Search } = await import("./search.js")
    const search = new Search(/** @type {import("../places/places.js").Places} */ (this.places), this.words)
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

// Private

/** @param {Filters} filters @returns {Filters} what the words say of a moment counts as a filter */
function asked(filters) {
  const { moments, rest } = askedMoments(filters.q)
  return moments.length ? { ...filters, q: rest, open: [...new Set([...filters.open, ...moments])] } : filters
}
