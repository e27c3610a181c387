// The way to a place on foot: closed until somebody asks, and nothing is fetched before.

import { AppElement } from "../page/element.js"

/** @typedef {import("../directions/directions.js").Directions} Directions */

export class WalkDirections extends AppElement {
  start() {
    const asked = new URLSearchParams(location.search)
    this.#fold.addEventListener("toggle", () => this.#turn(), { signal: this.signal })
    this.querySelector("[data-retry]")?.addEventListener("click", () => this.#turn(), { signal: this.signal })
    this.listen(document, "adeuxpas:go")
    // A place's own page is about its place; the map wants to be told which one.
    if (this.dataset.to ? asked.has("from") : asked.has("to")) this.#show(asked.get("to") ?? "")
  }

  /** @type {Promise<Directions> | null} */
  #directions = null

  /** Somebody wants to go to a place of the map. @param {CustomEvent<{ id: string }>} event */
  ongo({ detail: { id } }) {
    this.#show(id)
    this.querySelector("summary")?.focus()
  }

  // Private

  get #fold() {
    return /** @type {HTMLDetailsElement} */ (this.querySelector("details"))
  }

  /** @param {string} to */
  #show(to) {
    if (to) this.dataset.to = to
    this.hidden = false
    if (this.#fold.open) this.#turn()
    else this.#fold.open = true
  }

  async #turn() {
    const missing = /** @type {HTMLElement} */ (this.querySelector("[data-missing]"))
    missing.hidden = true
    try {
      const directions = await this.#load()
      if (this.#fold.open) directions.open()
      else directions.close()
    } catch {
      this.#directions = null
      this.dataset.state = "missing"
      missing.hidden = false
    }
  }

  #load() {
    if (!this.#directions && this.#fold.open) this.dataset.state = "loading"
    this.#directions ??= loadScript().then(({ openDirections }) => openDirections(this))
    return this.#directions
  }
}

// Private

/** A script apart, beside the one of every page. @returns {Promise<typeof import("../directions.js")>} */
function loadScript() {
  return import(new URL("directions.js", import.meta.url).href)
}
