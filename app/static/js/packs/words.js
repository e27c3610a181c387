// What the card of a pack says, as sentences.

import { sayDate } from "../page/dates.js"
import { pageLanguage, say } from "../page/messages.js"

const MEGABYTE = 1_000_000

/**
 * @typedef {object} Facts all that the card shows
 * @property {"none" | "downloading" | "verifying" | "ready" | "stale" | "failed"} state
 * @property {string} [reason] of a failure
 * @property {number} bytes come so far
 * @property {number} total to come
 * @property {number | null} need bytes to fetch for the languages chosen; not known without network
 * @property {boolean} isChanged whether the languages chosen are others than those kept
 * @property {import("./store.js").Kept | null} kept
 */

/** @param {number} bytes @returns {string} as people say it */
export function sayBytes(bytes) {
  const [amount, unit] = bytes < MEGABYTE ? [Math.max(1, Math.round(bytes / 1000)), "kilobyte"] : [bytes / MEGABYTE, "megabyte"]
  return new Intl.NumberFormat(pageLanguage(), { style: "unit", unit, maximumFractionDigits: 1 }).format(amount)
}

/** @param {Facts} facts @returns {string} where things stand */
export function lineOf(facts) {
  if (facts.state === "downloading") return say(facts.total ? "pack_downloading" : "pack_starting")
  if (facts.state === "verifying") return say("pack_verifying")
  if (facts.state === "failed") return failureOf(facts)
  if (!facts.kept) return ""
  return facts.state === "stale" ? `${readyOf(facts.kept)} ${say("pack_stale")}` : readyOf(facts.kept)
}

/** @param {Facts} facts @returns {string} how much has come: apart, so that a screen reader is not told of every piece */
export function amountOf({ state, bytes, total }) {
  return state === "downloading" && total ? say("pack_progress", { bytes: sayBytes(bytes), total: sayBytes(total) }) : ""
}

/** @param {Facts} facts @returns {string} what the main button does; none when there is nothing to do */
export function actionOf({ state, reason = "", need, kept, isChanged }) {
  const size = need ? sayBytes(need) : ""
  if (state === "failed") return sized(RESUMED.includes(reason) ? "pack_resume" : REPAIRED.includes(reason) ? "pack_repair" : "pack_again", size)
  if (state === "stale") return sized("pack_update", size)
  if (state === "ready") return isChanged ? sized("pack_change", size) : ""
  return state === "none" && !kept ? sized("pack_keep", size) : ""
}

/** @param {number} moment @returns {string} the hour today, else the day too */
export function sayMoment(moment) {
  const time = sayDate(moment, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" })
  const isToday = new Date(moment).toDateString() === new Date().toDateString()
  return isToday ? time : say("pack_moment", { day: sayDate(moment, { day: "numeric", month: "long" }), time })
}

// Private

const RESUMED = ["network", "unfinished"]
const REPAIRED = ["damaged", "evicted"]

/** @param {Facts} facts */
function failureOf({ reason, need, kept }) {
  const sentence = say(`pack_${reason}`, { size: need ? sayBytes(need) : sayBytes(MEGABYTE) })
  return kept && reason !== "damaged" ? `${sentence} ${say("pack_old_works")}` : sentence
}

/** @param {import("./store.js").Kept} kept */
function readyOf({ keptAt, manifest: { edition } }) {
  const date = sayDate(Date.parse(`${edition.date}T12:00:00`), { day: "numeric", month: "long" })
  return say("pack_ready", { moment: sayMoment(keptAt), number: edition.number, date })
}

/** @param {string} key @param {string} size */
function sized(key, size) {
  return size ? say("pack_sized", { action: say(key), size }) : say(key)
}
