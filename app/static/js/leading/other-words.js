// The words of a walk in another language: those of the page in that language, as the phone keeps it, else from the network.

import { loadPack } from "../packs/watch.js"
import { baseOf } from "../page/addresses.js"

/** @typedef {import("./walk.js").WalkData} WalkData @typedef {import("./walk.js").Stop} Stop */

/** A family does not wait for a network that hangs. */
const PATIENCE_MS = 8_000

/**
 * @param {string} territory
 * @param {string} path below the base, of the page that the walk is led with
 * @returns {Promise<WalkData>}
 * @throws where neither the phone nor the network has it
 */
export async function otherWords(territory, path) {
  const kept = await loadPack().then((pack) => pack?.readKept(territory, path)).catch(() => null)
  return dataOf(kept ?? (await fetched(`${baseOf()}${path}`)))
}

/** The page is not rendered: its data block alone is read. @param {string} page @returns {WalkData} */
export function dataOf(page) {
  const [, block = ""] = page.split(/<script type="application\/json" data-walk[^>]*>/)
  return JSON.parse(block.split("</script>")[0])
}

/** @param {WalkData} data in another language @param {WalkData} led @param {number} i @returns {Stop | undefined} the same stop, unless the walk has changed since it was begun */
export function sameStop({ edition, stops }, led, i) {
  const [stop, here] = [stops[i], led.stops[i]]
  return edition === led.edition || (stop && here.place && stop.place === here.place) ? stop : undefined
}

// Private

/** @param {string} url */
async function fetched(url) {
  const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) })
  if (!response.ok) throw new Error(`Expected the page ${url}, got ${response.status}.`)
  return response.text()
}
