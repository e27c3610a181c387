// A route in the pieces that a person would name: what is too short to be noticed goes with what is around it, and
// a street that turns a corner is two legs.

import { Track, turnBetween } from "./bearing.js"

/**
 * @typedef {import("../places/distance.js").Position} Position
 * @typedef {"street" | "path" | "steps" | "crossing" | "link"} WayKind
 * @typedef {Record<string, string>} Facts what is known of a way, as `app/domain/routing/facts.py` names it
 * @typedef {{ name: string, kind: WayKind, metres: number, line: Position[], facts: Facts }} Piece
 * @typedef {{ name: string, kind: WayKind, metres: number, line: Position[], facts: Facts[], isBend: boolean }} Leg
 *   `facts` of each of its pieces; one that `isBend` goes on in the street of the leg before
 */

/** What is shorter is not worth a sentence; stairs always are. */
const NOTICED_M = 15
const CROSSED_M = 5
/** A crossing that does not change the way one walks is not told. */
const STRAIGHT = 35
/** From this turn on a street is said to turn: sooner where no name on a wall helps. */
const BEND = { named: 60, unnamed: 45 }

/** @param {Piece[]} pieces of a route @returns {Leg[]} */
export function legsOf(pieces) {
  const some = pieces.filter((piece) => piece.metres > 0 && piece.line.length > 1)
  const told = some.filter((piece, i) => isTold(piece, some.slice(0, i), some.slice(i + 1)))
  const merged = told.length ? merge(some, new Set(told)) : whole(some)
  return merged.flatMap(cutAtCorners)
}

/** @param {Leg} leg */
export function trackOf(leg) {
  return new Track(leg.line)
}

// Private

/** @param {Piece} piece @param {Piece[]} before @param {Piece[]} after */
function isTold(piece, before, after) {
  if (piece.kind === "steps") return true
  if (piece.kind === "crossing") return isTurn(piece, before.findLast(isLong), after.find(isLong))
  return isLong(piece)
}

/** @param {Piece} piece */
function isLong({ kind, metres }) {
  return kind === "steps" || (kind !== "link" && kind !== "crossing" && metres >= NOTICED_M)
}

/**
 * Whether one changes one's way to cross, and not by a mere corner of a crossing.
 * @param {Piece} crossing @param {Piece | undefined} before @param {Piece | undefined} after
 */
function isTurn(crossing, before, after) {
  if (!before || crossing.metres < CROSSED_M) return false
  if (!after || !isSame(before, after)) return true
  const [first, middle, last] = [before, crossing, after].map((piece) => new Track(piece.line))
  return [middle, last].some((track) => Math.abs(turnBetween(end(first), track.headingAfter(0))) >= STRAIGHT)
}

/** @param {Track} track */
function end(track) {
  return track.headingBefore(track.length)
}

/** A street goes on under its name, whatever it is made of; stairs are told apart. @param {Piece | Leg} one @param {Piece} other */
function isSame(one, other) {
  const apart = one.kind !== other.kind && ([one.kind, other.kind].some((kind) => kind === "steps" || kind === "crossing") || !one.name)
  return one.name === other.name && !apart
}

/** Give the metres of what is not told to the leg before it (to the first leg when there is none). @param {Piece[]} pieces @param {Set<Piece>} told @returns {Leg[]} */
function merge(pieces, told) {
  /** @type {Leg[]} */
  const legs = []
  /** @type {Piece[]} */
  const lead = []
  for (const piece of pieces) {
    const last = legs.at(-1)
    if (last && (!told.has(piece) || isSame(last, piece))) extend(last, piece, told.has(piece))
    else if (told.has(piece)) legs.push(legOf(piece, last ? [piece] : [...lead, piece]))
    else lead.push(piece)
  }
  return legs
}

/** @param {Leg} leg @param {Piece} piece @param {boolean} isTold whether the leg's line goes on along the piece */
function extend(leg, piece, isTold) {
  leg.metres += piece.metres
  leg.facts = [...leg.facts, piece.facts]
  if (isTold) leg.line = [...leg.line, ...piece.line]
}

/** A few metres in all: one leg, called after its longest piece. @param {Piece[]} pieces @returns {Leg[]} */
function whole(pieces) {
  if (!pieces.length) return []
  const longest = pieces.reduce((best, piece) => (piece.metres > best.metres ? piece : best))
  return [{ ...legOf(longest, pieces), line: pieces.flatMap((piece) => piece.line) }]
}

/** @param {Piece} piece @param {Piece[]} all with what is too short to be told @returns {Leg} */
function legOf(piece, all) {
  const metres = all.reduce((sum, one) => sum + one.metres, 0)
  return { ...piece, metres, facts: all.map(({ facts }) => facts), isBend: false }
}

/** @param {Leg} leg @returns {Leg[]} */
function cutAtCorners(leg) {
  if (leg.kind === "steps") return [leg]
  const track = new Track(leg.line)
  const corner = sharpestCorner(track, leg.name ? BEND.named : BEND.unnamed)
  if (corner < 0) return [leg]
  const first = { ...leg, line: leg.line.slice(0, corner + 1), metres: track.metres[corner] }
  const rest = { ...leg, line: leg.line.slice(corner), metres: leg.metres - first.metres, facts: [], isBend: true }
  return [...cutAtCorners(first), ...cutAtCorners(rest)]
}

/** @param {Track} track @param {number} least in degrees @returns {number} the point where it turns most, or -1 */
function sharpestCorner(track, least) {
  let [best, corner] = [least, -1]
  for (let i = 1; i < track.line.length - 1; i++) {
    const metres = track.metres[i]
    if (metres < NOTICED_M || track.length - metres < NOTICED_M) continue
    const turn = Math.abs(turnBetween(track.headingBefore(metres), track.headingAfter(metres)))
    if (turn > best) [best, corner] = [turn, i]
  }
  return corner
}
