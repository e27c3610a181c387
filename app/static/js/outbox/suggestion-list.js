// A list of the outbox's page: one thrown away can be taken back while the page is open.

/**
 * @template {{ key: string }} Suggestion
 */
export class SuggestionList {
  /**
   * @param {HTMLElement} list
   * @param {HTMLTemplateElement} template of one item, with a button `[data-do]`
   * @param {{ fill: (slot: (name: string, words: string) => void, suggestion: Suggestion, isGone: boolean) => void, undo: string }} how
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
  /** @type {Suggestion[]} */
  #suggestions = []
  /** Thrown away since the page was opened. @type {Map<string, Suggestion>} */
  #gone = new Map()

  /** @param {Suggestion[]} suggestions @param {(one: Suggestion, other: Suggestion) => number} order */
  draw(suggestions, order) {
    this.#suggestions = suggestions
    const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.key
    const all = [...suggestions.filter(({ key }) => !this.#gone.has(key)), ...this.#gone.values()].sort(order)
    this.#list.replaceChildren(...all.map((suggestion) => this.#item(suggestion)))
    if (focused) /** @type {HTMLElement | null} */ (this.#list.querySelector(`button[data-key="${focused}"]`))?.focus()
    return all.length
  }

  /** @param {string} key @param {(key: string) => Promise<unknown>} remove */
  async remove(key, remove) {
    const suggestion = this.#suggestions.find((each) => each.key === key)
    if (!suggestion) return
    this.#gone.set(key, suggestion)
    await remove(key)
  }

  /** @param {string} key @param {(suggestion: Suggestion) => Promise<unknown>} keep */
  async restore(key, keep) {
    const suggestion = this.#gone.get(key)
    if (!suggestion) return
    await keep(suggestion)
    this.#gone.delete(key)
  }

  // Private

  /** @param {Suggestion} suggestion @returns {HTMLElement} */
  #item(suggestion) {
    const item = /** @type {HTMLElement} */ (/** @type {Element} */ (this.#template.content.firstElementChild).cloneNode(true))
    const isGone = this.#gone.has(suggestion.key)
    this.#how.fill((name, words) => write(item, name, words), suggestion, isGone)
    item.dataset.key = suggestion.key
    for (const button of item.querySelectorAll("button")) {
      button.dataset.key = suggestion.key
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
