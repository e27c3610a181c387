// A list that takes its new cards from the top down; those it had stay below until their turn, so that nothing that
// is looked at moves, and what one draws at a time stays small.

/** Cards that go at a time, while others are still to come. */
const FAREWELLS = 12

export class Filling {
  /**
   * @param {HTMLElement} list
   * @param {string[]} ids of the places it is to show
   * @param {(n: number) => HTMLElement} cardOf the nth, asked once, when its turn comes
   */
  constructor(list, ids, cardOf) {
    this.count = ids.length
    this.#list = list
    this.#wanted = new Set(ids)
    this.#cardOf = cardOf
  }

  #list
  #wanted
  #cardOf
  /** @type {HTMLElement[]} */
  #cards = []

  /** @param {number} room for how many cards: those that were there before go by and by, once all is drawn at once */
  fill(room) {
    const isFirst = this.#cards.length === 0
    while (this.#cards.length < Math.min(room, this.count)) this.#cards.push(this.#cardOf(this.#cards.length))
    this.#place()
    if (this.#cards.length === this.count) this.#trim(Infinity)
    else if (!isFirst) this.#trim(FAREWELLS)
  }

  /** A card that only moves up because others go is not touched: a touched one is laid out again. */
  #place() {
    let next = this.#list.firstElementChild
    for (const card of this.#cards) {
      if (card.parentElement === this.#list) next = this.#clear(next, card)
      if (card === next) next = next.nextElementSibling
      else this.#list.insertBefore(card, next)
    }
  }

  /** Take away what nobody wants before a card. @param {Element | null} next @param {Element} card */
  #clear(next, card) {
    while (next && next !== card && !this.#isWanted(next)) {
      const gone = next
      next = next.nextElementSibling
      gone.remove()
    }
    return next
  }

  /** Let the last ones go that nobody wants. @param {number} most */
  #trim(most) {
    const unwanted = [...this.#list.children].slice(this.#cards.length).filter((card) => !this.#isWanted(card))
    for (const card of unwanted.reverse().slice(0, most)) card.remove()
  }

  /** @param {Element} card */
  #isWanted(card) {
    return this.#wanted.has(/** @type {HTMLElement} */ (card).dataset.placeId ?? "")
  }
}

/** Fill lists one after the other. @param {Filling[]} fillings @param {number} room for all @returns {number} of cards they will hold */
export function fillAll(fillings, room) {
  let before = 0
  for (const filling of fillings) {
    filling.fill(room - before)
    before += filling.count
  }
  return before
}
