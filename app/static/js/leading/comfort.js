// Toilets, water and benches, the nearest first: from where the phone is, else from the next stop.

import { say } from "../page/messages.js"
import { metresBetween, sayMetres } from "../places/distance.js"
import { show } from "./text.js"

/** @typedef {import("../places/distance.js").Position} Position @typedef {import("../places/places.js").Places} Places */

const MOST = 4
/** Beyond this nobody goes with a group. */
const REACH_M = 800

export class Comfort {
  /** @param {HTMLElement} element @param {import("./leading.js").Leading} leading */
  constructor(element, leading) {
    this.leading = leading
    this.part = /** @type {HTMLDetailsElement} */ (element.querySelector("[data-comfort-part]"))
    this.kinds = (element.dataset.comfort ?? "").split(" ")
    this.hours = element.dataset.hours ?? ""
    this.part.addEventListener("toggle", () => this.part.open && this.#list())
  }

  /** Where the phone is. @type {Position | null} */
  here = null

  // Private

  #list() {
    const from = this.here ?? this.#nextStop
    const { ways } = this.leading
    const found = ways && from ? this.#near(ways, from) : []
    const list = /** @type {HTMLElement} */ (this.part.querySelector("[data-comfort-list]"))
    list.replaceChildren(...found.map((one) => this.#item(/** @type {Places} */ (ways?.places), one)))
    show(/** @type {HTMLElement} */ (this.part.querySelector("[data-comfort-none]")), !found.length)
  }

  get #nextStop() {
    const { data, led } = this.leading
    return data.stops[led.next]?.at ?? data.stops[led.last]?.at ?? null
  }

  /** @param {import("../directions/ways.js").Ways} ways @param {Position} from */
  #near(ways, from) {
    const { places } = ways
    const straight = [...places.ids.keys()]
      .filter((i) => !places.isVague(i) && places.categories(i).some((kind) => this.kinds.includes(places.kinds[kind]?.id)))
      .map((i) => ({ i, metres: metresBetween(from, positionOf(places, i)) }))
      .filter(({ metres }) => metres <= REACH_M)
      .sort((one, other) => one.metres - other.metres)
      .slice(0, 2 * MOST)
    const onFoot = straight.map(({ i, metres }) => ({ i, metres: ways.metresBetween(from, positionOf(places, i)) ?? metres }))
    return onFoot.sort((one, other) => one.metres - other.metres).slice(0, MOST)
  }

  /** @param {Places} places @param {{ i: number, metres: number }} found */
  #item(places, { i, metres }) {
    const item = document.createElement("li")
    const link = document.createElement("a")
    const far = document.createElement("span")
    const status = document.createElement("place-status")
    link.href = places.url(i)
    link.textContent = places.names[i]
    link.lang = "fr"
    link.dir = "auto"
    far.textContent = say(this.here ? "lead_from_here" : "lead_from_next", { distance: sayMetres(metres) })
    status.className = "status"
    Object.assign(status.dataset, { place: places.ids[i], hours: this.hours })
    item.append(link, " ", far, " ", status)
    return item
  }
}

// Private

/** @param {Places} places @param {number} i @returns {Position} */
function positionOf(places, i) {
  return [places.lon[i], places.lat[i]]
}
