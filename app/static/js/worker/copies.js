// All that the phone has for an address: as it was last seen, and in the packs. The newest is tried first; a copy that
// turns out to be damaged gives way to the next.

import { editionOf, newestFirst } from "./editions.js"
import { fromPacks } from "./packs.js"
import { fromVisited } from "./visited.js"

const MOST_CLIENTS = 50

/**
 * @typedef {import("./editions.js").Dated & { open: () => Promise<Response>, isStandIn?: boolean }} Copy `isStandIn`: the same of another territory
 * @typedef {{ response: Response, territory?: string }} Opened
 */

/** The pack that a page was read from: its data come from there too. @type {Map<string, string>} */
const packOf = new Map()

/** @param {FetchEvent} event @returns {Promise<Copy[]>} the best first; none is opened yet */
export async function copiesOf({ request, clientId }) {
  const [visited, packed] = await Promise.all([fromVisited(request.url), fromPacks(request.url, request.referrer)])
  const copies = visited ? [seen(visited), ...packed] : packed
  const own = (request.mode !== "navigate" && packOf.get(clientId)) || ""
  return copies.sort((a, b) => Number(b.territory === own) - Number(a.territory === own) || newestFirst(a, b))
}

/** @param {Copy[]} copies @returns {Promise<Opened | undefined>} the first that is whole */
export async function openBest(copies) {
  for (const { territory, open } of copies) {
    const response = await open().catch(() => undefined)
    if (response) return { response, territory }
  }
  return undefined
}

/** Answer with a copy: what its page asks for next comes from the same pack. @param {Opened} opened @param {FetchEvent} event @returns {Response} */
export function handOut({ response, territory }, { resultingClientId }) {
  if (resultingClientId && territory) note(resultingClientId, territory)
  return response
}

/** @param {string} url @returns {Promise<boolean>} */
export async function isKept(url) {
  return ((await fromVisited(url)) ?? (await fromPacks(url))[0]) !== undefined
}

// Private

/** @param {Response} response @returns {Copy} */
function seen(response) {
  const servedAt = Date.parse(response.headers.get("Date") ?? "") || 0
  return { edition: editionOf(response), servedAt, open: async () => response }
}

/** @param {string} client @param {string} territory */
function note(client, territory) {
  packOf.set(client, territory)
  if (packOf.size > MOST_CLIENTS) packOf.delete(/** @type {string} */ (packOf.keys().next().value))
}
