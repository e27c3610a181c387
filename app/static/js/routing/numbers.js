// Numbers as a file of paths packs them: sizes, differences, steps.

/** Whole numbers of seven bits a byte. */
export class NumberReader {
  /** @param {Uint8Array} data */
  constructor(data) {
    this.data = data
    this.at = 0
  }

  /** @param {number} count */
  numbers(count) {
    const found = new Int32Array(count)
    for (let n = 0; n < count; n++) found[n] = this.#number()
    return found
  }

  /** @param {Int32Array} into @param {number} [value] the number before the first */
  differences(into, value = 0) {
    for (let n = 0; n < into.length; n++) {
      const step = this.#number()
      into[n] = value += (step >>> 1) ^ -(step & 1)
    }
    return into
  }

  /** @param {number} size */
  text(size) {
    return new TextDecoder().decode(this.data.subarray(this.at, (this.at += size)))
  }

  #number() {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = this.data[this.at++]
      value |= (byte & 127) << shift
      if (byte < 128) return value
    }
  }
}

/** @param {Uint8Array} data */
export function adler32(data) {
  let [a, b] = [1, 0]
  for (const byte of data) {
    a = (a + byte) % 65_521
    b = (b + a) % 65_521
  }
  return b * 65_536 + a
}

/** @param {Int32Array} degrees @param {number} edges */
export function tailsOf(degrees, edges) {
  const tails = new Int32Array(edges)
  let edge = 0
  degrees.forEach((degree, node) => tails.fill(node, edge, (edge += degree)))
  return tails
}

/** @param {Int32Array} sizes @returns {Int32Array} where each part begins, and the end */
export function startsOf(sizes) {
  const starts = new Int32Array(sizes.length + 1)
  sizes.forEach((size, n) => (starts[n + 1] = starts[n] + size))
  return starts
}

/** @param {Int32Array} steps @param {Int32Array} counts @returns {Map<number, number>} steps counted, by edge */
export function countsOf(steps, counts) {
  let edge = 0
  return new Map([...counts].map((count, n) => [(edge += steps[n]), count]))
}
