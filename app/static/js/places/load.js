// The places of a territory, fetched once for everybody on the page.

import { Places } from "./places.js"

/** @type {Map<string, Promise<Places>>} */
const loaded = new Map()

/**
 * @param {string} url of a `places.json`
 * @returns {Promise<Places>} the same one for everybody on the page
 */
export function loadPlaces(url) {
  const places = loaded.get(url) ?? fetchJson(url).then((data) => new Places(data))
  loaded.set(url, places)
  places.catch(() => loaded.delete(url))
  return places
}

/** @param {string} url */
export async function fetchJson(url) {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url} answered ${response.status} when expected 200.`)
  return response.json()
}
