// Names on the map, on one canvas as wide as the frame and a bit more: no name is cut at the edge of a tile. They are
// French, as on the street signs, whatever the language of the page; the browser shapes them.

import { chooseLabels, uprightAngle } from "./label-places.js"
import { HALO_PX, Lettering, lookOf } from "./lettering.js"
import { namesIn } from "./names.js"
import { MapOverlay, boxOf, followMap, listenTo } from "./overlay.js"

/** How far beyond the frame names are written, so that a short move finds them there. */
const BEYOND_PX = 120
const AIR_PX = 8
/** Beyond all ranks of names. */
const AFTER = 1_000

/**
 * @typedef {import("./label-places.js").Block} Block
 * @typedef {import("./protomaps.js").Bbox} Box
 * @typedef {import("./names.js").Name} Name
 * @typedef {import("./lettering.js").Look} Look
 * @typedef {import("./label-places.js").Label & { look: Look }} Label
 */

export class TileLabels {
  #lettering = new Lettering()
  /** @type {Set<string>} */ #written = new Set()
  #turn = 0

  /**
   * @param {import("leaflet").Map} map
   * @param {import("./archive-tiles.js").ArchiveTiles} tiles
   * @param {object} life
   * @param {() => Block[]} life.taken where no name may stand, in the world at the map's zoom
   * @param {import("./fades.js").Fades} life.fades that hide names
   * @param {AbortSignal} life.signal
   * @param {(error: unknown) => void} life.failed
   */
  constructor(map, tiles, { taken, fades, signal, failed }) {
    this.fades = fades
    this.map = map
    this.tiles = tiles
    this.taken = taken
    this.failed = failed
    this.canvas = document.createElement("canvas")
    this.canvas.lang = "fr"
    this.canvas.ariaHidden = "true"
    this.overlay = new MapOverlay(map, this.canvas)
    followMap(map, () => [this.overlay], signal)
    listenTo(map, { moveend: () => this.draw(), move: () => this.#onMove() }, signal)
    signal.addEventListener("abort", () => this.canvas.remove())
  }

  /** @param {import("./style.js").Palette} palette @param {string} family */
  dress(palette, family) {
    this.#lettering.dress(palette, family)
    this.draw()
  }

  /** Write the names anew. */
  draw() {
    this.#draw(++this.#turn).catch(this.failed)
  }

  /** @param {number} turn */
  async #draw(turn) {
    const box = boxOf(this.map, BEYOND_PX)
    const zoom = this.map.getZoom()
    const tiles = await this.tiles.closest(zoom, box)
    if (turn !== this.#turn) return
    const context = this.#blank(box)
    this.#lettering.sizeFor(zoom)
    const names = namesIn(tiles, zoom, box).filter((name) => !this.fades.hides(name, zoom))
    const labels = chooseLabels(names.flatMap((name) => this.#label(name, context)), this.taken())
    for (const label of labels) this.#lettering.write(label, context)
    this.#written = new Set(labels.map((label) => keyOf(label.words, label)))
    this.overlay.lay({ x: box.minX, y: box.minY })
    if (!this.canvas.isConnected) this.map.getPane("names")?.append(this.canvas)
  }

  /** @param {Name} name @param {CanvasRenderingContext2D} context @returns {Label[]} none where it has no room */
  #label({ words, kind, x, y, degrees, drop, room, firstZoom }, context) {
    const look = lookOf(kind)
    const width = this.#lettering.width(words, look, context)
    if (width > room) return []
    const block = { x, y: y + drop, angle: uprightAngle(degrees), width: width + AIR_PX, height: look.size + 3 }
    return [{ words, kind, look, rank: this.#rank(words, block, 10 * firstZoom + look.rank), ...block }]
  }

  /**
   * Names that stand there already stay; then come those that one would see whole, from the main ones down.
   * @param {string} words @param {Block} block @param {number} rank
   */
  #rank(words, block, rank) {
    if (!isWhole(block, boxOf(this.map))) return rank + 2 * AFTER
    return this.#written.has(keyOf(words, block)) ? rank : rank + AFTER
  }

  /** A finger may drag the map beyond what is written. */
  #onMove() {
    const { minX, minY, maxX, maxY } = boxOf(this.map)
    const { x, y } = this.overlay.corner
    const isOut = minX < x || minY < y || maxX > x + this.canvas.clientWidth || maxY > y + this.canvas.clientHeight
    if (isOut && this.overlay.zoom === this.map.getZoom()) this.draw()
  }

  /** @param {Box} box @returns {CanvasRenderingContext2D} */
  #blank({ minX, minY, maxX, maxY }) {
    const [width, height] = [maxX - minX, maxY - minY]
    this.canvas.width = Math.round(width * devicePixelRatio)
    this.canvas.height = Math.round(height * devicePixelRatio)
    this.canvas.style.width = `${width}px`
    this.canvas.style.height = `${height}px`
    const context = /** @type {CanvasRenderingContext2D} */ (this.canvas.getContext("2d"))
    context.scale(devicePixelRatio, devicePixelRatio)
    context.translate(-minX, -minY)
    Object.assign(context, { textAlign: "center", textBaseline: "middle", lineJoin: "round", lineWidth: HALO_PX, direction: "ltr" })
    return context
  }
}

// Private

/** @param {string} words @param {{ x: number, y: number }} spot */
function keyOf(words, { x, y }) {
  return `${words}:${Math.round(x)}:${Math.round(y)}`
}

/** @param {Block} block @param {Box} box */
function isWhole({ x, y, angle, width }, { minX, minY, maxX, maxY }) {
  const [dx, dy] = [Math.abs(Math.cos(angle) * width) / 2, Math.abs(Math.sin(angle) * width) / 2]
  return x - dx > minX && x + dx < maxX && y - dy > minY && y + dy < maxY
}
