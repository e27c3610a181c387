// Of which edition the phone's copies are: the newest is told by it, for the clock of a server or a phone may be wrong.

import { VISITED, pathOf, urlOf } from "./names.js"

/** The one file that says of which edition the others are. */
export const LINE = "edition-line.json"
/** On a copy: the edition that the site was at when it came, or the last one known before. */
const STAMP = "X-Edition"

/** @typedef {{ territory?: string, edition: number | null, servedAt: number }} Dated a copy: seen, or in the pack of a territory */

/** @param {string} url @param {Response} response that came over the network just now @returns {Promise<Response>} the same, to be kept */
export async function stamped(url, response) {
  if (pathOf(url) === LINE) last = numberIn(response.clone())
  last ??= caches.match(urlOf(LINE), { cacheName: VISITED }).then((line) => (line ? numberIn(line) : null))
  const number = await last
  if (number === null) return response
  const headers = new Headers(response.headers)
  headers.set(STAMP, String(number))
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers })
}

/** @param {Response} copy @returns {number | null} */
export function editionOf({ headers }) {
  return Number(headers.get(STAMP)) || null
}

/** The newest first. What was seen under an edition is no older than its pack. @param {Dated} a @param {Dated} b */
export function newestFirst(a, b) {
  if (a.edition === null || b.edition === null) return b.servedAt - a.servedAt
  return b.edition - a.edition || Number(Boolean(a.territory)) - Number(Boolean(b.territory)) || b.servedAt - a.servedAt
}

// Private

/** @type {Promise<number | null> | undefined} */
let last

/** @param {Response} line @returns {Promise<number | null>} */
async function numberIn(line) {
  const { number } = await line.json().catch(() => ({}))
  return Number.isInteger(number) ? number : null
}
