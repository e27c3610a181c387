// The basemap from its archive: a chunk of its own, loaded when the map already works without it.

import { ArchiveTiles } from "./archive-tiles.js"
import { loadArchive } from "./archive.js"
import { Fades } from "./fades.js"
import { TileLabels } from "./labels.js"
import { TileLayer } from "./layer.js"
import { TilePainter } from "./painter.js"
import { readPalette } from "./style.js"

export { loadArchive }

/** Where the basemap is exact one may come as near as an entrance. */
const CLOSEST = 19
/** What changes the colours. */
const LIGHTS = ["(prefers-color-scheme: dark)", "(prefers-contrast: more)", "(forced-colors: active)"]

/**
 * @typedef {object} Place where the basemap is laid
 * @property {string} url of the archive
 * @property {import("leaflet").Map} map
 * @property {import("leaflet").LatLngBounds} bounds of the drawing
 * @property {SVGSVGElement} drawing that the basemap takes the place of
 * @property {() => import("./label-places.js").Block[]} taken where no name may stand
 * @property {AbortSignal} signal
 */

/**
 * Lay the basemap under a map.
 * @param {Place} place
 * @param {{ whole: () => void, failed: (error: unknown) => void }} tell `whole`: each time that all in sight is painted
 * @returns {Promise<{ notice: string, write: () => void }>} `write` writes the names anew
 */
export async function layTiles({ url, map, bounds, drawing, taken, signal }, { whole, failed }) {
  const archive = await loadArchive(url)
  if (archive.isExact) map.setMaxZoom(CLOSEST)
  const tiles = new ArchiveTiles(archive)
  const fades = new Fades(drawing, map, bounds)
  const painter = new TilePainter(tiles, fades, bounds.getCenter().lat)
  const labels = new TileLabels(map, tiles, { taken, fades, signal, failed })
  const dress = () => {
    const palette = readPalette(map.getContainer())
    painter.dress(palette)
    labels.dress(palette, getComputedStyle(map.getContainer()).fontFamily)
  }
  dress()
  const layer = new TileLayer(map, painter.paint.bind(painter), { signal, whole, failed })
  onLight(signal, () => {
    dress()
    layer.redraw()
  })
  return { notice: archive.notice, write: () => labels.draw() }
}

// Private

/** @param {AbortSignal} signal @param {() => void} changed */
function onLight(signal, changed) {
  for (const light of LIGHTS) matchMedia(light).addEventListener("change", changed, { signal })
}
