// The graph that people walk on, as `app/domain/routing/codec.py` packs it: read once into typed arrays.

import { DM, FORMAT, KNOWS_STEPS, MAGIC, METRES_Y, PRECISION, SCALE } from "../generated/routing.js"
import { NumberReader, adler32, countsOf, startsOf, tailsOf } from "./numbers.js"

/** @typedef {import("../places/distance.js").Position} Position always [lon, lat] */

const HEAD = 14

/** Edges run from `tails` to `heads`; positions are in units, lengths in decimetres. Arcs are `routing/network.js`'s. */
export class PathGraph {
  /**
   * @param {NumberReader} read
   * @param {boolean} knowsSteps
   */
  constructor(read, knowsSteps) {
    this.knowsSteps = knowsSteps
    const [nodes, edges, classes, counted, east, size] = read.numbers(6)
    this.metresX = (METRES_Y * east) / SCALE
    this.nameTable = read.text(size).split("\n")
    const table = read.numbers(classes)
    this.xs = read.differences(new Int32Array(nodes))
    this.ys = read.differences(new Int32Array(nodes))
    this.tails = tailsOf(read.numbers(nodes), edges)
    this.heads = read.numbers(edges).map((more, edge) => this.tails[edge] + more)
    this.words = read.numbers(edges).map((rank) => table[rank])
    this.names = read.numbers(edges)
    this.firsts = startsOf(read.numbers(edges))
    this.shapeX = this.#shapes(read, this.xs)
    this.shapeY = this.#shapes(read, this.ys)
    this.lengths = read.numbers(edges).map((more, edge) => this.#drawnDm(edge) + more)
    this.counts = countsOf(read.numbers(counted), read.numbers(counted))
  }

  /** How many edges there are. */
  get edges() {
    return this.tails.length
  }

  /** @param {number} edge @returns {number} the number of its last point: 0 is its tail */
  last(edge) {
    return this.firsts[edge + 1] - this.firsts[edge] + 1
  }

  /** @param {number} edge @param {number} n */
  x(edge, n) {
    if (n === 0) return this.xs[this.tails[edge]]
    const at = this.firsts[edge] + n - 1
    return at < this.firsts[edge + 1] ? this.shapeX[at] : this.xs[this.heads[edge]]
  }

  /** @param {number} edge @param {number} n */
  y(edge, n) {
    if (n === 0) return this.ys[this.tails[edge]]
    const at = this.firsts[edge] + n - 1
    return at < this.firsts[edge + 1] ? this.shapeY[at] : this.ys[this.heads[edge]]
  }

  /** @param {number} ax @param {number} ay @param {number} bx @param {number} by @returns {number} metres */
  straight(ax, ay, bx, by) {
    const dx = (bx - ax) * this.metresX
    const dy = (by - ay) * METRES_Y
    return Math.sqrt(dx * dx + dy * dy) // not hypot(): Python's rounds otherwise
  }

  /** @param {number} edge @param {number} along a point of it and a share of the way to the next @returns {[number, number]} */
  pointAt(edge, along) {
    const n = Math.floor(along)
    const [ax, ay, share] = [this.x(edge, n), this.y(edge, n), along - n]
    return share ? [ax + share * (this.x(edge, n + 1) - ax), ay + share * (this.y(edge, n + 1) - ay)] : [ax, ay]
  }

  /** @param {number} edge @param {number} along @returns {number} metres drawn up to there */
  drawn(edge, along) {
    let total = 0
    const whole = Math.floor(along)
    for (let n = 0; n < whole; n++) total += this.straight(this.x(edge, n), this.y(edge, n), this.x(edge, n + 1), this.y(edge, n + 1))
    return along === whole ? total : total + this.straight(this.x(edge, whole), this.y(edge, whole), ...this.pointAt(edge, along))
  }

  /** @param {number} edge */
  metres(edge) {
    return this.lengths[edge] / DM
  }

  /** @param {number} edge */
  #drawnDm(edge) {
    return Math.ceil(this.drawn(edge, this.last(edge)) * DM)
  }

  /** @param {NumberReader} read @param {Int32Array} nodes */
  #shapes(read, nodes) {
    const axis = new Int32Array(this.firsts[this.edges])
    for (let edge = 0; edge < this.edges; edge++) read.differences(axis.subarray(this.firsts[edge], this.firsts[edge + 1]), nodes[this.tails[edge]])
    return axis
  }
}

/**
 * @param {ArrayBuffer} buffer a `paths/<territory>.bin`
 * @returns {PathGraph}
 * @throws {Error} when the file is not whole
 */
export function decodePaths(buffer) {
  const view = new DataView(buffer)
  if (buffer.byteLength < HEAD || view.getUint32(0, true) !== MAGIC) throw new Error("This is not a path graph: it does not begin with ADPG.")
  if (view.getUint8(4) !== FORMAT) throw new Error(`The path graph has format ${view.getUint8(4)} when expected ${FORMAT}.`)
  const body = new Uint8Array(buffer, HEAD)
  const size = view.getUint32(6, true)
  if (body.length !== size) throw new Error(`The path graph is cut: ${body.length} bytes when expected ${size}.`)
  if (adler32(body) !== view.getUint32(10, true)) throw new Error("The path graph is damaged: its checksum is not the one written in it.")
  return new PathGraph(new NumberReader(body), Boolean(view.getUint8(5) & KNOWS_STEPS))
}

/** @param {number} x @param {number} y @returns {Position} */
export const positionOf = (x, y) => [x / PRECISION, y / PRECISION]
