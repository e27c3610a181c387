// What a route is made of: strides of the same name and kind, told as one piece. The twin of
// `app/domain/paths/pieces.py`.

import { factsOf, joined, reversed } from "./path-facts.js"
import { positionOf } from "./path-graph.js"

/** @typedef {import("./path-graph.js").PathGraph} PathGraph */
/** @typedef {import("./path-network.js").Stride} Stride */
/**
 * @typedef {object} Piece a stretch of one name and kind; its last position is the first of the next
 * @property {string} name "" when unknown; a crossing bears the name of the street that it crosses
 * @property {import("./path-facts.js").Kind} kind
 * @property {number} metres
 * @property {import("./distance.js").Position[]} line
 * @property {import("./path-facts.js").Facts} facts what is known of all of it, and the worst of a part of it
 * @property {number} stepCount 0 where nobody counted
 */

/** @param {PathGraph} graph @param {Stride[]} strides @returns {Piece[]} */
export function piecesOf(graph, strides) {
  const walked = strides.filter(({ share }) => share)
  /** @type {Piece[]} */
  const pieces = []
  for (const stride of walked.length ? walked : strides.slice(0, 1)) {
    const piece = pieceOf(graph, stride)
    const last = pieces.at(-1)
    if (last && last.name === piece.name && last.kind === piece.kind) pieces[pieces.length - 1] = added(last, piece)
    else pieces.push(piece)
  }
  return pieces
}

// Private

/** @param {PathGraph} graph @param {Stride} stride @returns {Piece} */
function pieceOf(graph, { edge, from, to, share }) {
  const { kind, oneway: _, ...facts } = factsOf(graph.words[edge])
  return {
    name: graph.nameTable[graph.names[edge]],
    kind: /** @type {import("./path-facts.js").Kind} */ (kind),
    metres: graph.metres(edge) * share,
    line: lineOf(graph, edge, from, to),
    facts: to >= from ? facts : reversed(facts),
    stepCount: share === 1 ? (graph.counts.get(edge) ?? 0) : 0,
  }
}

/** @param {Piece} one @param {Piece} other @returns {Piece} */
function added(one, other) {
  return {
    ...one,
    metres: one.metres + other.metres,
    line: [...one.line, ...other.line.slice(1)],
    facts: joined(one.facts, other.facts),
    stepCount: one.stepCount + other.stepCount,
  }
}

/** @param {PathGraph} graph @param {number} edge @param {number} from @param {number} to */
function lineOf(graph, edge, from, to) {
  const [low, high] = [Math.min(from, to), Math.max(from, to)]
  const inner = Array.from({ length: Math.max(0, Math.ceil(high) - Math.floor(low) - 1) }, (_, n) => Math.floor(low) + 1 + n)
  const along = [low, ...inner, high]
  return (to >= from ? along : along.reverse()).map((at) => positionOf(...graph.pointAt(edge, at)))
}
