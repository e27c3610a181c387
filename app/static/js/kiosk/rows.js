// The rows of the places: one list, which stands on whichever screen is shown, with the rows that belong there.

export class Rows {
  /** @param {HTMLElement} element */
  constructor(element) {
    this.#list = /** @type {HTMLElement} */ (element.querySelector("[data-rows]"))
    this.#all = [...this.#list.children].map((row) => /** @type {HTMLElement} */ (row))
  }

  #list
  /** From the nearest to the school on. */
  #all

  /** @param {HTMLElement} screen */
  show(screen) {
    const name = screen.dataset.screen ?? ""
    this.#put(screen, this.#all.filter((row) => row.dataset.in?.split(" ").includes(name)))
  }

  /** @param {HTMLElement} screen @param {string[]} places in this order */
  showThese(screen, places) {
    this.#put(screen, places.flatMap((place) => this.#all.filter((row) => row.dataset.of === place)))
  }

  // Private

  /** @param {HTMLElement} screen @param {HTMLElement[]} rows */
  #put(screen, rows) {
    const here = screen.querySelector("[data-rows-here]")
    this.#list.hidden = !here
    if (!here) return
    here.append(this.#list)
    this.#list.replaceChildren(...rows)
  }
}
