// How the map is dressed: what each thing of the tiles is drawn as, in the colours of the page's style sheet and the
// widths of the server's drawing (`components/map-drawing.css`), so that one becomes the other without a jump.

import { CASE_PX, EQUATOR_M, STROKES } from "../../generated/tiles.js"
import { LineSymbolizer, PolygonSymbolizer } from "./protomaps.js"

/**
 * @typedef {Record<string, string>} Palette colours by name
 * @typedef {import("./protomaps.js").PaintRule} PaintRule
 */

/** Custom properties that hold the colours: `--map-<name>`. */
const COLOURS = [
  "earth", "park", "play", "civic", "water", "building", "building-edge", "motorway", "rail", "case", "path", "street",
  "street-major", "steps", "boundary", "veil", "name", "name-park", "name-water", "halo",
]

/** Width of a line: pixels, and metres on the ground. What the drawing has no line for is told here. @type {Record<string, [number, number]>} */
const WIDTHS = { ...STROKES, boundary: [1, 0], rail: [0.6, 1.2], service: [0.8, 5], steps: [1.4, 4], wall: [0.7, 0] }
/** The zoom from which a building's walls are drawn. */
const EDGES_FROM = 15.8
const TILE_PX = 256

/** @param {Element} element @returns {Palette} the colours that the style sheet gives it now */
export function readPalette(element) {
  const style = getComputedStyle(element)
  return Object.fromEntries(COLOURS.map((name) => [name, style.getPropertyValue(`--map-${name}`).trim()]))
}

/** @param {number} lat @returns {number} pixels of a metre at zoom 0 */
export function pixelsOfMetre(lat) {
  return TILE_PX / EQUATOR_M / Math.cos((lat * Math.PI) / 180)
}

/**
 * What is painted, from the bottom up.
 * @param {Palette} palette @param {number} metre pixels of a metre at zoom 0
 * @returns {PaintRule[]}
 */
export function paintRules(palette, metre) {
  const { fill, line } = brushes(metre)
  const streets = /** @type {const} */ ([["path", palette.path], ["service", palette.street], ["minor", palette.street],
    ["major", palette["street-major"]]])
  return [
    fill("civic", palette.civic),
    fill("park", palette.park),
    fill("play", palette.play),
    fill("square", palette.path),
    fill("water", palette.water),
    line("canal", palette.water),
    fill("building", palette.building),
    // From farther away, edges would be a grey veil.
    { ...line("wall", palette["building-edge"]), minzoom: EDGES_FROM },
    line("boundary", palette.boundary, { dash: [6, 4] }),
    line("motorway", palette.motorway, { lineCap: "butt" }),
    line("link", palette.case, { dash: [2, 4] }),
    ...streets.map(([kind]) => line(kind, palette.case, { morePx: CASE_PX })),
    ...streets.map(([kind, colour]) => line(kind, colour)),
    line("steps", palette.path, { morePx: CASE_PX, lineCap: "butt" }),
    line("steps", palette.steps, { dash: [1.4, 2], lineCap: "butt" }),
    line("rail", palette.rail),
    line("rail", palette.rail, { morePx: 3.4, dash: [1, 7], lineCap: "butt" }),
  ]
}

// Private

/** @param {number} metre */
function brushes(metre) {
  /** @param {string} kind @param {string} colour @returns {PaintRule} */
  const fill = (kind, colour) => ({ dataLayer: kind, symbolizer: new PolygonSymbolizer({ fill: colour }) })
  /**
   * @param {string} kind @param {string} color
   * @param {{ morePx?: number, dash?: number[], lineCap?: CanvasLineCap }} [options]
   * @returns {PaintRule}
   */
  const line = (kind, color, { morePx = 0, dash, lineCap = dash ? "butt" : "round" } = {}) => {
    const [pixels, metres] = WIDTHS[kind]
    const width = (/** @type {number} */ zoom) => pixels + morePx + metres * metre * 2 ** zoom
    return { dataLayer: kind, symbolizer: new LineSymbolizer({ color, width, dash, lineCap, lineJoin: "round" }) }
  }
  return { fill, line }
}
