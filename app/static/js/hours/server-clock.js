// How far this phone's clock is from the server's, as answers that came over the network just now tell it.

import { recall, remember } from "../page/memory.js"

/** Clocks that differ by less say the same. */
const TOLERANCE_MS = 300_000
/** An answer that took longer, or that somebody on the way had, speaks of another moment. */
const PROMPT_MS = 60_000
const KEY = "clock"

/**
 * @typedef {{ served: number, phone: number, isLive: boolean }} Heard what both clocks said at one moment; live: on this page
 * @typedef {object} Judgement of a phone's clock
 * @property {number} offset what to add to it, in milliseconds: 0 where it is right or nobody knows
 * @property {boolean} isTold whether the server has said so
 * @property {boolean} isBehind whether it says a moment that is certainly over, and nobody knows by how much
 */

/** @type {Heard | null | undefined} */
let heard

/** @returns {Heard | null} what was heard last, on this page or on an earlier one */
export function heardClock() {
  heard ??= remembered()
  return heard
}

/**
 * Listen to the server's clock; those who tell the time hear of it when that changes what they say.
 * @param {Response} response
 * @param {number} asked clock of the phone when it was asked for
 * @param {number} [now]
 */
export function hearServer(response, asked, now = Date.now()) {
  const served = servedAt(response)
  if (served === null || Math.abs(now - asked) > PROMPT_MS) return
  const before = judgeClock(now)
  heard = { served, phone: now, isLive: true }
  remember(KEY, JSON.stringify([served, now]))
  const after = judgeClock(now)
  if (Math.abs(before.offset - after.offset) > TOLERANCE_MS || before.isBehind || !before.isTold) tellOf(after)
}

/**
 * A wrong clock is corrected only while it cannot have been set right meanwhile: for as long as it was wrong by.
 * @param {number} phone what its clock says
 * @param {Heard | null} [known]
 * @returns {Judgement}
 */
export function judgeClock(phone, known = heardClock()) {
  if (!known) return { offset: 0, isTold: false, isBehind: false }
  const error = known.served - known.phone
  const since = phone - known.phone
  if (isWrong(known) && since > -TOLERANCE_MS && since < Math.abs(error)) return { offset: error, isTold: true, isBehind: false }
  const isBehind = phone < known.served - TOLERANCE_MS
  return { offset: 0, isTold: known.isLive && !isWrong(known) && !isBehind, isBehind }
}

/** Ask the server again where its correction is spent on a page left open. @param {string} url a file of it */
export async function askIfSpent(url) {
  const asked = Date.now()
  if (!heard?.isLive || !isWrong(heard) || judgeClock(asked).isTold) return
  heard = { ...heard, isLive: false }
  // The worker lets such a question through to the network.
  const response = await fetch(url, { method: "HEAD", cache: "no-store" }).catch(() => null)
  if (response) hearServer(response, asked)
}

/** @returns {number} what time it is, by the best clock there is */
export function timeNow(phone = Date.now()) {
  return phone + judgeClock(phone).offset
}

// Private

/** @param {Heard} clock */
function isWrong({ served, phone }) {
  return Math.abs(served - phone) > TOLERANCE_MS
}

/** @param {Judgement} judgement */
function tellOf(judgement) {
  globalThis.document?.dispatchEvent(new CustomEvent("adeuxpas:clock", { detail: judgement }))
}

/** @param {Response} response @returns {number | null} nothing when it may have been kept on the way */
function servedAt({ headers }) {
  const served = Date.parse(headers.get("Date") ?? "")
  const isOld = headers.has("X-Kept") || Number(headers.get("Age")) * 1000 > PROMPT_MS
  return isOld || Number.isNaN(served) ? null : served
}

/** @returns {Heard | null} */
function remembered() {
  const [served, phone] = JSON.parse(recall(KEY) || "[]")
  return Number.isFinite(served) && Number.isFinite(phone) ? { served, phone, isLive: false } : null
}
