// The results on the page: 60 at a time, those to ask about apart, and something to do when there are none.

const PAGE = 60
/** What a first screen holds: drawn at once, the rest when the phone has a moment. */
const SCREEN = 12

/** @typedef {import("./cards.js").Cards} Cards @typedef {import("./sieve.js").Sieved} Sieved */

export class ResultList {
  /** @param {HTMLElement} finder */
  constructor(finder) {
    /** @param {string} selector */
    const find = (selector) => /** @type {HTMLElement} */ (finder.querySelector(selector))
    this.results = find("[data-results]")
    this.#list = find("[data-list]")
    this.#ask = find("[data-ask]")
    this.#askList = find("[data-ask-list]")
    this.#more = find("[data-more]")
    this.#served = [...this.#list.children]
    this.#servedCount = this.results.dataset.count ?? ""
    this.#pages = /** @type {HTMLElement | null} */ (finder.querySelector("[data-pages]"))
  }

  #list
  #ask
  #askList
  #more
  #served
  #servedCount
  #pages
  /** @type {Sieved} */
  #sieved = { yes: [], ask: [] }
  #shown = PAGE
  #drawing = 0

  /** Show what the server wrote. */
  restore() {
    this.#drawing++
    this.#list.replaceChildren(...this.#served)
    this.#askList.replaceChildren()
    this.#ask.hidden = this.#more.hidden = true
    this.results.dataset.count = this.#servedCount
    if (this.#pages) this.#pages.hidden = false
  }

  /**
   * @param {Sieved} sieved
   * @param {(i: number) => HTMLElement} cardOf
   * @param {string} askCount how many are to be asked about, in words
   */
  show(sieved, cardOf, askCount) {
    this.#sieved = sieved
    this.#shown = PAGE
    this.results.dataset.count = String(sieved.yes.length + sieved.ask.length)
    this.#ask.hidden = sieved.ask.length === 0
    const count = this.#ask.querySelector("[data-ask-count]")
    if (count) count.textContent = askCount
    if (this.#pages) this.#pages.hidden = true
    this.#draw(cardOf)
  }

  /** @param {(i: number) => HTMLElement} cardOf @returns {HTMLElement | null} the first new card */
  showMore(cardOf) {
    const first = [...this.#sieved.yes, ...this.#sieved.ask][this.#shown]
    this.#shown += PAGE
    this.#fill(this.#shown, cardOf)
    return first === undefined ? null : cardOf(first)
  }

  /** @param {(i: number) => HTMLElement} cardOf */
  #draw(cardOf) {
    const drawing = ++this.#drawing
    this.#fill(SCREEN, cardOf)
    soon(() => {
      if (drawing === this.#drawing) this.#fill(this.#shown, cardOf)
    })
  }

  /** @param {number} room @param {(i: number) => HTMLElement} cardOf */
  #fill(room, cardOf) {
    const { yes, ask } = this.#sieved
    put(this.#list, yes.slice(0, room).map(cardOf))
    put(this.#askList, ask.slice(0, Math.max(0, room - yes.length)).map(cardOf))
    this.#more.hidden = yes.length + ask.length <= this.#shown
  }
}

// Private

/** Replace the children of a list, touching only what differs. @param {HTMLElement} list @param {HTMLElement[]} cards */
function put(list, cards) {
  cards.forEach((card, n) => {
    if (list.children[n] !== card) list.insertBefore(card, list.children[n] ?? null)
  })
  while (list.children.length > cards.length) list.lastElementChild?.remove()
}

/** @param {() => void} draw */
function soon(draw) {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(draw, { timeout: 200 })
  else setTimeout(draw, 30)
}
