// What a route is made of: strides of the same name and kind, told as one piece. The twin of
// `app/domain/routing/pieces.py`.

import { factsOf, joined, reversed } from "./facts.js"
import { positionOf } from "./graph.js"

/** @typedef {import("./graph.js").PathGraph} PathGraph */
/** @typedef {import("./network.js").Stride} Stride */
/**
 * @typedef {object} Piece a stretch of one name and kind; its last position is the first of the next
 * @property {string} name "" when unknown; a crossing bears the name of the street that it crosses
 * @property {import("./facts.js").Kind} kind
 * @property {number} metres
 * @property {import("../places/distance.js").Position[]} line
 * @property {import("./facts.js").Facts} facts what is known of all of it, and the worst of a part of it
 * @property {number} stepCount 0 where nobody counted
 */

/** @param {PathGraph} graph @param {Stride[]} strides @returns {Piece[]} */
export function piecesOf(graph, strides) {
  const walked = strides.filter(({ share }) => share)
  const pieces = []
  /** @type {Stride[]} */
  const run = []
  for (const stride of walked.length ? walked : strides.slice(0, 1)) {
    if (run.length && !isAlike(graph, run[0].edge, stride.edge)) pieces.push(pieceOf(graph, run.splice(0)))
    run.push(stride)
  }
  return [...pieces, pieceOf(graph, run)]
}

// Private

/** The kind of an edge is in the lowest bits of its word. */
const KIND = 7

/** @param {PathGraph} graph @param {number} one @param {number} other */
function isAlike({ names, words }, one, other) {
  return names[one] === names[other] && (words[one] & KIND) === (words[other] & KIND)
}

/** @param {PathGraph} graph @param {Stride[]} run @returns {Piece} */
function pieceOf(graph, run) {
  const { kind, oneway: _, ...facts } = factsOf(run.map((stride) => wordOf(graph, stride)).reduce(joined))
  return {
    name: graph.nameTable[graph.names[run[0].edge]],
    kind: /** @type {import("./facts.js").Kind} */ (kind),
    metres: run.reduce((sum, { edge, share }) => sum + graph.metres(edge) * share, 0),
    line: run.flatMap((stride, n) => lineOf(graph, stride).slice(n ? 1 : 0)),
    facts,
    stepCount: run.reduce((sum, { edge, share }) => sum + (share === 1 ? (graph.counts.get(edge) ?? 0) : 0), 0),
  }
}

/** @param {PathGraph} graph @param {Stride} stride */
function wordOf({ words }, { edge, from, to }) {
  return to >= from ? words[edge] : reversed(words[edge])
}

/** @param {PathGraph} graph @param {Stride} stride */
function lineOf(graph, { edge, from, to }) {
  const [low, high] = [Math.min(from, to), Math.max(from, to)]
  const line = [low]
  for (let n = Math.floor(low) + 1; n < high; n++) line.push(n)
  line.push(high)
  return (to >= from ? line : line.reverse()).map((along) => positionOf(...graph.pointAt(edge, along)))
}
