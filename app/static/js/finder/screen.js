// What the finder shows of a search: the count, the chips, the cards, and advice when there are none.

import { formatNumber, say, sayCount } from "../page/messages.js"
import { hide, write } from "../page/write.js"
import { drawAdvice } from "./advice.js"
import { Cards } from "./cards.js"
import { drawChips } from "./chips.js"
import { isBlank, partsOf } from "./filters.js"
import { childrenWelcome } from "./matches.js"
import { ResultList } from "./results.js"
import { childrenWords, summaryOf } from "./sentences.js"

/** A screen reader hears the count once the person stops typing. */
const ANNOUNCE_DELAY_MS = 800

/**
 * @typedef {import("./filters.js").Filters} Filters
 * @typedef {import("./data.js").Findings} Findings
 * @typedef {import("../places/distance.js").Position} Position
 */

export class FinderScreen {
  /**
   * @param {import("../page/element.js").AppElement} finder
   * @param {HTMLFormElement} form
   * @param {import("./data.js").FinderData} data
   */
  constructor(finder, form, data) {
    this.#finder = finder
    this.#form = form
    this.#data = data
    this.#list = new ResultList(finder)
    this.#served = this.#one("[data-summary]").textContent ?? ""
  }

  #finder
  #form
  #data
  #list
  #served
  /** @type {Cards | null} */
  #cards = null
  /** When one wants to go. @type {string[]} */
  #moments = []
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #announcing

  /** @param {Filters} filters @param {Findings} findings @param {Position | null} here */
  show(filters, findings, here) {
    const isWhole = isBlank(filters) && !here
    this.#finder.toggleAttribute("data-searching", !isWhole)
    hide(this.#one("[data-empty]"), true)
    this.#finder.querySelector("[data-urgent]")?.toggleAttribute("hidden", !findings.isUrgent)
    drawChips(this.#one("[data-chips]"), this.#form, filters, this.#data.places)
    this.#moments = findings.moments
    const isSaid = findings.yes.length + findings.likely.length > 0
    if (isWhole) this.#list.restore((card) => this.#asServed(card, filters))
    else this.#list.show(findings, this.#drawing(filters, here), isSaid && findings.moments.length > 0)
    if (!isWhole && !isSaid && findings.ask.length === 0) this.#advise(filters, findings.missing)
    this.#tell(isWhole ? this.#served : summaryOf(findings, filters.q), findings, partsOf(filters).length)
  }

  /** @param {Filters} filters @param {Position | null} here */
  showMore(filters, here) {
    const first = this.#list.showMore(this.#drawing(filters, here))
    first?.querySelector("a")?.focus()
  }

  /** Say a sentence under the search field; none hides it. @param {string} words */
  note(words) {
    const note = this.#one("[data-note]")
    note.hidden = words === ""
    note.textContent = words
  }

  stop() {
    clearTimeout(this.#announcing)
  }

  /** @param {Filters} filters @param {Position | null} here */
  #drawing(filters, here) {
    const { ids } = /** @type {import("../places/places.js").Places} */ (this.#data.places)
    return { cardOf: (/** @type {number} */ i) => this.#card(i, filters, here), idOf: (/** @type {number} */ i) => ids[i] }
  }

  /** @param {number} i @param {Filters} filters @param {Position | null} here */
  #card(i, filters, here) {
    const places = /** @type {import("../places/places.js").Places} */ (this.#data.places)
    this.#cards ??= new Cards(places, this.#data.words, this.#finder)
    this.#cards.tellMinutes(i, here)
    this.#cards.tellDay(i, this.#data.dayOf(i, this.#moments))
    this.#cards.tellChildren(i, childrenWords(childrenWelcome(places, i, filters.ages), filters.ages))
    return this.#cards.card(i)
  }

  /** @param {HTMLElement} card @param {Filters} filters a blank one */
  #asServed(card, filters) {
    const i = this.#cards ? this.#data.places?.rank(card.dataset.placeId ?? "") : undefined
    return i === undefined ? card : this.#card(i, filters, null)
  }

  /** @param {Filters} filters @param {string[]} missing */
  #advise(filters, missing) {
    const places = /** @type {import("../places/places.js").Places} */ (this.#data.places)
    const countOf = (/** @type {Filters} */ other) => {
      const { yes, likely, isGuess } = this.#data.find(other)
      return isGuess ? 0 : yes.length + likely.length
    }
    drawAdvice(this.#one("[data-empty]"), filters, { form: this.#form, places, missing, countOf })
  }

  /** @param {string} summary @param {Findings} findings @param {number} filters */
  #tell(summary, { yes, likely, ask }, filters) {
    write(this.#one("[data-summary]"), summary)
    const sure = yes.length + likely.length
    write(this.#one("[data-show]"), sure || !ask.length ? sayCount("show_results", sure) : sayCount("show_ask", ask.length))
    this.#tellFilters(filters)
    clearTimeout(this.#announcing)
    this.#announcing = setTimeout(() => write(this.#one("[data-live]"), summary), ANNOUNCE_DELAY_MS)
  }

  /** @param {number} count of filters that are on */
  #tellFilters(count) {
    const badge = this.#one("[data-filter-count]")
    hide(badge, count === 0)
    write(badge, formatNumber(count))
    this.#one("[data-open-sheet]").ariaLabel = count ? sayCount("filters_on", count) : say("filters")
  }

  /** @param {string} selector */
  #one(selector) {
    return /** @type {HTMLElement} */ (this.#finder.querySelector(selector))
  }
}
