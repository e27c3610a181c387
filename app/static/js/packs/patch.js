// A patch turns the bytes that the phone has into those of the next edition.

const FORMAT = 1

/**
 * @typedef {object} Patch
 * @property {number} format
 * @property {string} from SHA-256 of what it is applied to
 * @property {string} to SHA-256 of what it makes
 * @property {number} size of what it makes
 * @property {(string | [number, number])[]} ops a text to insert, or an offset and a length to copy
 */

/**
 * @param {Uint8Array} before
 * @param {Patch} patch
 * @returns {Uint8Array} of the right length; whether they are the bytes meant is for their digest to say
 */
export function applyPatch(before, { format, size, ops }) {
  if (format !== FORMAT) throw new Error(`The patch has format ${format} when expected ${FORMAT}.`)
  const pieces = ops.map((op) => (typeof op === "string" ? new TextEncoder().encode(op) : copied(before, op)))
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0)
  if (length !== size) throw new RangeError(`The patch makes ${length} bytes when expected ${size}.`)
  return joined(pieces, length)
}

/** @param {Uint8Array[]} pieces @param {number} length of all of them @returns {Uint8Array} */
export function joined(pieces, length) {
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

// Private

/** @param {Uint8Array} before @param {[number, number]} op */
function copied(before, [offset, length]) {
  if (offset < 0 || offset + length > before.length) {
    throw new RangeError(`The patch copies up to byte ${offset + length} of ${before.length}.`)
  }
  return before.subarray(offset, offset + length)
}
