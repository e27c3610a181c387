// The parts of protomaps-leaflet that we use, from its sources: 13 kB (br) with PMTiles instead of 32 for the whole.
// Its layer, its labels and its default styles stay out: the layer wants a global Leaflet and whole zooms, its labels
// stop at the edges of tiles. (`protomaps/…` is an alias in app/assets.py: the package exports its whole only.)

export { PMTiles } from "pmtiles"
export { paint } from "protomaps/painter.ts"
export { LineSymbolizer, PolygonSymbolizer } from "protomaps/symbolizer.ts"
export { PmtilesSource, TileCache } from "protomaps/tilecache.ts"
