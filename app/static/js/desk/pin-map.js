// A pin on the plan: a tap puts it there, a finger or the mouse drags it, the arrows of the keyboard move it. The two
// numbers beside it say the same, and are what the form sends.

import { DEGREE_M } from "../generated/distance.js"
import { DROP } from "../generated/pins.js"
import { LatLng, SVGOverlay } from "../map/leaflet.js"
import { svgElement } from "../map/pins/pin.js"
import { latLngOf, takeOver } from "../map/plan.js"
import { AppElement } from "../page/element.js"

/** Metres that an arrow moves the pin; ten times as many with Shift. */
const STEP_M = 2
/** Metres from the entrance to the edge of what is seen at first. */
const AROUND_M = 120
/** Half the side of the square that the drop is drawn in, in metres; its point is in the middle. */
const HALF_M = 30
const DECIMALS = 6

/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }

export class PinMap extends AppElement {
  start() {
    const form = this.closest("form")
    this.#inputs = ["lon", "lat"].map((name) => /** @type {HTMLInputElement} */ (form?.querySelector(`[data-${name}]`)))
    // A map takes its size from the page: where its section is folded it waits until that is opened.
    const folded = this.closest("details")
    if (!folded || folded.open) this.#begin()
    else folded.addEventListener("toggle", () => this.#begin(), { once: true, signal: this.signal })
  }

  stop() {
    this.#map?.remove()
  }

  /** @type {HTMLInputElement[]} */ #inputs = []
  /** @type {import("leaflet").Map | null} */ #map = null
  /** @type {SVGOverlay | null} */ #mark = null

  #begin() {
    if (this.#map) return
    this.hidden = false
    const frame = /** @type {HTMLElement} */ (this.querySelector("[data-frame]"))
    const { map } = takeOver(frame, /** @type {SVGSVGElement} */ (this.querySelector(".map-drawing")))
    this.#map = map
    map.dragging?.enable()
    const spot = this.#spot()
    if (spot) map.fitBounds(spot.toBounds(2 * AROUND_M), { animate: false })
    frame.tabIndex = 0
    frame.setAttribute("role", "application")
    frame.setAttribute("aria-label", this.dataset.words ?? "")
    map.on("click", (/** @type {any} */ event) => this.#put(event.latlng))
    frame.addEventListener("keydown", (event) => this.#onKey(event), { signal: this.signal })
    for (const input of this.#inputs) input.addEventListener("change", () => this.#follow(), { signal: this.signal })
    this.#draw()
  }

  /** Somebody wrote a number. */
  #follow() {
    const spot = this.#spot()
    this.#draw()
    if (spot && !this.#map?.getBounds().contains(spot)) this.#map?.panTo(spot)
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const arrow = ARROWS[event.key]
    const spot = this.#spot() ?? this.#map?.getCenter()
    if (!arrow || !spot) return
    event.preventDefault()
    event.stopPropagation()
    const metres = event.shiftKey ? 10 * STEP_M : STEP_M
    const narrow = Math.cos((spot.lat * Math.PI) / 180)
    this.#put(new LatLng(spot.lat + (arrow[1] * metres) / DEGREE_M, spot.lng + (arrow[0] * metres) / (DEGREE_M * narrow)))
  }

  /** @param {import("leaflet").LatLng} spot */
  #put({ lat, lng }) {
    const [lon, at] = this.#inputs
    lon.value = lng.toFixed(DECIMALS)
    at.value = lat.toFixed(DECIMALS)
    lon.dispatchEvent(new Event("change", { bubbles: true }))
  }

  #draw() {
    this.#mark?.remove()
    const spot = this.#spot()
    if (!spot || !this.#map) return
    const svg = svgElement("svg", { viewBox: "-36 -36 72 72", "aria-hidden": "true", overflow: "visible", class: "desk-pin" })
    svg.append(svgElement("path", { d: DROP }))
    this.#mark = new SVGOverlay(/** @type {any} */ (svg), spot.toBounds(2 * HALF_M)).addTo(this.#map)
  }

  /** @returns {import("leaflet").LatLng | null} */
  #spot() {
    const [lon, lat] = this.#inputs.map((input) => Number.parseFloat(input?.value.replace(",", ".")))
    return Number.isFinite(lon) && Number.isFinite(lat) && Math.abs(lat) <= 90 ? latLngOf(lon, lat) : null
  }
}
