// One attempt to hand a suggestion to the server, and what its answer means.

import { digestOf } from "./digest.js"

/** Where suggestions are handed over, under the base of the site. */
export const ENDPOINT = "api/v1/suggestions"
/** A server that hangs is as good as none. */
const PATIENCE_MS = 15_000
const FIRST_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 3_600_000
/** What the worker answers when nobody does: an error would stand in the console of a page that is as it should be. */
export const NOBODY = 204
/** Refusals that say nothing of what was sent, but of the moment. */
const MENDABLE = [408, 425, 429]

/**
 * @typedef {{ outcome: "arrived" | "refused" | "later" | "away", sentence: string, waitMs: number, ticket?: string, said?: string, isGate?: boolean }} Verdict
 *   later: the server is there and cannot now; away: nobody answers; ticket: what an arrived one is followed by; said: what
 *   the server made of it; isGate: somebody else answered in our server's place
 * @typedef {{ key: string, digest: string | null, retryAfter: string | null }} Sent digest: of the bytes that were sent, null
 *   where this browser reckons none
 * @typedef {import("./store.js").Suggestion} Suggestion
 */

/** @param {string} url @param {Suggestion} suggestion @returns {Promise<Verdict>} never rejected */
export function post(url, suggestion) {
  return send(url, request(suggestion), { key: suggestion.key, patienceMs: PATIENCE_MS, read: judge })
}

/**
 * @param {string} url
 * @param {RequestInit} request
 * @param {{ key: string, patienceMs: number, read: typeof judge }} how
 * @returns {Promise<Verdict>} never rejected
 */
export async function send(url, request, { key, patienceMs, read }) {
  const cut = new AbortController()
  const timer = setTimeout(() => cut.abort(), patienceMs)
  try {
    const response = await fetch(url, { ...request, cache: "no-store", redirect: "error", signal: cut.signal })
    // The body may hang as well as its head.
    const answer = await response.json().catch(() => null)
    const digest = await digestOf(/** @type {string | Blob} */ (request.body))
    return read(response.status, answer, { key, digest, retryAfter: response.headers.get("Retry-After") })
  } catch {
    return { outcome: "away", sentence: "", waitMs: 0 }
  } finally {
    clearTimeout(timer)
  }
}

/**
 * What an answer means. Only our server's own words count, of this key and of these bytes: a hotel's sign-in page answers
 * 200 to anything, and a release without this endpoint answers 404.
 * @param {number} status
 * @param {any} answer
 * @param {Sent} sent
 * @returns {Verdict}
 */
export function judge(status, answer, { key, digest, retryAfter }) {
  if (status === NOBODY) return { outcome: "away", sentence: "", waitMs: 0 }
  const isOurs = answer?.key === key && isDigest(answer.digest, digest)
  const isGood = status >= 200 && status < 300
  if (isGood && isOurs) return { outcome: "arrived", sentence: "", waitMs: 0, ...told(answer) }
  const isFinal = status >= 400 && status < 500 && !MENDABLE.includes(status)
  if (isFinal && answer?.status === status && answer.detail) return { outcome: "refused", sentence: String(answer.detail), waitMs: 0 }
  const isGate = isGood || [401, 407, 511].includes(status)
  return { outcome: "later", sentence: "", waitMs: Math.min((Number(retryAfter) || 0) * 1000, LONGEST_WAIT_MS), ...(isGate && { isGate }) }
}

/** How long to leave a suggestion alone after so many tries: twice as long each time. @param {number} tries */
export function waitAfter(tries) {
  return Math.min(FIRST_WAIT_MS * 2 ** Math.min(tries, 20), LONGEST_WAIT_MS)
}

/** @param {Suggestion} suggestion @param {number} now whether its wait is over, also when the clock was set back */
export function isDue({ next }, now) {
  return next <= now || next > now + LONGEST_WAIT_MS
}

// Private

/** Whether an answer names the digest of what was sent. @param {unknown} named @param {string | null} digest */
function isDigest(named, digest) {
  return digest === null ? /^[0-9a-f]{64}$/.test(String(named)) : named === digest
}

/** @param {{ ticket?: unknown, said?: unknown }} answer what an acknowledgement tells besides */
function told({ ticket, said }) {
  return { ...(ticket ? { ticket: String(ticket) } : {}), ...(said ? { said: String(said) } : {}) }
}

/** @param {Suggestion} suggestion @returns {RequestInit} */
function request({ key, body }) {
  return {
    method: "POST",
    headers: { "Content-Type": "application/json", "Idempotency-Key": key },
    body: JSON.stringify(body),
    // A page that is left lets its suggestion go on.
    keepalive: true,
  }
}
