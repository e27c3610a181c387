// Where pins stand in the world: the places shown, gathered for a zoom. A pin is called by the first place gathered in it.

import { REACH_PX } from "../../generated/pins.js"
import { CRS } from "../leaflet.js"
import { latLngOf } from "../plan.js"
import { gather, membersOf } from "./clusters.js"

/** Pins are drawn this far beyond the frame, so that a short move finds them there. */
const BEYOND_PX = 60

/** @typedef {import("./layer.js").Point} Point */

export class PinSpots {
  /** The places shown, and where they are at zoom 0. @type {number[]} */ #shown = []
  #xs = new Float64Array()
  #ys = new Float64Array()
  /** @type {import("./clusters.js").Groups} */ #groups = gather(new Float64Array(), new Float64Array(), 1)

  /** @param {{ lon: Float64Array, lat: Float64Array }} source of every place there is */
  constructor(source) {
    const { xs, ys } = projected(source)
    this.allXs = xs
    this.allYs = ys
  }

  /** Know exactly these places; they are to be gathered anew. @param {number[]} places */
  show(places) {
    this.#shown = places
    this.#xs = new Float64Array(places.length)
    this.#ys = new Float64Array(places.length)
    for (let at = 0; at < places.length; at++) {
      this.#xs[at] = this.allXs[places[at]]
      this.#ys[at] = this.allYs[places[at]]
    }
  }

  /** @param {number} scale pixels of the world */
  gather(scale) {
    this.#groups = gather(this.#xs, this.#ys, REACH_PX / scale)
  }

  /** @param {number} place @returns {number | undefined} the pin it is in */
  firstOf(place) {
    const at = this.#shown.indexOf(place)
    return at < 0 ? undefined : this.#groups.leader[at]
  }

  /** @param {number} first @returns {number[]} the places behind a pin */
  membersOf(first) {
    return membersOf(this.#groups, first).map((at) => this.#shown[at])
  }

  /** @param {number} first @returns {string} what a pin stands for */
  keyOf(first) {
    return `${this.#shown[first]}+${this.#groups.sizes[first]}`
  }

  /** @param {number} first @param {number} scale @returns {Point} in pixels of the world */
  at(first, scale) {
    return { x: this.#xs[first] * scale, y: this.#ys[first] * scale }
  }

  /** @param {{ min: Point, max: Point }} frame @param {number} scale @returns {number[]} the pins in it and a little beyond */
  inSight({ min, max }, scale) {
    const isIn = (/** @type {number} */ at, /** @type {number} */ from, /** @type {number} */ to) =>
      at > from - BEYOND_PX && at < to + BEYOND_PX
    return this.#groups.firsts.filter(
      (at) => isIn(this.#xs[at] * scale, min.x, max.x) && isIn(this.#ys[at] * scale, min.y, max.y),
    )
  }
}

// Private

/** @param {{ lon: Float64Array, lat: Float64Array }} source @returns {{ xs: Float64Array, ys: Float64Array }} its places at zoom 0 */
function projected({ lon, lat }) {
  const xs = new Float64Array(lon.length)
  const ys = new Float64Array(lon.length)
  for (let i = 0; i < lon.length; i++) {
    const { x, y } = CRS.EPSG3857.latLngToPoint(latLngOf(lon[i], lat[i]), 0)
    xs[i] = x
    ys[i] = y
  }
  return { xs, ys }
}
