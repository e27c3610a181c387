// Where names could stand on the map, in the pixels of the world.

import { spotsAlong, straightRuns } from "./label-places.js"

/** Streets that are named along their straight parts, where there is room beside what the archive places. */
const STREETS = ["major", "minor", "service", "path"]
/** They come after all that is placed. */
const LAST = 30

/**
 * @typedef {import("./protomaps.js").PreparedTile} PreparedTile
 * @typedef {import("./protomaps.js").Bbox} Box
 * @typedef {import("./protomaps.js").Feature} Feature
 * @typedef {object} Name where a name could stand, in the world at the map's zoom
 * @property {string} words
 * @property {string} kind
 * @property {number} x
 * @property {number} y
 * @property {number} degrees
 * @property {number} drop pixels under its point: the pin of the same park is above
 * @property {number} room how wide it may be
 * @property {number} firstZoom
 */

/** @param {PreparedTile[]} tiles @param {number} zoom @param {Box} box @returns {Name[]} those in a box, each once */
export function namesIn(tiles, zoom, box) {
  const names = new Map()
  for (const tile of tiles) {
    for (const name of [...placedNames(tile, zoom), ...streetNames(tile, box)]) {
      // A tile knows a little of its neighbours.
      if (isIn(name, box)) names.set(`${name.words}:${Math.round(name.x)}:${Math.round(name.y)}`, name)
    }
  }
  return [...names.values()]
}

// Private

/** What the archive says about where names stand. @param {PreparedTile} tile @param {number} zoom @returns {Name[]} */
function placedNames({ data, origin, scale }, zoom) {
  return (data.get("labels") ?? []).flatMap(({ geom, props }) => {
    const { name: words, kind, angle: degrees = 0, drop = 0, min_zoom: firstZoom = 0 } = /** @type {any} */ (props)
    const spots = firstZoom > zoom ? [] : geom.flat()
    return spots.map(({ x, y }) => ({ words, kind, degrees, drop, firstZoom, room: Infinity, x: origin.x + x * scale, y: origin.y + y * scale }))
  })
}

/** An archive of others places no name at all; ours cannot know what pins hide. @param {PreparedTile} tile @param {Box} box @returns {Name[]} */
function streetNames(tile, box) {
  const named = (/** @type {Feature} */ { props, bbox }) => props.name && touches(bbox, tile, box)
  return STREETS.flatMap((kind) => (tile.data.get(kind) ?? []).filter(named).flatMap((street) => namesAlong(street, kind, tile)))
}

/** @param {Feature} street @param {string} kind @param {PreparedTile} tile @returns {Name[]} */
function namesAlong({ geom, props }, kind, { origin, scale }) {
  const words = String(props.name)
  return straightRuns(geom[0]).flatMap((run) => {
    const known = { words, kind, degrees: run.degrees, drop: 0, firstZoom: LAST, room: run.length * scale }
    return spotsAlong(run, scale).map(({ x, y }) => ({ ...known, x: origin.x + x * scale, y: origin.y + y * scale }))
  })
}

/** @param {Box} bounds in the tile's own numbers @param {PreparedTile} tile @param {Box} box */
function touches({ minX, minY, maxX, maxY }, { origin, scale }, box) {
  const isBeside = origin.x + maxX * scale < box.minX || origin.x + minX * scale > box.maxX
  return !isBeside && origin.y + maxY * scale >= box.minY && origin.y + minY * scale <= box.maxY
}

/** @param {{ x: number, y: number }} spot @param {Box} box */
function isIn({ x, y }, { minX, minY, maxX, maxY }) {
  return x > minX && x < maxX && y > minY && y < maxY
}
