// "Garder ce quartier dans mon téléphone": what a person does on the card of a pack.

import { PackCard } from "../packs/card.js"
import { PackScreen } from "../packs/screen.js"
import { obstacle } from "../packs/support.js"
import { AppElement } from "../page/element.js"
import { baseOf } from "../page/addresses.js"

export class NeighbourhoodPack extends AppElement {
  start() {
    const why = obstacle()
    if (why) return new PackScreen(this).explain(why)
    this.#card = new PackCard(this, baseOf())
    this.#card.start().catch((error) => this.#refused(error))
    this.listen(this, "click")
    this.listen(this, "change")
  }

  stop() {
    this.#card?.stop()
  }

  /** @type {PackCard | null} */
  #card = null

  /** @param {unknown} error private windows have caches that nobody may open */
  #refused(error) {
    if (!(error instanceof DOMException)) throw error
    new PackScreen(this).explain("blocked")
  }

  /** @param {Event} event */
  handleEvent({ type, target }) {
    if (type === "change") this.#card?.change()
    const button = /** @type {HTMLElement} */ (target).closest("[data-do]")
    if (type === "click" && button) this.#card?.act(/** @type {HTMLElement} */ (button).dataset.do ?? "")
  }
}
