// One square of the basemap: the colour of the earth, what the tiles hold, and the fades over what lies outside.

import { paint } from "./protomaps.js"
import { paintRules, pixelsOfMetre } from "./style.js"

export class TilePainter {
  /** @param {import("./archive-tiles.js").ArchiveTiles} tiles @param {import("./fades.js").Fades} fades @param {number} lat */
  constructor(tiles, fades, lat) {
    this.tiles = tiles
    this.fades = fades
    this.metre = pixelsOfMetre(lat)
  }

  /** @param {import("./style.js").Palette} palette */
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
    this.fades.paint(context, zoom, palette.veil)
  }
}
