// The server's drawing as the basemap of a Leaflet map, at the same place and size on the screen.

import { FIRST_PX, LAST_LEVEL, STEP } from "../generated/plan.js"
import { CRS, LatLng, LatLngBounds, LeafletMap, SVGOverlay } from "./leaflet.js"

/** The plan is exact to some metres: closer would promise more. */
const MOST_ZOOM = 18

/** @param {LatLng[]} positions */
export const boxOf = (positions) => new LatLngBounds(positions)

/** Leaflet says `[lat, lon]`; everything else of ours `[lon, lat]`: this is where they meet. */
export const latLngOf = (/** @type {number} */ lon, /** @type {number} */ lat) => new LatLng(lat, lon)

/**
 * Lay a moving map over a drawing, which becomes its basemap.
 * @param {HTMLElement} frame
 * @param {SVGSVGElement} svg
 * @returns {{ map: LeafletMap, bounds: LatLngBounds }}
 */
export function takeOver(frame, svg) {
  const bounds = boundsOf(svg)
  const view = viewOf(frame, svg, bounds)
  const map = new LeafletMap(frame, optionsOf(view.zoom, bounds)).setView(view.centre, view.zoom, { animate: false })
  svg.querySelector(".map-pins")?.remove()
  const school = svg.querySelector(".map-school")?.parentElement
  svg.removeAttribute("role")
  svg.removeAttribute("aria-label")
  new SVGOverlay(svg, bounds).addTo(map)
  map.createPane("school")
  if (school) new SVGOverlay(marksOf(svg, school), bounds, { pane: "school" }).addTo(map)
  const side = sideAt(bounds)
  const dress = () => dressAt(svg, side(map.getZoom()))
  map.on("zoomend", dress)
  dress()
  keepMiddle(map, frame)
  return { map, bounds }
}

// Private

/** What stays over the streets of the archive. @param {SVGSVGElement} svg @param {Element} school */
function marksOf(svg, school) {
  const marks = /** @type {SVGSVGElement} */ (svg.cloneNode(false))
  marks.setAttribute("class", "map-marks")
  marks.append(school)
  return marks
}

/** What lies in the middle stays there when the frame grows or shrinks: a line more under it, the whole screen. @param {LeafletMap} map @param {HTMLElement} frame */
function keepMiddle(map, frame) {
  const watch = new ResizeObserver(() => map.invalidateSize({ animate: false }))
  watch.observe(frame)
  map.on("unload", () => watch.disconnect())
}

/** @param {SVGSVGElement} svg */
function boundsOf(svg) {
  const [west, south, east, north] = (svg.dataset.bounds ?? "").split(",").map(Number)
  return new LatLngBounds(latLngOf(west, south), latLngOf(east, north))
}

/**
 * The centre and zoom at which the map shows what the drawing shows now.
 * @param {HTMLElement} frame @param {SVGSVGElement} svg @param {LatLngBounds} bounds
 */
function viewOf(frame, svg, bounds) {
  const drawn = svg.getBoundingClientRect()
  const seen = frame.getBoundingClientRect()
  const zoom = Math.log2(drawn.width / sideAt(bounds)(0))
  const corner = CRS.EPSG3857.latLngToPoint(bounds.getNorthWest(), zoom)
  const middle = corner.add([seen.left + seen.width / 2 - drawn.left, seen.top + seen.height / 2 - drawn.top])
  return { zoom, centre: CRS.EPSG3857.pointToLatLng(middle, zoom) }
}

/** @param {LatLngBounds} bounds @returns {(zoom: number) => number} the width of the drawing in pixels */
function sideAt(bounds) {
  const { x: west } = CRS.EPSG3857.latLngToPoint(bounds.getNorthWest(), 0)
  const { x: east } = CRS.EPSG3857.latLngToPoint(bounds.getSouthEast(), 0)
  return (zoom) => (east - west) * 2 ** zoom
}

/** Streets as wide, and as many names, as the scale wants. @param {SVGSVGElement} svg @param {number} sidePx */
function dressAt(svg, sidePx) {
  const level = Math.floor(Math.log(sidePx / FIRST_PX) / Math.log(STEP) + 0.02)
  svg.dataset.level = String(Math.min(LAST_LEVEL, Math.max(0, level)))
  svg.style.setProperty("--map-m", `${sidePx / Number(svg.dataset.sideM)}px`)
}

/** @param {number} zoom @param {LatLngBounds} bounds @returns {import("leaflet").MapOptions} */
function optionsOf(zoom, bounds) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches
  // A finger scrolls the page and two move the map, so that nobody is caught in it (Leaflet sets touch-action so).
  const finger = matchMedia("(pointer: coarse)").matches
  return {
    zoomControl: false,
    attributionControl: false,
    zoomSnap: 0,
    minZoom: zoom - 0.5,
    maxZoom: MOST_ZOOM,
    maxBounds: bounds.pad(0.25),
    maxBoundsViscosity: 0.6,
    dragging: !finger,
    scrollWheelZoom: false,
    zoomAnimation: !still,
    fadeAnimation: !still,
    markerZoomAnimation: !still,
    inertia: !still,
  }
}
