// Where a place is that somebody misses: the middle of the map, under its cross. It is the place's position, picked by
// hand; the phone's own is never asked for. From other pages the map's is opened, with what was typed so far.

import { recall, remember } from "../page/memory.js"
import { AppElement } from "../page/element.js"

export class SpotPick extends AppElement {
  start() {
    const form = /** @type {HTMLFormElement} */ (this.closest("form"))
    this.listen(form, "reset")
    this.listen(this, "click")
    if (!this.#map) return
    this.listen(this.#map, "adeuxpas:ready")
    if (this.#bar) this.listen(this.#bar, "click")
    if (location.hash === "#missing") this.closest("details")?.setAttribute("open", "")
    if (this.#map.dataset.ready) this.#offer()
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "adeuxpas:ready") return this.#offer()
    if (event.type === "reset") return this.#set("")
    const target = /** @type {Element} */ (event.target)
    const link = target.closest("a")
    const action = /** @type {HTMLElement | null} */ (target.closest("[data-spot]"))?.dataset.spot ?? ""
    if (link && this.contains(link)) remember(`draft:${link.pathname}`, recall(`draft:${location.pathname}`) ?? "")
    this.#actions[action]?.()
  }

  // Private

  /** @type {Record<string, () => void>} */
  #actions = {
    show: () => this.#aim(true),
    clear: () => this.#set(""),
    cancel: () => this.#aim(false),
    here: () => {
      this.#set(this.#map?.dataset.centre ?? "")
      this.#aim(false)
    },
  }

  /** A map that moves is there: it can be aimed with. */
  #offer() {
    for (const name of ["[data-spot=show]", "[data-spot-hint]"]) this.#find(name).hidden = false
  }

  /** @param {boolean} isOn */
  #aim(isOn) {
    if (!this.#map || !this.#bar) return
    this.#map.classList.toggle("is-aimed", isOn)
    this.#bar.hidden = !isOn
    if (isOn) this.#map.scrollIntoView({ block: "center" })
    else this.scrollIntoView({ block: "center" })
    /** @type {HTMLElement | null} */
    const held = isOn ? this.#bar.querySelector("button") : this.querySelector("button:not([hidden])")
    held?.focus({ preventScroll: true })
  }

  /** @param {string} centre "lon,lat", or "" for none */
  #set(centre) {
    if (!this.#map) return
    const degrees = centre.split(",")
    for (const [place, name] of ["lon", "lat"].entries()) this.#write(name, degrees[place] ?? "")
    this.#find("[data-spot-picked]").hidden = !centre
  }

  /** @param {string} name @param {string} text */
  #write(name, text) {
    const field = /** @type {HTMLInputElement} */ (this.#find(`[name=${name}]`))
    field.value = text
  }

  get #map() {
    return this.querySelector("[name=lon]") && /** @type {HTMLElement | null} */ (document.querySelector("place-map"))
  }

  get #bar() {
    return /** @type {HTMLElement | null} */ (document.querySelector("[data-spot-bar]"))
  }

  /** @param {string} selector @returns {HTMLElement} */
  #find(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector))
  }
}
