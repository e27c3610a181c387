// One square of the ground: the colour of the earth, what the tiles hold, and the veils over what lies outside.

import { paint } from "./protomaps.js"
import { paintRules, pixelsOfMetre } from "./tile-style.js"

/** Each veil hides as much as in the server's drawing (`.map-veil` in map-drawing.css). */
const VEIL_ALPHA = 0.3

/**
 * @typedef {import("./protomaps.js").Bbox} Box
 * @typedef {object} Veils what fades out around the territory
 * @property {Path2D[]} shapes with holes, one in another
 * @property {number} units width of the drawing in the shapes' numbers
 * @property {{ x: number, y: number }} corner of the drawing in the world, at zoom 0
 * @property {number} side of the drawing at zoom 0
 */

export class GroundPainter {
  /** @param {import("./ground-tiles.js").GroundTiles} tiles @param {Veils} veils @param {number} lat */
  constructor(tiles, veils, lat) {
    this.tiles = tiles
    this.veils = veils
    this.metre = pixelsOfMetre(lat)
  }

  /** @param {import("./tile-style.js").Palette} palette */
  dress(palette) {
    this.palette = palette
    this.rules = paintRules(palette, this.metre)
  }

  /** @param {CanvasRenderingContext2D} context in pixels of the world @param {number} zoom @param {Box} box */
  async paint(context, zoom, box) {
    const { palette = {}, rules = [] } = this
    const found = new Map([["", await this.tiles.over(zoom, box)]])
    const origin = /** @type {any} */ ({ x: 0, y: 0 })
    context.fillStyle = palette.earth
    context.fillRect(box.minX, box.minY, box.maxX - box.minX, box.maxY - box.minY)
    paint(context, zoom, found, null, rules, box, origin, false)
    this.#veil(context, zoom, palette.veil)
  }

  /** @param {CanvasRenderingContext2D} context @param {number} zoom @param {string} colour */
  #veil(context, zoom, colour) {
    const { shapes, units, corner, side } = this.veils
    const scale = 2 ** zoom
    context.translate(corner.x * scale, corner.y * scale)
    context.scale((side * scale) / units, (side * scale) / units)
    context.globalAlpha = VEIL_ALPHA
    context.fillStyle = colour
    for (const shape of shapes) context.fill(shape, "evenodd")
  }
}

/**
 * The veils of the server's drawing, for the ground that takes its place.
 * @param {SVGSVGElement} drawing @param {import("leaflet").Map} map @param {import("leaflet").LatLngBounds} bounds
 * @returns {Veils}
 */
export function veilsOf(drawing, map, bounds) {
  const corner = map.project(bounds.getNorthWest(), 0)
  const side = map.project(bounds.getSouthEast(), 0).x - corner.x
  const units = /** @type {SVGSVGElement | null} */ (drawing.querySelector(".map-base"))?.viewBox.baseVal.width ?? 1
  const shapes = [...drawing.querySelectorAll(".map-veil")].map((veil) => new Path2D(veil.getAttribute("d") ?? ""))
  return { shapes, units, corner, side }
}
