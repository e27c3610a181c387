// The map archive of a territory: fetched whole once, checked, then read from memory.

import { ArchiveError, damaged, faultOf } from "./archive-fault.js"
import { PMTiles } from "./protomaps.js"

/** Without a byte for this long the network is as good as gone. */
const PATIENCE_MS = 20_000
const VECTOR_TILES = 1

/**
 * @typedef {object} Archive
 * @property {PMTiles} archive
 * @property {number} firstZoom of its tiles
 * @property {number} lastZoom
 * @property {boolean} isExact whether it holds buildings: a plan of streets alone is exact to some metres
 * @property {string} notice whom the map is owed to, or ""
 * @property {number} bytes
 */

/** @type {Map<string, Promise<Archive>>} */
const loaded = new Map()

/**
 * @param {string} url of a PMTiles archive
 * @returns {Promise<Archive>} the same one for everybody on the page; rejected when it is missing, cut short or another thing
 */
export function loadArchive(url) {
  const archive = loaded.get(url) ?? fetchWhole(url).then((bytes) => readArchive(url, bytes), away)
  loaded.set(url, archive)
  archive.catch(() => loaded.delete(url))
  return archive
}

// Private

/**
 * @param {string} url only its name in messages
 * @param {ArrayBuffer} bytes
 * @returns {Promise<Archive>}
 */
async function readArchive(url, bytes) {
  refuse(faultOf(bytes), url)
  const archive = new PMTiles({ getKey: () => url, getBytes: async (from, length) => ({ data: bytes.slice(from, from + length) }) })
  const [{ minZoom, maxZoom, tileType }, metadata] = await Promise.all([archive.getHeader(), archive.getMetadata()]).catch(damaged)
  refuse(tileType === VECTOR_TILES ? "" : "holds pictures when expected vector tiles", url)
  const { attribution, vector_layers: layers = [] } = /** @type {any} */ (metadata) ?? {}
  const isExact = layers.some((/** @type {{ id: string }} */ { id }) => id === "buildings")
  return { archive, firstZoom: minZoom, lastZoom: maxZoom, isExact, notice: wordsOf(attribution), bytes: bytes.byteLength }
}

/** @param {string} fault @param {string} url */
function refuse(fault, url) {
  if (fault) throw new ArchiveError(`${url} ${fault}.`)
}

/** @param {unknown} cause @returns {never} */
function away(cause) {
  throw cause instanceof ArchiveError ? cause : new ArchiveError("The map archive did not come.", { cause })
}

/** @param {string} url */
async function fetchWhole(url) {
  const stop = new AbortController()
  const response = await inTime(fetch(url, { signal: stop.signal }), stop)
  if (!response.ok || !response.body) throw new ArchiveError(`${url} answered ${response.status} when expected 200.`)
  const parts = []
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await inTime(reader.read(), stop)
    if (done) return new Blob(parts).arrayBuffer()
    parts.push(value)
  }
}

/** @template T @param {Promise<T>} promise @param {AbortController} stop @returns {Promise<T>} */
function inTime(promise, stop) {
  const timer = setTimeout(() => stop.abort(), PATIENCE_MS)
  return promise.finally(() => clearTimeout(timer))
}

/** Other people's archives say it with links. @param {unknown} attribution */
function wordsOf(attribution) {
  return typeof attribution === "string" ? attribution.replace(/<[^>]*>/g, "").trim() : ""
}
