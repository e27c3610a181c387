// The card over the lower edge of the map: the chosen place, or the places of one spot.

import { say } from "../page/messages.js"

/** @typedef {import("../places/places.js").Places} Places */

export class MapCard {
  /** @param {HTMLElement} element @param {Places} places @param {string} hoursUrl */
  constructor(element, places, hoursUrl) {
    this.element = element
    this.places = places
    this.hoursUrl = hoursUrl
  }

  /** @param {number[]} chosen */
  open(chosen) {
    this.element.querySelector("[data-chosen-places]")?.replaceChildren(...chosen.map((i) => this.#item(i)))
    this.element.hidden = false
  }

  close() {
    this.element.hidden = true
  }

  /** @param {number} i */
  #item(i) {
    const item = document.createElement("li")
    item.dataset.placeId = this.places.ids[i]
    item.append(this.#name(i), this.#kind(i))
    if (this.hoursUrl) item.append(this.#status(i))
    if (document.querySelector("walk-directions") && !this.places.isVague(i)) item.append(this.#directions(i))
    return item
  }

  /** @param {number} i */
  #name(i) {
    const link = document.createElement("a")
    const name = document.createElement("bdi")
    link.href = this.places.url(i)
    name.textContent = this.places.names[i]
    link.append(name)
    return link
  }

  /** @param {number} i */
  #kind(i) {
    const { label, lang } = this.places.kind(i)
    const kind = document.createElement("p")
    kind.textContent = label
    if (lang) kind.lang = lang
    return kind
  }

  /** @param {number} i */
  #directions(i) {
    const button = document.createElement("button")
    const detail = { id: this.places.ids[i] }
    button.type = "button"
    button.className = "map-go"
    button.textContent = say("map_go")
    button.addEventListener("click", () => button.dispatchEvent(new CustomEvent("adeuxpas:go", { bubbles: true, detail })))
    return button
  }

  /** @param {number} i */
  #status(i) {
    const status = document.createElement("place-status")
    status.className = "status"
    status.dataset.place = this.places.ids[i]
    status.dataset.hours = this.hoursUrl
    return status
  }
}
