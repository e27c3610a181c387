// Routes on foot, from one position to another by the ways that suit who walks: the twin of
// `app/domain/routing/route.py`, and the same metres.

import { PRECISION } from "../generated/routing.js"
import { minutesOnFoot } from "../places/distance.js"
import { positionOf } from "./graph.js"
import { Network } from "./network.js"
import { piecesOf } from "./pieces.js"
import { Search } from "./search.js"
import { SnapGrid } from "./snap.js"

/** @typedef {import("./graph.js").PathGraph} PathGraph */
/** @typedef {import("../places/distance.js").Position} Position */
/** @typedef {import("./facts.js").Profile} Profile */
/** @typedef {import("./snap.js").Spot} Spot */
/** @typedef {import("./pieces.js").Piece} Piece */
/** @typedef {{ metres: number, position: Position }} RouteEnd how far off the network, and where it is joined */
/**
 * @typedef {object} Route
 * @property {number} metres from entrance to entrance: those off the network count too
 * @property {number} minutes for a family; on steps one goes half as fast
 * @property {Piece[]} pieces
 * @property {RouteEnd} start
 * @property {RouteEnd} end
 * @property {boolean} knowsSteps whether the source of the streets says where steps are
 * @property {number} stepCount how many steps there are, as far as somebody has counted them
 */
/** @typedef {"far" | "islands" | "profile"} Reason too far from any street, streets that never meet, no way for this profile */

export class Router {
  /** @type {Map<Profile, Network>} */ #networks = new Map()

  /** @param {PathGraph} graph */
  constructor(graph) {
    this.graph = graph
    this.grid = new SnapGrid(graph)
    this.search = new Search(graph)
  }

  /**
   * @param {Position} start
   * @param {Position} end
   * @param {Profile} [profile]
   * @returns {Route | null} null without a way: `whyNot` says why
   */
  route(start, end, profile = "everyone") {
    const ends = sharedSpots(this.#spots(start, profile), this.#spots(end, profile))
    if (!ends) return null
    const straight = this.graph.straight(...pointOf(start), ...pointOf(end))
    if (straight <= ends[0].metres + ends[1].metres) return this.#straight(start, end, straight)
    const strides = this.#network(profile).cheapest(...ends)
    return strides && this.#route(piecesOf(this.graph, strides), ends)
  }

  /**
   * @param {Position} start
   * @param {Position} end
   * @param {Profile} [profile]
   * @returns {Reason} why there is no route
   */
  whyNot(start, end, profile = "everyone") {
    if (!this.#spots(start, "everyone").size || !this.#spots(end, "everyone").size) return "far"
    return profile !== "everyone" && this.route(start, end) ? "profile" : "islands"
  }

  /** @param {Profile} profile */
  #network(profile) {
    const network = this.#networks.get(profile) ?? new Network(this.search, profile)
    this.#networks.set(profile, network)
    return network
  }

  /** @param {Position} position @param {Profile} profile */
  #spots(position, profile) {
    return this.grid.nearest(...pointOf(position), this.#network(profile).groups)
  }

  /** @param {Piece[]} pieces @param {[Spot, Spot]} ends @returns {Route} */
  #route(pieces, ends) {
    const [start, end] = ends.map(({ metres, point }) => ({ metres, position: positionOf(...point) }))
    const walked = pieces.reduce((sum, piece) => sum + piece.metres, 0)
    const climbed = pieces.reduce((sum, piece) => sum + (piece.kind === "steps" ? piece.metres : 0), 0)
    const metres = start.metres + walked + end.metres
    const stepCount = pieces.reduce((sum, piece) => sum + piece.stepCount, 0)
    return { metres, minutes: minutesOnFoot(metres + climbed), pieces, start, end, knowsSteps: this.graph.knowsSteps, stepCount }
  }

  /** Two entrances nearer to each other than to any street. @param {Position} start @param {Position} end @param {number} metres @returns {Route} */
  #straight(start, end, metres) {
    const piece = /** @type {Piece} */ ({ name: "", kind: "link", metres, line: [start, end], facts: {}, stepCount: 0 })
    const [from, to] = [start, end].map((position) => ({ metres: 0, position }))
    return { metres, minutes: minutesOnFoot(metres), pieces: [piece], start: from, end: to, knowsSteps: this.graph.knowsSteps, stepCount: 0 }
  }
}

// Private

/** @param {Position} position @returns {[number, number]} in units, not rounded */
function pointOf([lon, lat]) {
  return [lon * PRECISION, lat * PRECISION]
}

/** @param {Map<number, Spot>} starts @param {Map<number, Spot>} ends @returns {[Spot, Spot] | null} on one network, the nearest to both */
function sharedSpots(starts, ends) {
  let [nearest, off] = [-1, Infinity]
  for (const [group, spot] of starts) {
    const other = ends.get(group)
    if (!other) continue
    const both = spot.metres + other.metres
    if (both < off || (both === off && group < nearest)) [nearest, off] = [group, both]
  }
  const [start, end] = [starts.get(nearest), ends.get(nearest)]
  return start && end ? [start, end] : null
}
