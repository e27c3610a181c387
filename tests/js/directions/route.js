// Routes drawn by hand, in metres eastwards and northwards from a corner in Paris.

const CORNER = [2.37, 48.89]
const LAT_M = (6_371_008.8 * Math.PI) / 180
const LON_M = LAT_M * Math.cos((CORNER[1] * Math.PI) / 180)

/** @typedef {import("../../../app/static/js/directions/legs.js").Piece} Piece */

/** @param {number} east @param {number} north @returns {[number, number]} */
export const spot = (east, north) => [CORNER[0] + east / LON_M, CORNER[1] + north / LAT_M]

/**
 * A route of pieces, each going on from where the one before ended.
 * @param {[string, string, ...[number, number][]][]} pieces name, kind and moves
 * @returns {{ pieces: Piece[], end: [number, number] }} `end` in metres
 */
export function routeOf(...pieces) {
  /** @type {[number, number]} */
  let here = [0, 0]
  const drawn = pieces.map(([name, kind, ...moves]) => {
    const line = [here, ...moves.map(([east, north]) => (here = [here[0] + east, here[1] + north]))]
    const metres = moves.reduce((sum, move) => sum + Math.hypot(...move), 0)
    return /** @type {Piece} */ ({ name, kind, metres, line: line.map(([east, north]) => spot(east, north)), facts: {} })
  })
  return { pieces: drawn, end: here }
}
