// The results on the page: 60 at a time, those to ask about apart. A first screen is drawn at once, the rest by as
// many when the phone has a moment; cards that stay are not touched, so that they need no new layout.

const PAGE = 60
const SCREEN = 8

/**
 * @typedef {import("./sieve.js").Sieved} Sieved
 * @typedef {{ cardOf: (i: number) => HTMLElement, idOf: (i: number) => string }} Drawing
 */

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
    this.#served = /** @type {HTMLElement[]} */ ([...this.#list.children])
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
  #turn = 0

  /** Show what the server wrote. */
  restore() {
    this.#turn++
    put(this.#list, this.#served)
    put(this.#askList, [])
    hide(this.#ask, true)
    hide(this.#more, true)
    this.results.dataset.count = this.#servedCount
    if (this.#pages) hide(this.#pages, false)
  }

  /**
   * @param {Sieved} sieved
   * @param {Drawing} drawing
   * @param {string} askCount how many are to be asked about, in words
   */
  show(sieved, drawing, askCount) {
    this.#sieved = sieved
    this.#shown = PAGE
    this.results.dataset.count = String(this.#total)
    hide(this.#ask, sieved.ask.length === 0)
    const count = this.#ask.querySelector("[data-ask-count]")
    if (count && count.textContent !== askCount) count.textContent = askCount
    if (this.#pages) hide(this.#pages, true)
    this.#draw(drawing)
  }

  /** @param {Drawing} drawing @returns {HTMLElement | null} the first new card */
  showMore(drawing) {
    const first = [...this.#sieved.yes, ...this.#sieved.ask][this.#shown]
    this.#shown += PAGE
    this.#draw(drawing, this.#shown)
    return first === undefined ? null : drawing.cardOf(first)
  }

  get #total() {
    return this.#sieved.yes.length + this.#sieved.ask.length
  }

  /** @param {Drawing} drawing @param {number} [atOnce] */
  #draw(drawing, atOnce = SCREEN) {
    const turn = ++this.#turn
    const { yes, ask } = this.#first(this.#shown)
    const staying = new Set([...yes, ...ask].map(drawing.idOf))
    const [yesCards, askCards] = [yes, ask].map(() => /** @type {HTMLElement[]} */ ([]))
    const drawUpTo = (/** @type {number} */ room) => {
      if (turn !== this.#turn) return
      const now = this.#first(Math.min(room, this.#shown))
      extend(yesCards, now.yes, drawing)
      extend(askCards, now.ask, drawing)
      put(this.#list, yesCards, staying)
      put(this.#askList, askCards, staying)
      if (room < Math.min(this.#shown, this.#total)) soon(() => drawUpTo(this.#shown))
      else settle(this.#list, yesCards, this.#askList, askCards)
    }
    drawUpTo(atOnce)
    hide(this.#more, this.#total <= this.#shown)
  }

  /** @param {number} room @returns {Sieved} */
  #first(room) {
    const { yes, ask } = this.#sieved
    return { yes: yes.slice(0, room), ask: ask.slice(0, Math.max(0, room - yes.length)) }
  }
}

// Private

/** @param {HTMLElement[]} cards @param {number[]} ranks @param {Drawing} drawing */
function extend(cards, ranks, { cardOf }) {
  for (const i of ranks.slice(cards.length)) cards.push(cardOf(i))
}

/**
 * Begin a list with cards; behind them stay those that will be wanted in a moment.
 * @param {HTMLElement} list
 * @param {HTMLElement[]} cards
 * @param {Set<string>} [staying] ids
 */
function put(list, cards, staying = new Set()) {
  const wanted = new Set(/** @type {Element[]} */ (cards))
  for (const child of /** @type {HTMLElement[]} */ ([...list.children])) {
    if (!wanted.has(child) && !staying.has(child.dataset.placeId ?? "")) child.remove()
  }
  let next = list.firstElementChild
  for (const card of cards) {
    if (card === next) next = next.nextElementSibling
    else list.insertBefore(card, next)
  }
}

/** Once all is drawn nothing else stays: a card may have gone from one list to the other. @param {[HTMLElement, HTMLElement[], HTMLElement, HTMLElement[]]} lists */
function settle(...[list, cards, askList, askCards]) {
  put(list, cards)
  put(askList, askCards)
}

/** @param {HTMLElement} element @param {boolean} isHidden */
function hide(element, isHidden) {
  if (element.hidden !== isHidden) element.hidden = isHidden
}

/** @param {() => void} draw */
function soon(draw) {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(draw, { timeout: 200 })
  else setTimeout(draw, 30)
}
