// What became of messages that were received: asked of the server with their tickets, in no address.

import { MOST_TICKETS } from "../generated/fates.js"

/** Where the server tells it, under the base of the site. */
export const FATES = "api/v1/fates"
const PATIENCE_MS = 8_000

/** @typedef {{ ticket: string, state: string, words: string[], question: string, page: string }} Fate */

/**
 * @param {string} base of the site
 * @param {string} lang to be told in
 * @param {string[]} tickets
 * @returns {Promise<Map<string, Fate>>} by ticket; empty when nobody answers
 */
export async function askFates(base, lang, tickets) {
  const asked = tickets.filter(Boolean).slice(0, MOST_TICKETS)
  if (asked.length === 0) return new Map()
  const cut = new AbortController()
  const timer = setTimeout(() => cut.abort(), PATIENCE_MS)
  try {
    const body = JSON.stringify({ tickets: asked })
    const headers = { "Content-Type": "application/json" }
    const response = await fetch(`${base}${FATES}?lang=${lang}`, { method: "POST", headers, body, cache: "no-store", signal: cut.signal })
    /** @type {{ fates?: Fate[] }} */
    const told = await response.json()
    return new Map((told.fates ?? []).map((fate) => [fate.ticket, fate]))
  } catch {
    return new Map()
  } finally {
    clearTimeout(timer)
  }
}
