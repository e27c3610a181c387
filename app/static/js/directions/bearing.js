// Which way a line runs, in degrees clockwise from north, and which way one turns where two lines meet.

import { EARTH_RADIUS_M } from "../generated/distance.js"

/** @typedef {import("../places/distance.js").Position} Position */

/** A street's way is told by this much of it: the last metre before a corner says nothing. */
const REACH_M = 20
/** Metres of a degree of latitude, on the Earth of `places/distance.js`. */
const DEGREE_M = (EARTH_RADIUS_M * Math.PI) / 180

/** @param {Position} from @param {Position} to @returns {[number, number]} metres eastwards and northwards */
export function vectorBetween([lon1, lat1], [lon2, lat2]) {
  const shrink = Math.cos((((lat1 + lat2) / 2) * Math.PI) / 180)
  return [(lon2 - lon1) * DEGREE_M * shrink, (lat2 - lat1) * DEGREE_M]
}

/** @param {Position} from @param {Position} to @returns {number} 0 to 360, 90 is east */
export function headingBetween(from, to) {
  const [east, north] = vectorBetween(from, to)
  return ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360
}

/** @param {number} before @param {number} after headings @returns {number} -180 to 180; right is positive */
export function turnBetween(before, after) {
  return ((after - before + 540) % 360) - 180
}

/** A line that one walks along, known by the metres from its start. */
export class Track {
  /** @param {Position[]} line */
  constructor(line) {
    this.line = line
    /** Metres from the start to each point. */
    this.metres = [0]
    for (let i = 1; i < line.length; i++) {
      this.metres.push(this.metres[i - 1] + Math.hypot(...vectorBetween(line[i - 1], line[i])))
    }
  }

  get length() {
    return /** @type {number} */ (this.metres.at(-1))
  }

  /** The heading of what leads to a point. @param {number} metres */
  headingBefore(metres) {
    return headingBetween(this.at(metres - REACH_M), this.at(metres))
  }

  /** The heading of what follows a point. @param {number} metres */
  headingAfter(metres) {
    return headingBetween(this.at(metres), this.at(metres + REACH_M))
  }

  /** @param {number} metres from the start; beyond the ends it is the end @returns {Position} */
  at(metres) {
    const next = this.metres.findIndex((far) => far > metres)
    if (next === 0) return this.line[0]
    if (next < 0) return this.line[this.line.length - 1]
    const share = (metres - this.metres[next - 1]) / (this.metres[next] - this.metres[next - 1])
    const [[lon1, lat1], [lon2, lat2]] = [this.line[next - 1], this.line[next]]
    return [lon1 + (lon2 - lon1) * share, lat1 + (lat2 - lat1) * share]
  }
}
