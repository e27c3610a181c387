// Names on the ground, on one sheet as wide as the frame and a bit more: no name is cut at the edge of a tile. They are
// French, as on the street signs, whatever the language of the page; the browser shapes them.

import { chooseLabels, straightRun, uprightAngle } from "./label-places.js"
import { MapSheet, followMap, listenTo } from "./map-sheet.js"

/** How far beyond the frame names are written, so that a short move finds them there. */
const BEYOND_PX = 120
/** The point of a park or a square may carry a pin: its name stands under it (`POINT_DROP_PX` in map_labels.py). */
const DROP_PX = 13
const HALO_PX = 3
const AIR_PX = 8
const HEIGHT_PX = 15
/** Streets whose names stand along them, when the archive does not say where names stand. */
const STREETS = ["major", "minor", "service", "path"]

/**
 * @typedef {import("./label-places.js").Block} Block
 * @typedef {import("./protomaps.js").Feature} Feature
 * @typedef {{ rank: number, font: string, colour: string, isPoint?: boolean }} Look
 * @typedef {import("./label-places.js").Label & { look: Look }} Label
 * @typedef {object} Name where a name could stand, in the world at the map's zoom
 * @property {string} words
 * @property {string} kind
 * @property {number} x
 * @property {number} y
 * @property {number} degrees
 * @property {number} room how wide it may be
 * @property {number} firstZoom
 */

/** @type {Record<string, Look>} */
const LOOKS = {
  major: { rank: 1, font: "600 13px", colour: "name" },
  minor: { rank: 3, font: "12px", colour: "name" },
  park: { rank: 2, font: "12px", colour: "name-park", isPoint: true },
  path: { rank: 5, font: "12px", colour: "name" },
  square: { rank: 4, font: "600 12px", colour: "name", isPoint: true },
  water: { rank: 0, font: "italic 12.5px", colour: "name-water" },
}
/** Kinds of the basemap, by the look of their names. @type {Record<string, keyof typeof LOOKS>} */
const KINDS = {
  canal: "water", cemetery: "park", garden: "park", highway: "major", lake: "water", major_road: "major",
  minor_road: "minor", other: "path", river: "water",
}

export class TileLabels {
  /** @type {Map<string, number>} */ #widths = new Map()
  #turn = 0

  /**
   * @param {import("leaflet").Map} map
   * @param {import("./ground-tiles.js").GroundTiles} tiles
   * @param {{ taken: () => Block[], signal: AbortSignal, failed: (error: unknown) => void }} life `taken`: in the world, at the map's zoom
   */
  constructor(map, tiles, { taken, signal, failed }) {
    this.map = map
    this.tiles = tiles
    this.taken = taken
    this.failed = failed
    this.canvas = document.createElement("canvas")
    this.canvas.lang = "fr"
    this.canvas.ariaHidden = "true"
    this.sheet = new MapSheet(map, this.canvas)
    followMap(map, () => [this.sheet], signal)
    listenTo(map, { moveend: () => this.draw(), move: () => this.#onMove() }, signal)
    signal.addEventListener("abort", () => this.canvas.remove())
  }

  /** @param {import("./tile-style.js").Palette} palette @param {string} family */
  dress(palette, family) {
    this.palette = palette
    this.family = family
    this.draw()
  }

  /** Write the names anew. */
  draw() {
    this.#draw(++this.#turn).catch(this.failed)
  }

  /** @param {number} turn */
  async #draw(turn) {
    const box = this.#box
    const zoom = this.map.getZoom()
    const tiles = await this.tiles.closest(zoom, box)
    if (turn !== this.#turn) return
    const context = this.#blank(box)
    const labels = chooseLabels(namesIn(tiles).flatMap((name) => this.#label(name, context)), this.taken())
    for (const label of labels) this.#write(label, context)
    this.sheet.lay({ x: box.minX, y: box.minY })
    if (!this.canvas.isConnected) this.map.getPane("names")?.append(this.canvas)
  }

  /** @param {Name} name @param {CanvasRenderingContext2D} context @returns {Label[]} none where it has no room */
  #label({ words, kind, x, y, degrees, room, firstZoom }, context) {
    const look = LOOKS[KINDS[kind] ?? kind] ?? LOOKS.path
    const width = this.#width(words, look, context)
    if (width > room || this.map.getZoom() < firstZoom) return []
    const drop = look.isPoint ? DROP_PX : 0
    return [{ words, kind, look, rank: look.rank, x, y: y + drop, angle: uprightAngle(degrees), width: width + AIR_PX, height: HEIGHT_PX }]
  }

  /** @param {Label} label @param {CanvasRenderingContext2D} context */
  #write({ words, look, x, y, angle }, context) {
    const { palette = {} } = this
    context.save()
    context.translate(x, y)
    context.rotate(angle)
    context.font = this.#font(look)
    context.strokeStyle = palette.halo
    context.strokeText(words, 0, 0)
    context.fillStyle = palette[look.colour]
    context.fillText(words, 0, 0)
    context.restore()
  }

  /** @param {string} words @param {Look} look @param {CanvasRenderingContext2D} context */
  #width(words, look, context) {
    const key = look.font + words
    const known = this.#widths.get(key)
    if (known !== undefined) return known
    context.font = this.#font(look)
    const { width } = context.measureText(words)
    this.#widths.set(key, width)
    return width
  }

  /** @param {Look} look */
  #font({ font }) {
    return `${font} ${this.family}`
  }

