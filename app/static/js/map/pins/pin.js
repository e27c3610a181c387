// The pins of the moving map: the same drops as `app/map/drawing/pins.py` draws.

import { DROP } from "../../generated/pins.js"
import { pictogramHref } from "../../page/pictograms.js"

const SVG = "http://www.w3.org/2000/svg"

/**
 * @typedef {object} Sign
 * @property {string} href
 * @property {string} label
 * @property {string} [fill] absent for a cluster
 * @property {string} [pictogram] the address of a symbol
 * @property {string} [number] shown instead of a pictogram
 */

/**
 * Draw a pin as a link; its lower edge, in the middle, is the place.
 * @param {Sign} sign
 * @returns {HTMLAnchorElement}
 */
export function drawPin({ href, label, fill, pictogram, number }) {
  const link = /** @type {HTMLAnchorElement} */ (blank(number ? "text" : "use").cloneNode(true))
  const [drop, sign] = /** @type {SVGSVGElement} */ (link.firstElementChild).children
  link.href = href
  link.title = label
  link.setAttribute("aria-label", label)
  if (fill) drop.setAttribute("fill", fill)
  else drop.setAttribute("class", "map-cluster-drop")
  if (number) sign.textContent = number
  else sign.setAttribute("href", pictogramHref(pictogram ?? ""))
  return link
}

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 */
export function svgElement(name, attributes) {
  const element = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return element
}

// Private

const TEXT = { y: "-16.2", class: "map-number" }
const USE = { x: "-8", y: "-29", width: "16", height: "16" }

/** Copying a pin is several times faster than making one. @type {Map<string, HTMLAnchorElement>} */
const blanks = new Map()

/** @param {"text" | "use"} kind */
function blank(kind) {
  const known = blanks.get(kind)
  if (known) return known
  const link = document.createElement("a")
  const svg = svgElement("svg", { width: "30", height: "36", viewBox: "-15 -36 30 36", "aria-hidden": "true" })
  svg.append(svgElement("path", { d: DROP }), svgElement(kind, kind === "text" ? TEXT : USE))
  link.className = "map-pin leaflet-zoom-animated"
  link.draggable = false
  link.append(svg)
  blanks.set(kind, link)
  return link
}
