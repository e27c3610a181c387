// What the server has of a territory now.

import { PackFault } from "./faults.js"
import { fetchWhole } from "./fetch.js"
import { manifestOf } from "./manifest.js"

/**
 * @param {string} url of a manifest
 * @param {{ signal: AbortSignal, cache: RequestCache }} options
 * @returns {Promise<import("./store.js").Next>} in all languages
 */
export async function fetchOffer(url, options) {
  const { bytes, response } = await fetchWhole(url, options)
  const manifest = manifestIn(bytes)
  return { manifest, languages: Object.keys(manifest.languages), servedAt: servedAt(response) }
}

// Private

/** @param {Uint8Array} bytes @throws {PackFault} network, when somebody else answered: a portal, or the worker (nothing) */
function manifestIn(bytes) {
  try {
    return manifestOf(JSON.parse(new TextDecoder().decode(bytes)))
  } catch (error) {
    if (error instanceof SyntaxError) throw new PackFault("network", error.message, error)
    throw error
  }
}

/** @param {Response} response @returns {number} the server's time, else the phone's */
function servedAt(response) {
  return Date.parse(response.headers.get("Date") ?? "") || Date.now()
}
