// Where the person is, on the map: asked only on a tap, never sent anywhere.

import { DivIcon, LatLng, Marker, SVGOverlay } from "./leaflet.js"
import { svgElement } from "./pin.js"

const WAIT_MS = 15_000
/** What one wants to see around oneself. */
const AROUND_M = 400

export class Whereabouts {
  /** @type {import("leaflet").Layer[]} */ #layers = []

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
    for (const layer of this.#layers) layer.remove()
    if (!this.bounds.contains(here)) return "map_far"
    this.#layers = [circleOf(here, coords.accuracy), dotOf(here)]
    for (const layer of this.#layers) layer.addTo(this.map)
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

/** A drawing stretched over the ground needs none of Leaflet's vector layers. @param {LatLng} here @param {number} accuracyM */
function circleOf(here, accuracyM) {
  const svg = /** @type {SVGElement} */ (svgElement("svg", { viewBox: "0 0 2 2", class: "map-accuracy", "aria-hidden": "true" }))
  svg.append(svgElement("circle", { cx: "1", cy: "1", r: "1" }))
  return new SVGOverlay(svg, here.toBounds(2 * accuracyM))
}

/** @param {LatLng} here */
function dotOf(here) {
  const icon = new DivIcon({ html: document.createElement("span"), className: "map-me", iconSize: [18, 18] })
  return new Marker(here, { icon, keyboard: false, interactive: false })
}
