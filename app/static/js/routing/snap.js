// Where a position joins the graph: the nearest point of an edge, found on a grid. The twin of
// `app/domain/routing/snap.py`.

import { CELL_M, CORNER_M, FARTHEST_M, METRES_Y, SLACK_M } from "../generated/routing.js"

/** @typedef {import("./graph.js").PathGraph} PathGraph */
/**
 * @typedef {object} Spot a point of an edge
 * @property {number} edge
 * @property {number} along a point of the edge and a share of the way to the next
 * @property {number} share of its length that lies before
 * @property {[number, number]} point in units
 * @property {number} metres off the network
 */

export class SnapGrid {
  /** @type {Map<number, number[]>} */ #cells = new Map()

  /** @param {PathGraph} graph */
  constructor(graph) {
    this.graph = graph
    for (let edge = 0; edge < graph.edges; edge++) {
      for (let n = 0; n < graph.last(edge); n++) this.#fill(edge, n)
    }
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {Int32Array} groups by edge; below 0: not to be walked
   * @returns {Map<number, Spot>} the nearest spot on each group of edges
   */
  nearest(x, y, groups) {
    /** @type {Map<number, { edge: number, along: number, metres: number }>} */
    const found = new Map()
    let limit = FARTHEST_M
    for (let ring = 0; ring * CELL_M <= limit; ring++) {
      for (const edge of this.#ring(this.#column(x), this.#row(y), ring)) {
        if (groups[edge] >= 0) keep(found, groups[edge], this.#off(edge, x, y))
      }
      limit = Math.min(FARTHEST_M, ...[...found.values()].map((spot) => spot.metres + SLACK_M))
    }
    const near = [...found].filter(([, spot]) => spot.metres <= limit)
    return new Map(near.map(([group, spot]) => [group, this.#spot(spot)]))
  }

  /** @param {{ edge: number, along: number, metres: number }} near @returns {Spot} */
  #spot({ edge, along, metres }) {
    const { graph } = this
    const [last, length] = [graph.last(edge), graph.metres(edge)]
    const [whole, corner] = [graph.drawn(edge, last), CORNER_M / Math.max(length, CORNER_M)]
    let share = whole ? graph.drawn(edge, along) / whole : 0
    if (share <= corner || share >= 1 - corner) [share, along] = share < 0.5 ? [0, 0] : [1, last]
    return { edge, along, metres, share, point: graph.pointAt(edge, along) }
  }

  /** @param {number} edge @param {number} x @param {number} y */
  #off(edge, x, y) {
    const { graph } = this
    let [along, metres] = [0, Infinity]
    for (let n = 0; n < graph.last(edge); n++) {
      const [ax, ay] = [graph.x(edge, n), graph.y(edge, n)]
      const dx = (graph.x(edge, n + 1) - ax) * graph.metresX
      const dy = (graph.y(edge, n + 1) - ay) * METRES_Y
      const [ex, ey] = [(x - ax) * graph.metresX, (y - ay) * METRES_Y]
      const square = dx * dx + dy * dy
      const share = square ? Math.min(1, Math.max(0, (ex * dx + ey * dy) / square)) : 0
      const [fx, fy] = [ex - share * dx, ey - share * dy]
      const off = Math.sqrt(fx * fx + fy * fy)
      if (off < metres) [metres, along] = [off, n + share]
    }
    return { edge, along, metres }
  }

  /** @param {number} column @param {number} row @param {number} ring */
  *#ring(column, row, ring) {
    for (let down = -ring; down <= ring; down++) {
      const step = Math.abs(down) === ring ? 1 : 2 * ring
      for (let across = -ring; across <= ring; across += step || 1) yield* this.#cells.get(key(column + across, row + down)) ?? []
    }
  }

  /** @param {number} edge @param {number} n */
  #fill(edge, n) {
    const { graph } = this
    const [west, east] = inOrder(this.#column(graph.x(edge, n)), this.#column(graph.x(edge, n + 1)))
    const [south, north] = inOrder(this.#row(graph.y(edge, n)), this.#row(graph.y(edge, n + 1)))
    for (let column = west; column <= east; column++) {
      for (let row = south; row <= north; row++) this.#put(key(column, row), edge)
    }
  }

  /** @param {number} cell @param {number} edge */
  #put(cell, edge) {
    const edges = this.#cells.get(cell)
    if (!edges) this.#cells.set(cell, [edge])
    else if (edges[edges.length - 1] !== edge) edges.push(edge)
  }

  /** @param {number} x */
  #column(x) {
    return Math.floor((x * this.graph.metresX) / CELL_M)
  }

  /** @param {number} y */
  #row(y) {
    return Math.floor((y * METRES_Y) / CELL_M)
  }
}

// Private

/** @param {number} one @param {number} other */
function inOrder(one, other) {
  return one < other ? [one, other] : [other, one]
}

/** @param {number} column @param {number} row */
function key(column, row) {
  return column * 16_777_216 + row // a turn of the Earth is 800,000 cells
}

/**
 * @param {Map<number, { edge: number, along: number, metres: number }>} found
 * @param {number} group
 * @param {{ edge: number, along: number, metres: number }} near
 */
function keep(found, group, near) {
  const known = found.get(group)
  if (!known || near.metres < known.metres || (near.metres === known.metres && near.edge < known.edge)) found.set(group, near)
}
