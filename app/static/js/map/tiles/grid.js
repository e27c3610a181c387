// Which tiles of an archive lie under a part of the map, and what is in them.

import { POLYGON, drawnAs } from "./kinds.js"

/** Tiles of the archive are made to be shown this wide; later zooms stretch the last ones. */
export const TILE_PX = 512

/**
 * @typedef {import("./protomaps.js").Bbox} Box in pixels of the world at a zoom
 * @typedef {import("./protomaps.js").Feature} Feature
 * @typedef {import("./protomaps.js").PreparedTile} PreparedTile
 * @typedef {Feature["geom"][number]} Line
 */

/**
 * @param {number} zoom @param {Box} box @param {{ first: number, last: number }} zooms that the archive has
 * @returns {Omit<PreparedTile, "data">[]} the tiles that a box needs, and how they lie there
 */
export function tilesOver(zoom, box, { first, last }) {
  const z = Math.min(last, Math.max(first, Math.ceil(zoom) - 1))
  const dim = (TILE_PX / 2) * 2 ** (zoom - z)
  const tiles = []
  for (let x = Math.floor(box.minX / dim); x * dim < box.maxX; x++) {
    for (let y = Math.floor(box.minY / dim); y * dim < box.maxY; y++) {
      const origin = /** @type {PreparedTile["origin"]} */ ({ x: x * dim, y: y * dim })
      tiles.push({ z: zoom, dataTile: { z, x, y }, origin, dim, scale: dim / TILE_PX })
    }
  }
  return tiles
}

/**
 * Things by what they are drawn as. A tile packs what is alike into one thing of many parts: each part by itself
 * is painted only where it lies.
 * @param {Map<string, Feature[]>} layers
 * @returns {Map<string, Feature[]>}
 */
export function sortOut(layers) {
  /** @type {Map<string, Feature[]>} */
  const sorted = new Map()
  for (const [layer, features] of layers) {
    for (const feature of features) {
      const kind = drawnAs(layer, feature.props, feature.geomType)
      if (kind) add(sorted, kind, partsOf(feature))
      if (kind === "building") add(sorted, "wall", wallsOf(feature))
    }
  }
  return sorted
}

// Private

/** @param {Map<string, Feature[]>} sorted @param {string} kind @param {Feature[]} features */
function add(sorted, kind, features) {
  const alike = sorted.get(kind) ?? []
  alike.push(...features)
  sorted.set(kind, alike)
}

/** The edges of areas, without those where the tile was cut. @param {Feature} feature @returns {Feature[]} */
function wallsOf(feature) {
  const walls = feature.geom.flatMap((ring) => {
    const lines = /** @type {Line[]} */ ([[ring[0]]])
    for (let i = 1; i < ring.length; i++) {
      if (isCut(ring[i - 1], ring[i])) lines.push([ring[i]])
      else lines.at(-1)?.push(ring[i])
    }
    return lines.filter((line) => line.length > 1)
  })
  return walls.map((line) => ({ ...feature, geom: [line], bbox: boxOf(line) }))
}

/** Whether an edge runs beside the tile: its neighbour knows better. @param {Line[number]} one @param {Line[number]} other */
function isCut(one, other) {
  const isOutside = (/** @type {number} */ a, /** @type {number} */ b) => Math.max(a, b) <= 0 || Math.min(a, b) >= TILE_PX
  return isOutside(one.x, other.x) || isOutside(one.y, other.y)
}

/** @param {Feature} feature @returns {Feature[]} */
function partsOf(feature) {
  const { geom, geomType } = feature
  if (geom.length === 1) return [feature]
  // A ring that turns the other way is a hole of the one before.
  const isHole = (/** @type {Line} */ line) => geomType === POLYGON && areaOf(line) < 0
  const parts = /** @type {Line[][]} */ ([])
  for (const line of geom) {
    if (isHole(line)) parts.at(-1)?.push(line)
    else parts.push([line])
  }
  return parts.map((lines) => ({ ...feature, geom: lines, bbox: boxOf(lines[0]) }))
}

/** @param {Line} ring @returns {number} twice its area, below zero for a hole */
function areaOf(ring) {
  return ring.reduce((sum, { x, y }, i) => {
    const next = ring[(i + 1) % ring.length]
    return sum + x * next.y - next.x * y
  }, 0)
}

/** @param {Line} line @returns {Box} */
function boxOf(line) {
  const [xs, ys] = [line.map(({ x }) => x), line.map(({ y }) => y)]
  return { minX: Math.min(...xs), minY: Math.min(...ys), maxX: Math.max(...xs), maxY: Math.max(...ys) }
}
