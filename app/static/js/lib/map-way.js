// A way on foot over the moving map, under the pins.

import { SVGOverlay } from "./leaflet.js"
import { boxOf, latLngOf } from "./plan-map.js"

/** Room for the ends of the line and the buttons of the map. @type {[number, number]} */
const AIR_PX = [24, 56]

/** @typedef {{ svg: SVGElement, box: import("./way-line.js").Box }} Drawn as `adeuxpas:way` brings it */

export class MapWay {
  /** @type {SVGOverlay | null} */ #line = null

  /** @param {import("leaflet").Map} map */
  constructor(map) {
    this.map = map
  }

  /** @param {Drawn | null} drawn nothing takes the line away */
  show(drawn) {
    this.#line?.remove()
    this.#line = null
    if (!drawn) return
    const { west, south, east, north } = drawn.box
    const bounds = boxOf([latLngOf(west, south), latLngOf(east, north)])
    this.#line = new SVGOverlay(drawn.svg, bounds).addTo(this.map)
    this.map.fitBounds(bounds, { padding: AIR_PX, animate: false })
  }
}
