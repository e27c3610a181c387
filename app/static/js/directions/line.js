// The line of a route as a drawing that may be stretched over any map of ours.

/**
 * @typedef {import("../places/distance.js").Position} Position
 * @typedef {{ west: number, south: number, east: number, north: number }} Box
 * @typedef {{ line: Position[], start: Position, end: Position }} DrawnRoute `start` and `end` are where the person is and goes
 */

const SVG = "http://www.w3.org/2000/svg"
const SIDE = 1000
/** Around a route that is shown whole, as a share of its size. */
const AIR = 0.06

/**
 * Draw a route over a box of longitudes and latitudes (over a few kilometres they are as good as a plane).
 * @param {DrawnRoute} route
 * @param {Box} box
 * @returns {SVGElement}
 */
export function drawRoute({ line, start, end }, box) {
  const svg = make("svg", {
    class: "map-base map-way",
    viewBox: `0 0 ${SIDE} ${SIDE}`,
    width: "100%",
    height: "100%",
    preserveAspectRatio: "none",
    overflow: "visible",
    "aria-hidden": "true",
  })
  const data = pathOf(line, box)
  svg.append(make("path", { class: "map-line map-way-case", d: data }), make("path", { class: "map-line map-way-line", d: data }))
  for (const [from, to] of [[start, line[0]], [line[line.length - 1], end]]) {
    svg.append(make("path", { class: "map-line map-way-link", d: pathOf([from, to], box) }))
  }
  // A line of no length with round ends is a dot that no stretching makes an egg of.
  for (const name of ["map-way-ring", "map-way-start"]) svg.append(make("path", { class: `map-line ${name}`, d: `${pathOf([start], box)}h0` }))
  return svg
}

/** @param {DrawnRoute} route @returns {Box} all of it, with a little air */
export function boxOf({ line, start, end }) {
  const all = [...line, start, end]
  const [lons, lats] = [all.map(([lon]) => lon), all.map(([, lat]) => lat)]
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)]
  const air = Math.max(east - west, north - south, 0.001) * AIR
  return { west: west - air, south: south - air, east: east + air, north: north + air }
}

/** @param {DrawnRoute} route @param {Box} box @returns {boolean} */
export function isInside({ line, start }, { west, south, east, north }) {
  return [start, ...line].every(([lon, lat]) => lon >= west && lon <= east && lat >= south && lat <= north)
}

// Private

/** @param {Position[]} line @param {Box} box */
function pathOf(line, { west, south, east, north }) {
  const points = line.map(([lon, lat]) => [((lon - west) / (east - west)) * SIDE, ((north - lat) / (north - south)) * SIDE])
  return `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}`
}

/** @param {string} name @param {Record<string, string>} attributes @returns {SVGElement} */
function make(name, attributes) {
  const element = /** @type {SVGElement} */ (document.createElementNS(SVG, name))
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return element
}
