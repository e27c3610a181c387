// The basemap in square pictures, painted at the map's exact zoom: Leaflet's own tile layer knows whole zooms
// only, and would stretch what is fine here. Pictures are painted a few at a time, those in sight first, the middle before
// the edges, so that a finger on the map never waits for them.

import { Level, SIDE_PX } from "./level.js"
import { boxOf, followMap, listenTo } from "./overlay.js"

/** The widest line is that much wider than its middle. */
const EDGE_PX = 48
/** Of each frame of the screen, what painting may take: more while there are holes, for a frame costs as much as a picture. */
const SLICE_MS = { whole: 8, holes: 40 }
/** Finer than this nobody sees on a map without words, and it would cost phones their memory. */
const MOST_DENSE = 2

/**
 * @typedef {import("./protomaps.js").Bbox} Box
 * @typedef {(context: CanvasRenderingContext2D, zoom: number, box: Box) => Promise<void>} Paint
 * @typedef {import("./level.js").Tile} Tile
 */

export class TileLayer {
  /** The last one is the map's; those before stay under it until it is whole. @type {Level[]} */ #levels = []
  #isPainting = false

  /**
   * @param {import("leaflet").Map} map
   * @param {Paint} paint
   * @param {{ signal: AbortSignal, whole: () => void, failed: (error: unknown) => void }} life
   */
  constructor(map, paint, { signal, whole, failed }) {
    this.map = map
    this.paint = paint
    this.tell = { whole, failed }
    this.signal = signal
    followMap(map, () => this.#levels.map(({ overlay }) => overlay), signal)
    const update = () => this.#update()
    listenTo(map, { moveend: update, move: () => this.#onMove() }, signal)
    signal.addEventListener("abort", () => this.#clear())
    update()
  }

  /** Paint everything anew. */
  redraw() {
    this.#levels.push(new Level(this.map))
    this.#update()
  }

  get #level() {
    return this.#levels.at(-1)
  }

  /** A finger that drags finds the map painted where it goes. */
  #onMove() {
    if (this.#level?.overlay.zoom === this.map.getZoom()) this.#update()
  }

  #update() {
    if (this.#level?.overlay.zoom !== this.map.getZoom()) this.#levels.push(new Level(this.map))
    this.#level?.cover(boxOf(this.map))
    if (!this.#isPainting) void this.#work()
  }

  /** Paint what is missing, with a breath in between. */
  async #work() {
    this.#isPainting = true
    let began = performance.now()
    try {
      for (let tile = this.#next(); tile; tile = this.#next()) {
        await this.#paint(tile)
        const isWhole = this.#level?.isWhole(boxOf(this.map))
        if (isWhole && !this.signal.aborted) this.#settle()
        if (performance.now() - began < (isWhole ? SLICE_MS.whole : SLICE_MS.holes)) continue
        await nextFrame()
        began = performance.now()
      }
    } catch (error) {
      this.tell.failed(error)
    }
    this.#isPainting = false
  }

  #next() {
    return this.signal.aborted ? undefined : this.#level?.nextFor(boxOf(this.map))
  }

  /** @param {Tile} tile */
  async #paint(tile) {
    const level = /** @type {Level} */ (this.#level)
    const { canvas, context } = blank()
    tile.canvas = canvas
    const corner = { x: tile.x * SIDE_PX, y: tile.y * SIDE_PX }
    context.translate(-corner.x, -corner.y)
    await this.paint(context, level.overlay.zoom, boxAt(corner))
    level.put(tile)
  }

  /** The level is whole: what is under it can go. */
  #settle() {
    for (const old of this.#levels.splice(0, this.#levels.length - 1)) old.overlay.element.remove()
    this.tell.whole()
  }

  #clear() {
    for (const { overlay } of this.#levels.splice(0)) overlay.element.remove()
  }
}

// Private

/** @param {{ x: number, y: number }} corner @returns {Box} what a picture shows, with the ends of lines beyond it */
function boxAt({ x, y }) {
  return { minX: x - EDGE_PX, minY: y - EDGE_PX, maxX: x + SIDE_PX + EDGE_PX, maxY: y + SIDE_PX + EDGE_PX }
}

function blank() {
  const canvas = document.createElement("canvas")
  const dense = Math.min(devicePixelRatio, MOST_DENSE)
  canvas.width = canvas.height = Math.round(SIDE_PX * dense)
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { alpha: false }))
  context.scale(canvas.width / SIDE_PX, canvas.width / SIDE_PX)
  return { canvas, context }
}

const nextFrame = () => new Promise((done) => requestAnimationFrame(done))
