// The pictures of one zoom: which ones a part of the map needs, which come first, where they lie.

import { MapOverlay } from "./overlay.js"

export const SIDE_PX = 256
/** Pictures are painted this far beyond the frame, and kept twice as far. */
const BEYOND_PX = 64

/**
 * @typedef {import("./protomaps.js").Bbox} Box
 * @typedef {{ x: number, y: number, canvas: HTMLCanvasElement | null }} Tile
 */

/** The pictures of one zoom. */
export class Level {
  /** @type {Map<string, Tile>} */ #tiles = new Map()

  /** @param {import("leaflet").Map} map */
  constructor(map) {
    this.overlay = new MapOverlay(map, document.createElement("div"))
    map.getPanes().tilePane.append(this.overlay.element)
    const { x, y } = map.getPixelOrigin()
    this.overlay.lay({ x, y })
  }

  /** Know what is needed to cover a part of the world, and let go of what is far. @param {Box} box */
  cover(box) {
    for (const [key, tile] of this.#tiles) {
      if (isNear(tile, box, 2 * BEYOND_PX)) continue
      tile.canvas?.remove()
      this.#tiles.delete(key)
    }
    const { minX, minY, maxX, maxY } = box
    const [left, top, right, bottom] = [minX - BEYOND_PX, minY - BEYOND_PX, maxX + BEYOND_PX, maxY + BEYOND_PX]
      .map((edge) => Math.floor(edge / SIDE_PX))
    for (let y = top; y <= bottom; y++) for (let x = left; x <= right; x++) this.#need(x, y)
  }

  /** @param {Box} sight @returns {Tile | undefined} what is not painted yet: the nearest to the middle, in sight if any is */
  nextFor(sight) {
    const middle = { x: (sight.minX + sight.maxX) / 2, y: (sight.minY + sight.maxY) / 2 }
    const away = (/** @type {Tile} */ { x, y }) => Math.hypot((x + 0.5) * SIDE_PX - middle.x, (y + 0.5) * SIDE_PX - middle.y)
    const missing = this.#missing().sort((one, other) => away(one) - away(other))
    return missing.find((tile) => isNear(tile, sight, 0)) ?? missing[0]
  }

  /** @param {Box} sight */
  isWhole(sight) {
    return !this.#missing().some((tile) => isNear(tile, sight, 0))
  }

  /** @param {Tile} tile */
  put({ x, y, canvas }) {
    const { corner, element } = this.overlay
    if (!canvas || !this.#tiles.has(`${x}:${y}`)) return
    canvas.style.transform = `translate(${x * SIDE_PX - corner.x}px, ${y * SIDE_PX - corner.y}px)`
    element.append(canvas)
  }

  #missing() {
    return [...this.#tiles.values()].filter(({ canvas }) => !canvas)
  }

  /** @param {number} x @param {number} y */
  #need(x, y) {
    const key = `${x}:${y}`
    if (!this.#tiles.has(key)) this.#tiles.set(key, { x, y, canvas: null })
  }
}

// Private

/** @param {Tile} tile @param {Box} box @param {number} beyond */
function isNear({ x, y }, { minX, minY, maxX, maxY }, beyond) {
  const [left, top] = [x * SIDE_PX, y * SIDE_PX]
  return left + SIDE_PX > minX - beyond && left < maxX + beyond && top + SIDE_PX > minY - beyond && top < maxY + beyond
}
