// Packing and unpacking with what browsers bring; and the digest that says whether bytes are the ones meant.

/** @returns {boolean} whether this browser can read a pack at all */
export function canUnpack() {
  return typeof DecompressionStream === "function" && typeof CompressionStream === "function" && Boolean(globalThis.crypto?.subtle)
}

/** @param {Uint8Array} bytes @returns {boolean} by the two bytes that every gzip file begins with */
export function isGzip(bytes) {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

/** @param {Uint8Array} bytes @returns {Promise<Uint8Array>} rejected when they are damaged */
export function inflate(bytes) {
  return through(bytes, new DecompressionStream("gzip"))
}

/** @param {Uint8Array} bytes @returns {Promise<Uint8Array>} */
export function deflate(bytes) {
  return through(bytes, new CompressionStream("gzip"))
}

/** @param {Uint8Array} bytes @returns {Promise<string>} the SHA-256 in hexadecimal */
export async function digestOf(bytes) {
  const digest = await crypto.subtle.digest("SHA-256", /** @type {Uint8Array<ArrayBuffer>} */ (bytes))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("")
}

// Private

/** @param {Uint8Array} bytes @param {CompressionStream | DecompressionStream} stream */
async function through(bytes, stream) {
  const body = new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)]).stream().pipeThrough(stream)
  return new Uint8Array(await new Response(body).arrayBuffer())
}
