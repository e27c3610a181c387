// One square of the ground: the colour of the earth, what the tiles hold, and the veils over what lies outside.

import { paint } from "./protomaps.js"
import { paintRules, pixelsOfMetre } from "./tile-style.js"

export class GroundPainter {
  /** @param {import("./ground-tiles.js").GroundTiles} tiles @param {import("./veils.js").Veils} veils @param {number} lat */
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

  /** @param {CanvasRenderingContext2D} context in pixels of the world @param {number} zoom @param {import("./protomaps.js").Bbox} box */
  async paint(context, zoom, box) {
    const { palette = {}, rules = [] } = this
    const found = new Map([["", await this.tiles.over(zoom, box)]])
    const origin = /** @type {any} */ ({ x: 0, y: 0 })
    context.fillStyle = palette.earth
    context.fillRect(box.minX, box.minY, box.maxX - box.minX, box.maxY - box.minY)
    paint(context, zoom, found, null, rules, box, origin, false)
    this.veils.paint(context, zoom, palette.veil)
  }
}
