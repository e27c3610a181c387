// The graph as one profile sees it: what each arc costs, which edges lead to one another, and the cheapest way.

import { costOf, factsOf } from "./facts.js"

/** @typedef {import("./graph.js").PathGraph} PathGraph */
/** @typedef {import("./snap.js").Spot} Spot */
/** @typedef {import("./search.js").Search} Search */
/** @typedef {import("./search.js").Access} Access */
/** @typedef {{ edge: number, from: number, to: number, share: number }} Stride a stretch of one edge, between two places along it */

/** Edges that lead to less than this share of all one may walk are not joined: one would be stuck there. */
const MAIN_SHARE = 0.02

export class Network {
  /** @param {Search} search @param {import("./facts.js").Profile} profile */
  constructor(search, profile) {
    this.graph = search.graph
    this.search = search
    this.costs = costsOf(this.graph, profile)
    /** The group of each edge; -1 where nobody goes, or where it leads nowhere. */
    this.groups = mainGroups(this.graph, this.costs, nodeGroups(search, this.costs))
  }

  /** @param {Spot} start @param {Spot} end @returns {Stride[] | null} */
  cheapest(start, end) {
    const direct = this.#direct(start, end)
    const starts = this.#accesses(start, false)
    const last = this.search.run(starts, this.#accesses(end, true), direct, { prices: this.costs, goal: end })
    if (last) return this.#strides(start, end, starts, last)
    return direct < Infinity ? [{ edge: start.edge, from: start.along, to: end.along, share: Math.abs(end.share - start.share) }] : null
  }

  /** @param {Spot} spot @param {boolean} isEnd @returns {Access[]} */
  #accesses({ edge, share }, isEnd) {
    return [2 * edge, 2 * edge + 1].flatMap((arc) => {
      const behind = arc & 1 ? 1 - share : share
      const part = isEnd ? behind : 1 - behind
      const cost = priceOf(this.costs[arc], part)
      return cost < Infinity ? [{ node: this.search.endOf(isEnd ? arc ^ 1 : arc), arc, share: part, cost }] : []
    })
  }

  /** What it costs to stay on one edge; infinite when it is not the same. @param {Spot} start @param {Spot} end */
  #direct(start, end) {
    if (start.edge !== end.edge) return Infinity
    return priceOf(this.costs[2 * start.edge + (end.share < start.share ? 1 : 0)], Math.abs(end.share - start.share))
  }

  /** @param {Spot} start @param {Spot} end @param {Access[]} starts @param {Access} last */
  #strides(start, end, starts, last) {
    const { came } = this.search
    const strides = [{ edge: end.edge, from: this.#bound(last.arc ^ 1), to: end.along, share: last.share }]
    let arc = came[last.node]
    for (; arc >= 0; arc = came[this.search.endOf(arc ^ 1)]) {
      strides.push({ edge: arc >> 1, from: this.#bound(arc ^ 1), to: this.#bound(arc), share: 1 })
    }
    const share = starts.find((access) => access.arc === -1 - arc)?.share ?? 0
    strides.push({ edge: start.edge, from: start.along, to: this.#bound(-1 - arc), share })
    return strides.reverse()
  }

  /** @param {number} arc @returns {number} the point that it leads to */
  #bound(arc) {
    return arc & 1 ? 0 : this.graph.last(arc >> 1)
  }
}

// Private

const NONE = [Infinity, Infinity, 0]

/** @param {number} cost @param {number} share */
function priceOf(cost, share) {
  return share ? cost * share : 0
}

/** @param {PathGraph} graph @param {import("./facts.js").Profile} profile @returns {Float64Array} by arc */
function costsOf(graph, profile) {
  const known = new Map([...new Set(graph.words)].map((word) => [word, pricesOf(word, profile)]))
  const costs = new Float64Array(2 * graph.edges)
  for (let edge = 0; edge < graph.edges; edge++) {
    const [forward, backward, extra] = known.get(graph.words[edge]) ?? NONE
    costs[2 * edge] = graph.metres(edge) * forward + extra
    costs[2 * edge + 1] = graph.metres(edge) * backward + extra
  }
  return costs
}

/** @param {number} word @param {import("./facts.js").Profile} profile @returns {number[]} a metre each way, and what is added once */
function pricesOf(word, profile) {
  const facts = factsOf(word)
  const [factor, extra] = costOf(facts, profile)
  return [facts.oneway === "backward" ? Infinity : factor, facts.oneway === "forward" ? Infinity : factor, extra]
}

/** @param {Search} search @param {Float64Array} costs @returns {Int32Array} nodes that lead to one another have one number */
function nodeGroups({ graph, firsts, arcs }, costs) {
  const groups = new Int32Array(graph.xs.length).fill(-1)
  for (let first = 0; first < groups.length; first++) {
    const waiting = groups[first] < 0 ? [first] : []
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      if (groups[node] >= 0) continue
      groups[node] = first
      for (let n = firsts[node]; n < firsts[node + 1]; n++) {
        if (isWalked(costs, arcs[n] >> 1)) waiting.push((arcs[n] & 1 ? graph.tails : graph.heads)[arcs[n] >> 1])
      }
    }
  }
  return groups
}

/** @param {Float64Array} costs @param {number} edge */
function isWalked(costs, edge) {
  return costs[2 * edge] < Infinity || costs[2 * edge + 1] < Infinity
}

/** @param {PathGraph} graph @param {Float64Array} costs @param {Int32Array} nodes @returns {Int32Array} */
function mainGroups(graph, costs, nodes) {
  const groups = graph.tails.map((tail, edge) => (isWalked(costs, edge) ? nodes[tail] : -1))
  const lengths = new Float64Array(graph.xs.length)
  let all = 0
  groups.forEach((group, edge) => {
    if (group < 0) return
    lengths[group] += graph.lengths[edge]
    all += graph.lengths[edge]
  })
  return groups.map((group) => (group >= 0 && lengths[group] >= MAIN_SHARE * all ? group : -1))
}
