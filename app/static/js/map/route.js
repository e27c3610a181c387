// A way on foot over the moving map, under the pins.

import { SVGOverlay } from "./leaflet.js"
import { boxOf, latLngOf } from "./plan.js"

/** Room at the top for the pin at an end of the line, under the buttons of the map; on wide maps they stand aside. */
const TOP_PX = 104
const BOTTOM_PX = 24
const WIDE_PX = 600

/** @typedef {{ svg: SVGElement, box: import("../directions/line.js").Box }} Drawn as `adeuxpas:way` brings it */

export class MapRoute {
  /** @type {SVGOverlay | null} */ #line = null
  /** The map ends a zoom where that was going, whatever it was told meanwhile. */
  #isZooming = false
  /** What is to come into sight yet. @type {import("leaflet").LatLngBounds | null} */ #awaited = null

  /** @param {import("leaflet").Map} map */
  constructor(map) {
    this.map = map
    map.on("zoomanim", () => void (this.#isZooming = true))
    map.on("moveend", () => {
      this.#isZooming = false
      this.#fit()
    })
  }

  /** @param {Drawn | null} drawn nothing takes the line away */
  show(drawn) {
    this.#line?.remove()
    this.#line = null
    this.#awaited = null
    if (!drawn) return
    const { west, south, east, north } = drawn.box
    const bounds = boxOf([latLngOf(west, south), latLngOf(east, north)])
    this.#line = new SVGOverlay(drawn.svg, bounds).addTo(this.map)
    this.#awaited = bounds
    // A zoom that was asked for begins, and says so, with the next frame only.
    requestAnimationFrame(() => this.#fit())
  }

  #fit() {
    const bounds = this.#awaited
    if (!bounds || this.#isZooming) return
    this.#awaited = null
    const [side, top] = this.map.getSize().x < WIDE_PX ? [24, TOP_PX] : [72, TOP_PX / 2]
    this.map.fitBounds(bounds, { paddingTopLeft: [side, top], paddingBottomRight: [side, BOTTOM_PX], animate: false })
  }
}
