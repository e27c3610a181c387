// How names on the map are written: the look of each kind, its font at a zoom, the halo around its words.

/** Closer than this, names grow a little with the streets. */
const GROWING = { from: 16, px: 2 }
export const HALO_PX = 3

/**
 * @typedef {{ rank: number, size: number, style: string, colour: string }} Look
 * @typedef {{ words: string, look: Look, x: number, y: number, angle: number }} Written
 */

/** @type {Record<string, Look>} */
const LOOKS = {
  major: { rank: 1, size: 12.5, style: "600", colour: "name" },
  minor: { rank: 3, size: 12, style: "", colour: "name" },
  park: { rank: 2, size: 12, style: "", colour: "name-park" },
  path: { rank: 5, size: 12, style: "", colour: "name" },
  square: { rank: 4, size: 12, style: "600", colour: "name" },
  water: { rank: 0, size: 12, style: "italic", colour: "name-water" },
}
/** Kinds of the basemap, by the look of their names. @type {Record<string, keyof typeof LOOKS>} */
const KINDS = {
  canal: "water", cemetery: "park", garden: "park", highway: "major", lake: "water", major_road: "major",
  minor_road: "minor", other: "path", river: "water",
}

/** @param {string} kind @returns {Look} */
export function lookOf(kind) {
  return LOOKS[KINDS[kind] ?? kind] ?? LOOKS.path
}

export class Lettering {
  /** @type {Map<string, number>} */ #widths = new Map()
  /** @type {import("./style.js").Palette} */ #palette = {}
  #family = ""
  #zoom = 0

  /** @param {import("./style.js").Palette} palette @param {string} family */
  dress(palette, family) {
    this.#palette = palette
    this.#family = family
  }

  /** @param {number} zoom of what is written next */
  sizeFor(zoom) {
    this.#zoom = zoom
  }

  /** @param {Written} label @param {CanvasRenderingContext2D} context */
  write({ words, look, x, y, angle }, context) {
    const palette = this.#palette
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
  width(words, look, context) {
    const key = this.#font(look) + words
    const known = this.#widths.get(key)
    if (known !== undefined) return known
    context.font = this.#font(look)
    const { width } = context.measureText(words)
    this.#widths.set(key, width)
    return width
  }

  /** @param {Look} look */
  #font({ size, style }) {
    const more = Math.min(GROWING.px, Math.max(0, this.#zoom - GROWING.from))
    return `${style} ${Math.round(2 * (size + more)) / 2}px ${this.#family}`
  }
}
