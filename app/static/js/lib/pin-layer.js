// The pins on a moving map: gathered for the zoom, drawn where the map is looked at.

import { gather, membersOf } from "./grid.js"
import { CRS, DivIcon, Marker } from "./leaflet.js"
import { drawPin } from "./pin.js"
import { latLngOf } from "./plan-map.js"

/** Pins nearer than this are gathered (`REACH_PX` in map_pins.py). */
const REACH_PX = 32
/** Pins are drawn this far beyond the frame, so that a short move finds them there. */
const BEYOND_PX = 60
const SIZE = /** @type {[number, number]} */ ([30, 36])
const ANCHOR = /** @type {[number, number]} */ ([15, 36])

/**
 * @typedef {object} PinSource
 * @property {Float64Array} lon
 * @property {Float64Array} lat
 * @property {(i: number) => import("./pin.js").Sign} sign
 * @property {(members: number[]) => import("./pin.js").Sign} cluster
 * @property {(i: number) => string} idOf
 */

export class PinLayer {
  chosen = -1
  /** @type {import("./grid.js").Groups} */ #groups = { firsts: [], leader: new Int32Array(), sizes: new Int32Array() }
  /** The places shown, and where they are at zoom 0. @type {number[]} */ #shown = []
  #xs = new Float64Array()
  #ys = new Float64Array()
  /** Markers on the map by what they stand for. @type {Map<string, import("leaflet").Marker>} */ #markers = new Map()

  /** @param {import("leaflet").Map} map @param {PinSource} source */
  constructor(map, source) {
    this.map = map
    this.source = source
    const points = Array.from(source.lon, (lon, i) => CRS.EPSG3857.latLngToPoint(latLngOf(lon, source.lat[i]), 0))
    this.allXs = Float64Array.from(points, (point) => point.x)
    this.allYs = Float64Array.from(points, (point) => point.y)
    map.on("zoomend", () => this.#regroup())
    map.on("moveend", () => this.#draw())
  }

  /** Show exactly these places. @param {number[]} places */
  show(places) {
    this.#shown = places
    this.#xs = Float64Array.from(places, (i) => this.allXs[i])
    this.#ys = Float64Array.from(places, (i) => this.allYs[i])
    this.#regroup()
  }

  /** Mark the pin of a place (-1: of none). @param {number} place */
  choose(place) {
    this.chosen = place
    this.#mark()
  }

  /** @param {number} place @returns {HTMLAnchorElement | undefined} the pin it is in, when it is in sight */
  pinOf(place) {
    const at = this.#shown.indexOf(place)
    if (at < 0) return undefined
    const icon = this.#markers.get(this.#key(this.#groups.leader[at]))?.getElement()
    return /** @type {HTMLAnchorElement | undefined} */ (icon?.firstElementChild ?? undefined)
  }

  /** @param {Element} pin @returns {number[]} the places behind a pin */
  placesOf(pin) {
    const first = this.#groups.firsts.find((at) => this.#markers.get(this.#key(at))?.getElement()?.contains(pin))
    return first === undefined ? [] : this.#membersOf(first)
  }

  #regroup() {
    this.#groups = gather(this.#xs, this.#ys, REACH_PX / 2 ** this.map.getZoom())
    this.#draw()
  }

  /** Add the pins that came into sight and remove the others; the ones that stay keep the focus. */
  #draw() {
    const wanted = new Map(this.#inSight().map((first) => [this.#key(first), first]))
    for (const [key, marker] of this.#markers) {
      if (wanted.has(key)) continue
      marker.remove()
      this.#markers.delete(key)
    }
    for (const [key, first] of wanted) {
      if (!this.#markers.has(key)) this.#markers.set(key, this.#add(first))
    }
    this.#mark()
  }

  #mark() {
    this.map.getPanes().markerPane.querySelector("[aria-current]")?.removeAttribute("aria-current")
    this.pinOf(this.chosen)?.setAttribute("aria-current", "true")
  }

  #inSight() {
    const scale = 2 ** this.map.getZoom()
    const { min, max } = this.map.getPixelBounds()
    return this.#groups.firsts.filter((at) => {
      const x = this.#xs[at] * scale
      const y = this.#ys[at] * scale
      if (!min || !max) return false
      return x > min.x - BEYOND_PX && x < max.x + BEYOND_PX && y > min.y - BEYOND_PX && y < max.y + BEYOND_PX
    })
  }

  /** @param {number} first @returns {import("leaflet").Marker} */
  #add(first) {
    const place = this.#shown[first]
    const icon = new DivIcon({ html: this.#pin(first), className: "map-marker", iconSize: SIZE, iconAnchor: ANCHOR })
    const position = latLngOf(this.source.lon[place], this.source.lat[place])
    return new Marker(position, { icon, keyboard: false, interactive: false }).addTo(this.map)
  }

  /** @param {number} first */
  #pin(first) {
    const members = this.#groups.sizes[first] > 1 ? this.#membersOf(first) : [this.#shown[first]]
    const alone = members.length === 1
    const pin = drawPin(alone ? this.source.sign(members[0]) : this.source.cluster(members))
    if (alone) pin.dataset.placeId = this.source.idOf(members[0])
    else pin.classList.add("map-cluster")
    return pin
  }

  /** @param {number} first */
  #membersOf(first) {
    return membersOf(this.#groups, first).map((at) => this.#shown[at])
  }

  /** @param {number} first */
  #key(first) {
    return `${this.#shown[first]}+${this.#groups.sizes[first]}`
  }
}
