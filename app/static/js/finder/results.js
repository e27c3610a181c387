// The results on the page: 60 at a time, those to ask about apart. What fills the screen is drawn at once; the rest,
// and what goes away below it, by slices when the phone has a moment. Cards that stay are not touched.

import { Filling } from "./filling.js"

const PAGE = 60
const SLICE = 12
/** As low as a card gets: more are drawn than the screen shows, never less. */
const LOWEST_CARD_PX = 100

/**
 * @typedef {import("./matches.js").Matches} Matches
 * @typedef {{ cardOf: (i: number) => HTMLElement, idOf: (i: number) => string }} Drawing
 */

export class ResultList {
  /** @param {import("../page/element.js").AppElement} finder */
  constructor(finder) {
    /** @param {string} selector */
    const find = (selector) => /** @type {HTMLElement} */ (finder.querySelector(selector))
    this.results = find("[data-results]")
    this.#list = find("[data-list]")
    this.#ask = find("[data-ask]")
    this.#askList = find("[data-ask-list]")
    this.#more = find("[data-more]")
    this.#served = /** @type {HTMLElement[]} */ ([...this.#list.children])
    this.#servedCount = this.results.dataset.count ?? ""
    this.#pages = /** @type {HTMLElement | null} */ (finder.querySelector("[data-pages]"))
    const moved = () => void (this.#top = null)
    document.addEventListener("scroll", moved, { capture: true, passive: true, signal: finder.signal })
  }

  #list
  #ask
  #askList
  #more
  #served
  #servedCount
  #pages
  /** @type {Matches} */
  #matches = { yes: [], ask: [] }
  #shown = PAGE
  #turn = 0
  /** Where the list begins on the screen; asked again after a scroll only, for the answer costs a layout. @type {number | null} */
  #top = Infinity

  /** Show what the server wrote. @param {(card: HTMLElement) => HTMLElement} asServed takes back what was said since */
  restore(asServed) {
    const room = this.#room
    this.results.dataset.count = this.#servedCount
    hide(this.#ask, true)
    hide(this.#more, true)
    if (this.#pages) hide(this.#pages, false)
    const ids = this.#served.map((card) => card.dataset.placeId ?? "")
    this.#draw(new Filling(this.#list, ids, (n) => asServed(this.#served[n])), new Filling(this.#askList, [], () => this.#ask), room)
  }

  /**
   * @param {Matches} matches
   * @param {Drawing} drawing
   * @param {string} askCount how many are to be asked about, in words
   */
  show(matches, drawing, askCount) {
    const room = this.#room
    this.#matches = matches
    this.#shown = PAGE
    this.results.dataset.count = String(this.#total)
    hide(this.#ask, matches.ask.length === 0)
    const count = this.#ask.querySelector("[data-ask-count]")
    if (count && count.textContent !== askCount) count.textContent = askCount
    if (this.#pages) hide(this.#pages, true)
    this.#drawFound(drawing, room)
  }

  /** @param {Drawing} drawing @returns {HTMLElement | null} the first new card */
  showMore(drawing) {
    const first = [...this.#matches.yes, ...this.#matches.ask][this.#shown]
    this.#shown += PAGE
    this.#drawFound(drawing, this.#shown)
    return first === undefined ? null : drawing.cardOf(first)
  }

  get #total() {
    return this.#matches.yes.length + this.#matches.ask.length
  }

  /** How many cards may be seen at once; what stands above the list may yet get shorter. */
  get #room() {
    this.#top ??= this.#list.getBoundingClientRect().top
    return Math.ceil((innerHeight - Math.min(this.#top, innerHeight / 3)) / LOWEST_CARD_PX)
  }

  /** @param {Drawing} drawing @param {number} room */
  #drawFound({ cardOf, idOf }, room) {
    const yes = this.#matches.yes.slice(0, this.#shown)
    const ask = this.#matches.ask.slice(0, this.#shown - yes.length)
    /** @param {HTMLElement} list @param {number[]} ranks */
    const filling = (list, ranks) => new Filling(list, ranks.map(idOf), (n) => cardOf(ranks[n]))
    this.#draw(filling(this.#list, yes), filling(this.#askList, ask), room)
    hide(this.#more, this.#total <= this.#shown)
  }

  /** @param {Filling} yes @param {Filling} ask begins where `yes` ends @param {number} room */
  #draw(yes, ask, room) {
    const turn = ++this.#turn
    const drawUpTo = (/** @type {number} */ end) => {
      if (turn !== this.#turn) return
      yes.fill(end)
      ask.fill(end - yes.count)
      if (end < yes.count + ask.count) soon((isLate) => drawUpTo(end + (isLate ? this.#shown : SLICE)))
    }
    drawUpTo(room)
  }
}

// Private

/** @param {HTMLElement} element @param {boolean} isHidden */
function hide(element, isHidden) {
  if (element.hidden !== isHidden) element.hidden = isHidden
}

/** @param {(isLate: boolean) => void} draw told when the phone has had no moment for it */
function soon(draw) {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(({ didTimeout }) => draw(didTimeout), { timeout: 100 })
  else setTimeout(draw, 30, false)
}
