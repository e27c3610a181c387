// The pins of the moving map: the same drops as `app/edition/map_pins.py` draws.

const SVG = "http://www.w3.org/2000/svg"
const DROP = "M0 0C-3-6-13-11-13-21a13 13 0 1 1 26 0C13-11 3-6 0 0z"

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
  const link = document.createElement("a")
  link.className = "map-pin"
  link.href = href
  link.title = label
  link.draggable = false
  link.setAttribute("aria-label", label)
  const svg = svgElement("svg", { width: "30", height: "36", viewBox: "-15 -36 30 36", "aria-hidden": "true" })
  svg.append(svgElement("path", fill ? { d: DROP, fill } : { d: DROP, class: "map-cluster-drop" }))
  svg.append(number ? numberOf(number) : signOf(pictogram ?? ""))
  link.append(svg)
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

/** @param {string} number */
function numberOf(number) {
  const text = svgElement("text", { y: "-16.2", class: "map-number" })
  text.textContent = number
  return text
}

/** @param {string} pictogram */
function signOf(pictogram) {
  return svgElement("use", { href: pictogram, x: "-8", y: "-29", width: "16", height: "16" })
}
