// The cheapest way over the nodes of a graph (A*): the lowest guess first, and of two equal ones the first node, as
// `app/domain/routing/network.py` does. One set of arrays serves every search.
//
// An arc is an edge walked one way: 2 × edge to its head, 2 × edge + 1 to its tail.

import { DM, METRES_Y } from "../generated/routing.js"
import { NodeHeap } from "./heap.js"
import { LANDMARKS, landmarksOf } from "./landmarks.js"

/** @typedef {import("./graph.js").PathGraph} PathGraph */
/** @typedef {import("./snap.js").Spot} Spot */
/** @typedef {{ node: number, arc: number, share: number, cost: number }} Access a way between a spot and an end of its edge */

export class Search {
  #round = 0
  #heap = new NodeHeap()
  #east = 0
  #north = 0
  /** How far the end is from each landmark. */
  #fars = new Float64Array(LANDMARKS)
  /** @type {Float64Array} */ #prices = new Float64Array()

  /** @param {PathGraph} graph */
  constructor(graph) {
    const nodes = graph.xs.length
    this.graph = graph
    /** The cost of each node reached in this round, and the arc that led there (below 0: -1 - arc, from the start). */
    this.costs = new Float64Array(nodes)
    this.came = new Int32Array(nodes)
    /** The round in which a node was reached; one more once its cost is certain. */
    this.rounds = new Int32Array(nodes)
    /** Where the nodes are, in metres. */
    this.easts = Float64Array.from(graph.xs, (x) => x * graph.metresX)
    this.norths = Float64Array.from(graph.ys, (y) => y * METRES_Y)
    /** The arcs that leave each node, where they lead, and where those of each node begin. */
    this.firsts = new Int32Array(nodes + 1)
    this.arcs = new Int32Array(2 * graph.edges)
    this.ends = new Int32Array(2 * graph.edges)
    this.#arrange()
    this.landmarks = landmarksOf(this)
  }

  /** @param {number} arc */
  endOf(arc) {
    return (arc & 1 ? this.graph.tails : this.graph.heads)[arc >> 1]
  }

  /**
   * @param {Access[]} starts
   * @param {Access[]} ends
   * @param {number} best what the way that is known already costs
   * @param {{ prices: Float64Array, goal: Spot }} how what each arc costs, and where the end is
   * @returns {Access | null} the end that the cheapest way comes by, when it is cheaper still
   */
  run(starts, ends, best, { prices, goal }) {
    this.#begin(prices, goal)
    for (const { node, cost, arc } of starts) {
      if (this.rounds[node] < this.#round || cost < this.costs[node]) this.#reach(node, cost, -1 - arc)
    }
    let last = null
    for (let node = this.#settle(best); node >= 0; node = this.#settle(best)) {
      for (const access of ends) {
        if (access.node !== node || this.costs[node] + access.cost >= best) continue
        best = this.costs[node] + access.cost
        last = access
      }
      this.#expand(node)
    }
    return last
  }

  /** Sort the arcs by the node that they leave. */
  #arrange() {
    const { firsts, arcs } = this
    for (let arc = 0; arc < arcs.length; arc++) firsts[this.endOf(arc ^ 1) + 1]++
    for (let node = 1; node < firsts.length; node++) firsts[node] += firsts[node - 1]
    const next = firsts.slice()
    for (let arc = 0; arc < arcs.length; arc++) {
      const at = next[this.endOf(arc ^ 1)]++
      arcs[at] = arc
      this.ends[at] = this.endOf(arc)
    }
  }

  /** @param {Float64Array} prices @param {Spot} goal */
  #begin(prices, { edge, share, point }) {
    this.#round += 2
    this.#heap.size = 0
    this.#prices = prices
    this.#east = point[0] * this.graph.metresX
    this.#north = point[1] * METRES_Y
    const length = this.graph.metres(edge)
    const [tail, head] = [LANDMARKS * this.graph.tails[edge], LANDMARKS * this.graph.heads[edge]]
    for (let n = 0; n < LANDMARKS; n++) {
      this.#fars[n] = Math.min(this.landmarks[tail + n] / DM + share * length, this.landmarks[head + n] / DM + (1 - share) * length)
    }
  }

  /** @param {number} node */
  #expand(node) {
    const { arcs, ends, costs, rounds } = this
    const [here, prices, round, last] = [costs[node], this.#prices, this.#round, this.firsts[node + 1]]
    for (let n = this.firsts[node]; n < last; n++) {
      const [end, arc] = [ends[n], arcs[n]]
      const cost = here + prices[arc]
      if (rounds[end] < round ? cost < Infinity : cost < costs[end]) this.#reach(end, cost, arc)
    }
  }

  /** @param {number} node @param {number} cost @param {number} arc */
  #reach(node, cost, arc) {
    if (this.rounds[node] < this.#round) this.rounds[node] = this.#round
    this.costs[node] = cost
    this.came[node] = arc
    this.#heap.push(cost + this.#guess(node), node)
  }

  /** @param {number} node @returns {number} metres that there are at least to the end */
  #guess(node) {
    const [dx, dy] = [this.#east - this.easts[node], this.#north - this.norths[node]]
    let guess = Math.sqrt(dx * dx + dy * dy)
    for (let n = 0; n < LANDMARKS; n++) guess = Math.max(guess, Math.abs(this.landmarks[LANDMARKS * node + n] / DM - this.#fars[n]))
    return guess
  }

  /** @param {number} limit @returns {number} the next node whose cost is certain, or -1 */
  #settle(limit) {
    const heap = this.#heap
    while (heap.size && heap.keys[0] < limit) {
      const node = heap.pop()
      if (this.rounds[node] > this.#round) continue
      this.rounds[node] = this.#round + 1
      return node
    }
    return -1
  }
}
