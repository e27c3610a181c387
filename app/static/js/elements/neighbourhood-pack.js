// "Garder ce quartier dans mon téléphone": what a person does on the card of a pack. Defined with the other scripts of
// packs, once the page is at rest.

import { AppElement } from "../lib/element.js"
import { PackCard } from "../lib/pack-card.js"
import { obstacle } from "../lib/pack-means.js"
import { PackScreen } from "../lib/pack-screen.js"

export class NeighbourhoodPack extends AppElement {
  start() {
    const why = obstacle()
    if (why) return new PackScreen(this).explain(why)
    this.#card = new PackCard(this, NeighbourhoodPack.phone)
    this.#card.start()
    this.listen(this, "click")
    this.listen(this, "change")
  }

  stop() {
    this.#card?.stop()
  }

  /** @type {import("../lib/pack-memory.js").Phone} lent before the element is defined */
  static phone

  /** @type {PackCard | null} */
  #card = null

  /** @param {Event} event */
  handleEvent({ type, target }) {
    if (type === "change") this.#card?.change()
    const button = /** @type {HTMLElement} */ (target).closest("[data-do]")
    if (type === "click" && button) this.#card?.act(/** @type {HTMLElement} */ (button).dataset.do ?? "")
  }
}
