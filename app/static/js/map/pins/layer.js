// The pins on a moving map: gathered for the zoom, drawn where the map is looked at. They are plain links in
// Leaflet's marker pane: its own markers cost five times as much to show and take no keyboard as links do.

import { MOST_AVOIDED } from "../../generated/pins.js"
import { drawPin } from "./pin.js"
import { PinSpots } from "./spots.js"

/** A drop, and from the upper left corner of what a finger finds around it to its tip. */
const DROP = { width: 30, height: 36 }
const TIP = { x: 22, y: 40 }

/**
 * @typedef {object} PinSource
 * @property {Float64Array} lon
 * @property {Float64Array} lat
 * @property {(i: number) => import("./pin.js").Sign} sign
 * @property {(members: number[]) => import("./pin.js").Sign} cluster
 * @property {(i: number) => string} idOf
 * @typedef {{ x: number, y: number }} Point
 */

export class PinLayer {
  chosen = -1
  /** Pins on the map by what they stand for. @type {Map<string, { pin: HTMLAnchorElement, first: number }>} */ #pins = new Map()

  /** @param {import("leaflet").Map} map @param {PinSource} source */
  constructor(map, source) {
    this.map = map
    this.source = source
    this.spots = new PinSpots(source)
    map.on("zoomend", () => this.#regroup())
    map.on("moveend", () => this.#draw())
    map.on("viewreset", () => this.#placeAll(map.getPixelOrigin(), map.getZoom()))
    // @ts-expect-error Leaflet's own markers ask the same to glide while the map zooms
    map.on("zoomanim", ({ center, zoom }) => this.#placeAll(map._getNewPixelOrigin(center, zoom), zoom))
  }

  /** Show exactly these places. @param {number[]} places */
  show(places) {
    this.spots.show(places)
    this.#regroup()
  }

  /** Mark the pin of a place (-1: of none). @param {number} place */
  choose(place) {
    this.chosen = place
    this.#mark()
  }

  /** @param {number} place @returns {HTMLAnchorElement | undefined} the pin it is in, when it is in sight */
  pinOf(place) {
    const first = this.spots.firstOf(place)
    return first === undefined ? undefined : this.#pins.get(this.spots.keyOf(first))?.pin
  }

  /** Where pins stand, in the world at the map's zoom: no name is written under them, unless they are everywhere. */
  get room() {
    if (this.#pins.size > MOST_AVOIDED) return []
    const scale = 2 ** this.map.getZoom()
    return [...this.#pins.values()].map(({ first }) => {
      const { x, y } = this.spots.at(first, scale)
      return { x, y: y - DROP.height / 2, angle: 0, ...DROP }
    })
  }

  /** @param {Element} pin @returns {number[]} the places behind a pin */
  placesOf(pin) {
    for (const drawn of this.#pins.values()) if (drawn.pin === pin) return this.spots.membersOf(drawn.first)
    return []
  }

  #regroup() {
    this.spots.gather(2 ** this.map.getZoom())
    this.#draw()
    this.#placeAll(this.map.getPixelOrigin(), this.map.getZoom())
  }

  /** Add the pins that came into sight and remove the others; the ones that stay keep the focus. */
  #draw() {
    const wanted = new Map(this.#inSight().map((first) => [this.spots.keyOf(first), first]))
    for (const [key, { pin }] of this.#pins) {
      if (wanted.has(key)) continue
      pin.remove()
      this.#pins.delete(key)
    }
    const fresh = document.createDocumentFragment()
    for (const [key, first] of wanted) this.#keepOrAdd(key, first, fresh)
    this.map.getPanes().markerPane.append(fresh)
    this.#mark()
  }

  /** @param {string} key @param {number} first @param {DocumentFragment} fresh */
  #keepOrAdd(key, first, fresh) {
    const kept = this.#pins.get(key)
    const pin = kept?.pin ?? this.#pin(first)
    this.#pins.set(key, { pin, first })
    if (kept) return
    this.#place(pin, first, this.map.getPixelOrigin(), 2 ** this.map.getZoom())
    fresh.append(pin)
  }

  /** @param {Point} origin @param {number} zoom */
  #placeAll(origin, zoom) {
    for (const { pin, first } of this.#pins.values()) this.#place(pin, first, origin, 2 ** zoom)
  }

  /** @param {HTMLElement} pin @param {number} first @param {Point} origin @param {number} scale */
  #place(pin, first, origin, scale) {
    const { x, y } = this.spots.at(first, scale)
    pin.style.transform = `translate(${Math.round(x - origin.x) - TIP.x}px, ${Math.round(y - origin.y) - TIP.y}px)`
  }

  #mark() {
    this.map.getPanes().markerPane.querySelector("[aria-current]")?.removeAttribute("aria-current")
    this.pinOf(this.chosen)?.setAttribute("aria-current", "true")
  }

  #inSight() {
    const scale = 2 ** this.map.getZoom()
    const { min, max } = /** @type {{ min: Point, max: Point }} */ (this.map.getPixelBounds())
    return this.spots.inSight({ min, max }, scale)
  }

  /** @param {number} first */
  #pin(first) {
    const members = this.spots.membersOf(first)
    if (members.length > 1) {
      const cluster = drawPin(this.source.cluster(members))
      cluster.classList.add("map-cluster")
      return cluster
    }
    const pin = drawPin(this.source.sign(members[0]))
    pin.dataset.placeId = this.source.idOf(members[0])
    return pin
  }
}
