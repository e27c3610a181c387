import type { PMTiles } from "pmtiles"
import type { Feature, TileSource } from "protomaps-leaflet"

export { PMTiles } from "pmtiles"
export type { Source } from "pmtiles"
export { LineSymbolizer, PolygonSymbolizer, TileCache, paint } from "protomaps-leaflet"
export type { Bbox, Feature, PaintRule, PreparedTile, TileSource } from "protomaps-leaflet"

export type Point = Feature["geom"][number][number]

/** Its own types name the older PMTiles that it was published with. */
export declare class PmtilesSource implements TileSource {
  constructor(archive: PMTiles, cancelsOtherZooms: boolean)
  get(tile: { z: number; x: number; y: number }, sizePx: number): Promise<Map<string, Feature[]>>
}
