// A list of the outbox's page: one thrown away can be taken back while the page is open.

/**
 * @template {{ key: string }} Letter
 */
export class LetterList {
  /**
   * @param {HTMLElement} list
   * @param {HTMLTemplateElement} template of one item, with a button `[data-do]`
   * @param {{ fill: (slot: (name: string, words: string) => void, letter: Letter, isGone: boolean) => void, undo: string }} how
   *   fill writes words into the slots of an item; undo is what the button says of one that is gone
   */
  constructor(list, template, how) {
    this.#list = list
    this.#template = template
    this.#how = how
  }

  #list
  #template
  #how
  /** @type {Letter[]} */
  #letters = []
  /** Thrown away since the page was opened. @type {Map<string, Letter>} */
  #gone = new Map()

  /** @param {Letter[]} letters @param {(one: Letter, other: Letter) => number} order */
  draw(letters, order) {
    this.#letters = letters
    const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.key
    const all = [...letters.filter(({ key }) => !this.#gone.has(key)), ...this.#gone.values()].sort(order)
    this.#list.replaceChildren(...all.map((letter) => this.#item(letter)))
    if (focused) /** @type {HTMLElement | null} */ (this.#list.querySelector(`button[data-key="${focused}"]`))?.focus()
    return all.length
  }

  /** @param {string} key @param {(key: string) => Promise<unknown>} remove */
  async remove(key, remove) {
    const letter = this.#letters.find((each) => each.key === key)
    if (!letter) return
    this.#gone.set(key, letter)
    await remove(key)
  }

  /** @param {string} key @param {(letter: Letter) => Promise<unknown>} keep */
  async restore(key, keep) {
    const letter = this.#gone.get(key)
    if (!letter) return
    await keep(letter)
    this.#gone.delete(key)
  }

  // Private

  /** @param {Letter} letter @returns {HTMLElement} */
  #item(letter) {
    const item = /** @type {HTMLElement} */ (/** @type {Element} */ (this.#template.content.firstElementChild).cloneNode(true))
    const isGone = this.#gone.has(letter.key)
    this.#how.fill((name, words) => write(item, name, words), letter, isGone)
    item.dataset.key = letter.key
    for (const button of item.querySelectorAll("button")) {
      button.dataset.key = letter.key
      if (isGone && button.dataset.do) Object.assign(button, { textContent: this.#how.undo }).dataset.undo = ""
    }
    return item
  }
}

// Private

/** @param {HTMLElement} item @param {string} name @param {string} words */
function write(item, name, words) {
  const slot = /** @type {HTMLElement | null} */ (item.querySelector(`[data-slot="${name}"]`))
  if (!slot) return
  slot.textContent = words
  slot.hidden = words === ""
}
