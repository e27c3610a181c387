// Points gathered where they would cover each other, as `app/edition/map_pins.py` does on the server: each
// group stands on its first point, and firsts are farther than `reach` from one another.

/**
 * @typedef {object} Groups
 * @property {number[]} firsts the first point of each group, in the order of the points
 * @property {Int32Array} leader the first point of each point's group
 * @property {Int32Array} sizes how many points stand behind each first
 */

/**
 * Gather points on a grid of cells as wide as `reach`: 20,000 take a few milliseconds.
 * @param {Float64Array} xs
 * @param {Float64Array} ys
 * @param {number} reach
 * @returns {Groups}
 */
export function gather(xs, ys, reach) {
  const cells = new Cells(xs, ys, reach)
  const leader = new Int32Array(xs.length).fill(-1)
  const sizes = new Int32Array(xs.length)
  const firsts = []
  for (let i = 0; i < xs.length; i++) {
    if (leader[i] >= 0) continue
    firsts.push(i)
    sizes[i] = cells.claim(i, leader)
  }
  return { firsts, leader, sizes }
}

/**
 * @param {Groups} groups
 * @param {number} first
 * @returns {number[]} every point of the group
 */
export function membersOf({ leader }, first) {
  const members = []
  for (let i = first; i < leader.length; i++) if (leader[i] === first) members.push(i)
  return members
}

// Private

/** Points by cell, as linked lists in two arrays: `heads` of cells, `next` point of the same cell. */
class Cells {
  /** @type {Map<number, number>} */ #heads = new Map()

  /** @param {Float64Array} xs @param {Float64Array} ys @param {number} reach */
  constructor(xs, ys, reach) {
    this.xs = xs
    this.ys = ys
    this.reach = reach
    this.next = new Int32Array(xs.length)
    for (let i = 0; i < xs.length; i++) {
      const key = this.#key(i)
      this.next[i] = this.#heads.get(key) ?? -1
      this.#heads.set(key, i)
    }
  }

  /** Give the free points around `i` to it. @param {number} i @param {Int32Array} leader @returns {number} how many */
  claim(i, leader) {
    let count = 0
    for (let row = -1; row <= 1; row++) {
      for (let column = -1; column <= 1; column++) count += this.#claimCell(this.#key(i, column, row), i, leader)
    }
    return count
  }

  /** @param {number} key @param {number} i @param {Int32Array} leader */
  #claimCell(key, i, leader) {
    let count = 0
    for (let k = this.#heads.get(key) ?? -1; k >= 0; k = this.next[k]) {
      if (leader[k] >= 0 || (this.xs[k] - this.xs[i]) ** 2 + (this.ys[k] - this.ys[i]) ** 2 >= this.reach ** 2) continue
      leader[k] = i
      count++
    }
    return count
  }

  /** @param {number} i @param {number} [column] @param {number} [row] */
  #key(i, column = 0, row = 0) {
    // Fewer than 2^26 cells each way: exact in a double.
    return (Math.floor(this.xs[i] / this.reach) + column) * 67_108_864 + Math.floor(this.ys[i] / this.reach) + row
  }
}