  /** A finger may drag the map beyond what is written. */
  #onMove() {
    const { min, max } = /** @type {any} */ (this.map.getPixelBounds())
    const { x, y } = this.sheet.corner
    const isOut = min.x < x || min.y < y || max.x > x + this.canvas.clientWidth || max.y > y + this.canvas.clientHeight
    if (isOut && this.sheet.zoom === this.map.getZoom()) this.draw()
  }

  get #box() {
    const { min, max } = /** @type {any} */ (this.map.getPixelBounds())
    return { minX: min.x - BEYOND_PX, minY: min.y - BEYOND_PX, maxX: max.x + BEYOND_PX, maxY: max.y + BEYOND_PX }
  }

  /** @param {import("./protomaps.js").Bbox} box @returns {CanvasRenderingContext2D} */
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

/** @param {import("./protomaps.js").PreparedTile[]} tiles @returns {Name[]} each once */
function namesIn(tiles) {
  const names = new Map()
  for (const tile of tiles) {
    for (const name of namesOf(tile)) names.set(`${name.words}:${Math.round(name.x)}:${Math.round(name.y)}`, name)
  }
  return [...names.values()]
}

/** @param {import("./protomaps.js").PreparedTile} tile @returns {Name[]} */
function namesOf({ data, origin, scale }) {
  const placed = data.get("labels")?.flatMap(labelSpots)
  const spots = placed ?? STREETS.flatMap((kind) => (data.get(kind) ?? []).flatMap((street) => streetSpot(street, kind)))
  return spots.map((spot) => ({ ...spot, x: origin.x + spot.x * scale, y: origin.y + spot.y * scale, room: spot.room * scale }))
}

/** @param {Feature} label @returns {Name[]} */
function labelSpots({ geom, props }) {
  const { name, kind, angle = 0, min_zoom: firstZoom = 0 } = /** @type {any} */ (props)
  return geom.flat().map(({ x, y }) => ({ words: name, kind, x, y, degrees: angle, room: Infinity, firstZoom }))
}

/** @param {Feature} street @param {string} kind @returns {Name[]} */
function streetSpot({ geom, props }, kind) {
  if (!props.name) return []
  const { x, y, degrees, length } = straightRun(geom[0])
  return [{ words: String(props.name), kind, x, y, degrees, room: length, firstZoom: 0 }]
}
