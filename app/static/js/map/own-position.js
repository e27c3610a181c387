// Where the person is, on the map: asked only on a tap, never sent anywhere.

import { LatLng, SVGOverlay } from "./leaflet.js"
import { svgElement } from "./pins/pin.js"

const WAIT_MS = 15_000
/** What one wants to see around oneself. */
const AROUND_M = 400

export class OwnPosition {
  /** @type {SVGOverlay | null} */ #mark = null

  /** @param {import("leaflet").Map} map @param {import("leaflet").LatLngBounds} bounds */
  constructor(map, bounds) {
    this.map = map
    this.bounds = bounds
  }

  /** @returns {Promise<string>} the key of a sentence to say, or "" */
  async find() {
    if (!navigator.geolocation) return "map_nowhere"
    try {
      return this.#show(await position())
    } catch (error) {
      const refused = /** @type {GeolocationPositionError} */ (error).code === 1
      return refused ? "map_refused" : "map_nowhere"
    }
  }

  /** @param {GeolocationPosition} found */
  #show({ coords }) {
    const here = new LatLng(coords.latitude, coords.longitude)
    this.#mark?.remove()
    if (!this.bounds.contains(here)) return "map_far"
    this.#mark = markOf(here, coords.accuracy).addTo(this.map)
    this.map.fitBounds(here.toBounds(Math.max(AROUND_M, 2 * coords.accuracy)))
    return ""
  }
}

// Private

/** @returns {Promise<GeolocationPosition>} */
function position() {
  const options = { enableHighAccuracy: true, timeout: WAIT_MS, maximumAge: 30_000 }
  return new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject, options))
}

/**
 * A dot in a circle as wide as the doubt: a drawing stretched over the map needs none of Leaflet's vector layers.
 * @param {LatLng} here @param {number} accuracyM
 */
function markOf(here, accuracyM) {
  const svg = svgElement("svg", { "aria-hidden": "true", overflow: "visible" })
  svg.append(svgElement("circle", { cx: "50%", cy: "50%", r: "50%", class: "map-doubt" }))
  svg.append(svgElement("circle", { cx: "50%", cy: "50%", r: "8", class: "map-me" }))
  return new SVGOverlay(/** @type {SVGElement} */ (svg), here.toBounds(2 * accuracyM))
}
