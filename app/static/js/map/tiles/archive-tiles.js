// The tiles under a part of the map, at any zoom: read from the archive once, sorted by what draws them.

import { damaged } from "./archive-fault.js"
import { TILE_PX, sortOut, tilesOver } from "./grid.js"
import { PmtilesSource, TileCache } from "./protomaps.js"

/**
 * @typedef {import("./protomaps.js").Bbox} Box in pixels of the world at a zoom
 * @typedef {import("./protomaps.js").PreparedTile} PreparedTile
 */

export class ArchiveTiles {
  /** @param {import("./archive.js").Archive} archive */
  constructor({ archive, firstZoom, lastZoom }) {
    this.zooms = { first: firstZoom, last: lastZoom }
    const source = new PmtilesSource(archive, false)
    /** @type {import("./protomaps.js").TileSource} */
    const sorted = { get: async (tile, px) => sortOut(await source.get(tile, px)) }
    this.cache = new TileCache(sorted, TILE_PX)
  }

  /**
   * @param {number} zoom of the map, whole or not
   * @param {Box} box
   * @returns {Promise<PreparedTile[]>} as the painter takes them
   */
  over(zoom, box) {
    return this.#read(tilesOver(zoom, box, this.zooms))
  }

  /** The same from the closest tiles, which alone hold names. @param {number} zoom @param {Box} box */
  closest(zoom, box) {
    return this.#read(tilesOver(zoom, box, { ...this.zooms, first: this.zooms.last }))
  }

  /** @param {Omit<PreparedTile, "data">[]} needed @returns {Promise<PreparedTile[]>} */
  #read(needed) {
    const read = needed.map(async (tile) => ({ ...tile, data: await this.cache.get(tile.dataTile).catch(damaged) }))
    return Promise.all(read)
  }
}
