// The cheapest way over the nodes of a graph (A*): the lowest guess first, and of two equal ones the first node, as
// `app/domain/paths/network.py` does. One set of arrays serves every search.
//
// An arc is an edge walked one way: 2 × edge to its head, 2 × edge + 1 to its tail.

import { METRES_Y } from "./path-graph.js"

/** @typedef {import("./path-graph.js").PathGraph} PathGraph */
/** @typedef {{ node: number, arc: number, share: number, cost: number }} Door a way between a spot and an end of its edge */

export class Search {
  #round = 0
  #size = 0
  #guesses = new Float64Array(1024)
  #waiting = new Int32Array(1024)
  #east = 0
  #north = 0
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
  }

  /** @param {number} arc */
  endOf(arc) {
    return (arc & 1 ? this.graph.tails : this.graph.heads)[arc >> 1]
  }

  /**
   * @param {Door[]} starts
   * @param {Door[]} ends
   * @param {number} best what the way that is known already costs
   * @param {{ prices: Float64Array, goal: [number, number] }} how what each arc costs, and where the end is
   * @returns {Door | null} the end that the cheapest way comes by, when it is cheaper still
   */
  run(starts, ends, best, { prices, goal }) {
    this.#begin(prices, goal)
    for (const { node, cost, arc } of starts) {
      if (this.rounds[node] < this.#round || cost < this.costs[node]) this.#reach(node, cost, -1 - arc)
    }
    let last = null
    for (let node = this.#settle(best); node >= 0; node = this.#settle(best)) {
      for (const door of ends) {
        if (door.node !== node || this.costs[node] + door.cost >= best) continue
        best = this.costs[node] + door.cost
        last = door
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

  /** @param {Float64Array} prices @param {[number, number]} goal */
  #begin(prices, goal) {
    this.#round += 2
    this.#size = 0
    this.#prices = prices
    this.#east = goal[0] * this.graph.metresX
    this.#north = goal[1] * METRES_Y
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
    const [dx, dy] = [this.#east - this.easts[node], this.#north - this.norths[node]]
    this.#push(cost + Math.sqrt(dx * dx + dy * dy), node)
  }

  /** @param {number} limit @returns {number} the next node whose cost is certain, or -1 */
  #settle(limit) {
    while (this.#size && this.#guesses[0] < limit) {
      const node = this.#pop()
      if (this.rounds[node] > this.#round) continue
      this.rounds[node] = this.#round + 1
      return node
    }
    return -1
  }

  /** @param {number} guess @param {number} node */
  #push(guess, node) {
    if (this.#size === this.#waiting.length) this.#grow()
    const [guesses, waiting] = [this.#guesses, this.#waiting]
    let at = this.#size++
    while (at) {
      const above = (at - 1) >> 1
      if (guess > guesses[above] || (guess === guesses[above] && node >= waiting[above])) break
      guesses[at] = guesses[above]
      waiting[at] = waiting[above]
      at = above
    }
    guesses[at] = guess
    waiting[at] = node
  }

  /** @returns {number} the node of the lowest guess */
  #pop() {
    const [guesses, waiting, size] = [this.#guesses, this.#waiting, --this.#size]
    const [first, guess, node] = [waiting[0], guesses[size], waiting[size]]
    let at = 0
    for (let below = 1; below < size; below = 2 * at + 1) {
      const other = below + 1
      if (other < size && (guesses[other] < guesses[below] || (guesses[other] === guesses[below] && waiting[other] < waiting[below]))) below = other
      if (guess < guesses[below] || (guess === guesses[below] && node < waiting[below])) break
      guesses[at] = guesses[below]
      waiting[at] = waiting[below]
      at = below
    }
    guesses[at] = guess
    waiting[at] = node
    return first
  }

  #grow() {
    const [guesses, waiting] = [this.#guesses, this.#waiting]
    this.#guesses = new Float64Array(2 * guesses.length)
    this.#waiting = new Int32Array(2 * waiting.length)
    this.#guesses.set(guesses)
    this.#waiting.set(waiting)
  }
}
