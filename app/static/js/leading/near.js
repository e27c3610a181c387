// The distance that following needs beside that to a stop: to the one leg that the group walks.

import { Track, vectorBetween } from "../directions/bearing.js"

/** @typedef {import("../places/distance.js").Position} Position */

/** The line of a leg, asked how far somebody is from it and how much of it is left. */
export class LegLine {
  /** @param {Position[]} line two points or more */
  constructor(line) {
    this.track = new Track(line)
  }

  /** @param {Position} position @returns {{ off: number, left: number }} metres to the line, and along it to its end */
  nearest(position) {
    const { line, metres, length } = this.track
    let best = { off: Infinity, left: length }
    for (let i = 1; i < line.length; i++) {
      const { off, share } = offSegment(position, line[i - 1], line[i])
      if (off < best.off) best = { off, left: length - metres[i - 1] - share * (metres[i] - metres[i - 1]) }
    }
    return best
  }
}

// Private

/** @param {Position} position @param {Position} start @param {Position} end */
function offSegment(position, start, end) {
  const [ax, ay] = vectorBetween(position, start)
  const [bx, by] = vectorBetween(position, end)
  const [dx, dy] = [bx - ax, by - ay]
  const square = dx * dx + dy * dy
  const share = square ? Math.min(1, Math.max(0, -(ax * dx + ay * dy) / square)) : 0
  return { off: Math.hypot(ax + share * dx, ay + share * dy), share }
}
