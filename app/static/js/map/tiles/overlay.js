// An overlay on the map: laid down at a zoom, it stays over what it shows while the map moves, and stretches while
// the map zooms (Leaflet moves its own layers so).

/** @typedef {{ x: number, y: number }} Point */

export class MapOverlay {
  /** Where its upper left corner is in the world, at its zoom. @type {Point} */ corner = { x: 0, y: 0 }
  zoom = 0

  /** @param {import("leaflet").Map} map @param {HTMLElement} element */
  constructor(map, element) {
    this.map = map
    this.element = element
    element.classList.add("leaflet-zoom-animated")
  }

  /** Lay it where the map is now. @param {Point} corner */
  lay(corner) {
    this.corner = corner
    this.zoom = this.map.getZoom()
    this.follow()
  }

  /** Keep to the map. @param {number} [zoom] to be, while the map goes there @param {Point} [origin] the map's, then */
  follow(zoom = this.map.getZoom(), origin = this.map.getPixelOrigin()) {
    const scale = 2 ** (zoom - this.zoom)
    const [x, y] = [this.corner.x * scale - origin.x, this.corner.y * scale - origin.y]
    const spot = scale === 1 ? `${Math.round(x)}px, ${Math.round(y)}px` : `${x}px, ${y}px`
    this.element.style.transform = `translate3d(${spot}, 0) scale(${scale})`
  }
}

/**
 * Have sheets follow a map, through its animations too.
 * @param {import("leaflet").Map} map @param {() => Iterable<MapOverlay>} overlays @param {AbortSignal} signal ends it
 */
export function followMap(map, overlays, signal) {
  const still = () => {
    for (const overlay of overlays()) overlay.follow()
  }
  const animated = (/** @type {any} */ { center, zoom }) => {
    // @ts-expect-error not in Leaflet's types: where its own layers glide to
    for (const overlay of overlays()) overlay.follow(zoom, map._getNewPixelOrigin(center, zoom))
  }
  listenTo(map, { zoom: still, viewreset: still, zoomanim: animated }, signal)
}

/** @param {import("leaflet").Map} map @returns {import("./protomaps.js").Bbox} what one sees, in pixels of the world, and so much more */
export function boxOf(map, morePx = 0) {
  const { min, max } = /** @type {any} */ (map.getPixelBounds())
  return { minX: min.x - morePx, minY: min.y - morePx, maxX: max.x + morePx, maxY: max.y + morePx }
}

/** @param {import("leaflet").Map} map @param {Record<string, (event: any) => void>} listeners @param {AbortSignal} signal */
export function listenTo(map, listeners, signal) {
  map.on(listeners)
  signal.addEventListener("abort", () => map.off(listeners))
}
