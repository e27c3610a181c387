// The results on the page: 60 at a time, the likely ones and those to ask about apart. What fills the screen is drawn at once; the rest,
// and what goes away below it, by slices when the phone has a moment. Cards that stay are not touched.

import { formatNumber } from "../page/messages.js"
import { hide, write } from "../page/write.js"
import { Filling, fillAll } from "./filling.js"

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
    this.#groups = { likely: find("[data-likely]"), ask: find("[data-ask]") }
    this.#more = find("[data-more]")
    this.#served = /** @type {HTMLElement[]} */ ([...this.#list.children])
    this.#servedCount = this.results.dataset.count ?? ""
    this.#pages = /** @type {HTMLElement | null} */ (finder.querySelector("[data-pages]"))
    const moved = () => void (this.#top = null)
    document.addEventListener("scroll", moved, { capture: true, passive: true, signal: finder.signal })
  }

  #list
  /** A page of an earlier release has no group of likely ones. @type {{ likely: HTMLElement | null, ask: HTMLElement }} */
  #groups
  #more
  #served
  #servedCount
  #pages
  /** @type {Matches} */
  #matches = { yes: [], likely: [], ask: [] }
  #isFolded = false
  #shown = PAGE
  #turn = 0
  /** Where the list begins on the screen; asked again after a scroll only, for the answer costs a layout. @type {number | null} */
  #top = Infinity

  /** Show what the server wrote. @param {(card: HTMLElement) => HTMLElement} asServed takes back what was said since */
  restore(asServed) {
    const room = this.#room
    this.results.dataset.count = this.#servedCount
    hide(this.#more, true)
    if (this.#pages) hide(this.#pages, false)
    const ids = this.#served.map((card) => card.dataset.placeId ?? "")
    this.#draw([new Filling(this.#list, ids, (n) => asServed(this.#served[n])), ...this.#groupsOf({ likely: [], ask: [] })], room)
  }

  /**
   * @param {Matches} matches
   * @param {Drawing} drawing
   * @param {boolean} isFolded whether one opens those to ask about by hand
   */
  show(matches, drawing, isFolded) {
    const room = this.#room
    this.#matches = this.#groups.likely ? matches : { ...matches, likely: [], ask: [...matches.likely, ...matches.ask] }
    this.#shown = PAGE
    this.results.dataset.count = String(this.#all.length)
    if (this.#pages) hide(this.#pages, true)
    this.#fold(isFolded)
    this.#drawFound(drawing, room)
  }

  /** @param {Drawing} drawing @returns {HTMLElement | null} the first new card */
  showMore(drawing) {
    const first = this.#all[this.#shown]
    this.#shown += PAGE
    this.#drawFound(drawing, this.#shown)
    return first === undefined ? null : drawing.cardOf(first)
  }

  get #all() {
    return [...this.#matches.yes, ...this.#matches.likely, ...this.#matches.ask]
  }

  /** A person's own choice stays until the question is another one. @param {boolean} isFolded */
  #fold(isFolded) {
    if (isFolded !== this.#isFolded) this.#groups.ask.toggleAttribute("open", !isFolded)
    this.#isFolded = isFolded
  }

  /** How many cards may be seen at once; what stands above the list may yet get shorter. */
  get #room() {
    this.#top ??= this.#list.getBoundingClientRect().top
    return Math.ceil((innerHeight - Math.min(this.#top, innerHeight / 3)) / LOWEST_CARD_PX)
  }

  /** @param {Drawing} drawing @param {number} room */
  #drawFound({ cardOf, idOf }, room) {
    const yes = this.#matches.yes.slice(0, this.#shown)
    const likely = this.#matches.likely.slice(0, this.#shown - yes.length)
    const ask = this.#matches.ask.slice(0, Math.max(0, this.#shown - yes.length - likely.length))
    /** @param {HTMLElement} list @param {number[]} ranks */
    const filling = (list, ranks) => new Filling(list, ranks.map(idOf), (n) => cardOf(ranks[n]))
    this.#draw([filling(this.#list, yes), ...this.#groupsOf({ likely, ask }, filling)], room)
    hide(this.#more, this.#all.length <= this.#shown)
  }

  /**
   * Show the groups that hold something, each with its whole count.
   * @param {{ likely: number[], ask: number[] }} shown
   * @param {(list: HTMLElement, ranks: number[]) => Filling} [filling]
   */
  #groupsOf(shown, filling = (list) => new Filling(list, [], () => list)) {
    return /** @type {const} */ (["likely", "ask"]).flatMap((name) => {
      const group = this.#groups[name]
      const list = /** @type {HTMLElement | null} */ (group?.querySelector("ol"))
      if (!group || !list) return []
      hide(group, shown[name].length === 0)
      const count = group.querySelector("[data-ask-count], [data-likely-count]")
      if (count) write(count, formatNumber(this.#matches[name].length))
      return [filling(list, shown[name])]
    })
  }

  /** @param {Filling[]} fillings each begins where the one before ends @param {number} room */
  #draw(fillings, room) {
    const turn = ++this.#turn
    const drawUpTo = (/** @type {number} */ end) => {
      if (turn !== this.#turn) return
      if (end < fillAll(fillings, end)) soon((isLate) => drawUpTo(end + (isLate ? this.#shown : SLICE)))
    }
    drawUpTo(room)
  }
}

// Private

/** @param {(isLate: boolean) => void} draw told when the phone has had no moment for it */
function soon(draw) {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(({ didTimeout }) => draw(didTimeout), { timeout: 100 })
  else setTimeout(draw, 30, false)
}
