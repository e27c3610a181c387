// What directions need: the graph of a territory, its places, and the sentences. Fetched when somebody asks.

import { inTime } from "../page/in-time.js"
import { learn } from "../page/messages.js"
import { loadPictograms } from "../page/pictograms.js"
import { fetchJson, loadPlaces } from "../places/load.js"
import { decodePaths } from "../routing/graph.js"
import { Router } from "../routing/router.js"

/** A server that hangs must not keep anybody waiting for ever. */
const PATIENCE_MS = 20_000

/**
 * @typedef {import("../places/places.js").Places} Places
 * @typedef {import("../routing/router.js").Route} Route
 * @typedef {{ router: Router, places: Places }} DirectionsData
 */

/** @param {HTMLElement} element with the addresses `data-paths`, `data-places` and `data-words` @returns {Promise<DirectionsData>} */
export async function loadDirections(element) {
  const { paths = "", places = "", words = "" } = element.dataset
  const sprite = element.querySelector("use")?.getAttribute("href")?.split("#")[0] ?? ""
  const all = Promise.all([loadRouter(paths), loadPlaces(places), fetchJson(words), loadPictograms(sprite)])
  const [router, known, sentences] = await inTime(all, PATIENCE_MS)
  learn(sentences)
  return { router, places: known }
}

// Private

/** @param {string} url */
async function loadRouter(url) {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} answered ${response.status} when expected 200.`)
  return new Router(decodePaths(await response.arrayBuffer()))
}
