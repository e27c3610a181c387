// What lies outside a territory fades out, under the veils of the server's drawing (`.map-veil` in components/map-drawing.css).

/** How much one of them hides. */
const ALPHA = 0.3
/** From this one on, 50 metres beyond the outline, no name is written. */
const NAMELESS = 1

export class Fades {
  /** @param {SVGSVGElement} drawing @param {import("leaflet").Map} map @param {import("leaflet").LatLngBounds} bounds of the drawing */
  constructor(drawing, map, bounds) {
    /** With a hole each, one wider than the other. */
    this.shapes = [...drawing.querySelectorAll(".map-veil")].map((veil) => new Path2D(veil.getAttribute("d") ?? ""))
    const base = /** @type {SVGSVGElement | null} */ (drawing.querySelector(".map-base"))
    /** Where the drawing is in the world, and how wide one of its units, at zoom 0. */
    this.corner = map.project(bounds.getNorthWest(), 0)
    this.unit = (map.project(bounds.getSouthEast(), 0).x - this.corner.x) / (base?.viewBox.baseVal.width || 1)
    this.context = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"))
  }

  /** @param {CanvasRenderingContext2D} context in pixels of the world @param {number} zoom @param {string} colour */
  paint(context, zoom, colour) {
    const scale = 2 ** zoom
    context.translate(this.corner.x * scale, this.corner.y * scale)
    context.scale(this.unit * scale, this.unit * scale)
    context.globalAlpha = ALPHA
    context.fillStyle = colour
    for (const shape of this.shapes) context.fill(shape, "evenodd")
  }

  /** @param {{ x: number, y: number }} spot in pixels of the world @param {number} zoom @returns {boolean} whether names are hidden there */
  hides({ x, y }, zoom) {
    const scale = 2 ** zoom
    const [left, top] = [(x / scale - this.corner.x) / this.unit, (y / scale - this.corner.y) / this.unit]
    return this.shapes.length > NAMELESS && this.context.isPointInPath(this.shapes[NAMELESS], left, top, "evenodd")
  }
}
