// Points gathered where they would cover each other, as `app/map/drawing/clusters.py` does on the server: each
// group stands on its first point, and firsts are farther than `reach` from one another.

/**
 * @typedef {object} Groups
 * @property {number[]} firsts the first point of each group, in the order of the points
 * @property {Int32Array} leader the first point of each point's group
 * @property {Int32Array} sizes how many points stand behind each first
 * @property {Int32Array} after the next point of the same group, or -1
 */

/**
 * Gather points on a grid of cells as wide as `reach`: 20,000 take a few milliseconds.
 * @param {Float64Array} xs
 * @param {Float64Array} ys
 * @param {number} reach
 * @returns {Groups}
 */
export function gather(xs, ys, reach) {
  const none = () => new Int32Array(xs.length).fill(-1)
  const groups = { firsts: /** @type {number[]} */ ([]), leader: none(), sizes: new Int32Array(xs.length), after: none() }
  const cells = new Cells(xs, ys, reach)
  for (let i = 0; i < xs.length; i++) {
    if (groups.leader[i] >= 0) continue
    groups.firsts.push(i)
    cells.claim(i, groups)
  }
  return groups
}

/**
 * @param {Groups} groups
 * @param {number} first
 * @returns {number[]} every point of the group
 */
export function membersOf({ after }, first) {
  const members = [first]
  for (let i = after[first]; i >= 0; i = after[i]) members.push(i)
  return members.sort((one, other) => one - other)
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

  /** Give the free points around `i` to its group. @param {number} i @param {Groups} groups */
  claim(i, groups) {
    groups.leader[i] = i
    groups.sizes[i] = 1
    for (let row = -1; row <= 1; row++) {
      for (let column = -1; column <= 1; column++) this.#claimCell(this.#key(i, column, row), i, groups)
    }
  }

  /** @param {number} key @param {number} i @param {Groups} groups */
  #claimCell(key, i, { leader, sizes, after }) {
    for (let k = this.#heads.get(key) ?? -1; k >= 0; k = this.next[k]) {
      if (leader[k] >= 0 || (this.xs[k] - this.xs[i]) ** 2 + (this.ys[k] - this.ys[i]) ** 2 >= this.reach ** 2) continue
      leader[k] = i
      sizes[i]++
      after[k] = after[i]
      after[i] = k
    }
  }

  /** @param {number} i @param {number} [column] @param {number} [row] */
  #key(i, column = 0, row = 0) {
    // Fewer than 2^26 cells each way: exact in a double.
    return (Math.floor(this.xs[i] / this.reach) + column) * 67_108_864 + Math.floor(this.ys[i] / this.reach) + row
  }
}
