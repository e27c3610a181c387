// What may be wrong with a map archive, told apart from a fault of ours.

/** Of the file's head: seven letters, the version of the format, then where its parts are. */
const MAGIC = "PMTiles"
const VERSION = 3
const HEAD_BYTES = 127

/** What is wrong with a file or with the network, as against a fault of ours. */
export class ArchiveError extends Error {
  name = "GroundError"
}

/** @param {ArrayBuffer} bytes @returns {string} what keeps them from being a whole archive, or "" */
export function faultOf(bytes) {
  if (bytes.byteLength < HEAD_BYTES) return `has ${bytes.byteLength} bytes when expected ${HEAD_BYTES} at least`
  const head = new DataView(bytes)
  const magic = String.fromCharCode(...new Uint8Array(bytes, 0, MAGIC.length))
  if (magic !== MAGIC || head.getUint8(MAGIC.length) !== VERSION) return "is not a PMTiles archive of version 3"
  const end = Math.max(...PARTS.map((at) => numberAt(head, at) + numberAt(head, at + 8)))
  return end > bytes.byteLength ? `has ${bytes.byteLength} bytes when expected ${end}` : ""
}

/** @param {unknown} cause @returns {never} */
export function damaged(cause) {
  throw new ArchiveError("A part of the map archive cannot be read.", { cause })
}

// Private

/** Where the head says the offset of each part, its length behind: directory, description, leaves, tiles. */
const PARTS = [8, 24, 40, 56]

/** @param {DataView} head @param {number} at */
function numberAt(head, at) {
  return Number(head.getBigUint64(at, true))
}
