// The three questions one may ask about opening, answered for every place from the territory's hours.

import { opensOn, localNow, statusAt } from "./hours.js"

/**
 * @typedef {import("../places/places.js").Places} Places
 * @typedef {import("../finder/filters.js").Opening} Opening
 * @typedef {import("../places/places.js").Answer} Answer
 */

/** By appointment is neither a yes nor a no: one has to ask. @type {Partial<Record<string, Answer>>} */
const NOW = { open: "yes", closed: "no" }

/**
 * @param {import("./hours.js").Hours | null} hours what `loadHours` gave, or null while it is not known
 * @param {Places} places
 * @returns {(opening: Opening) => (i: number) => Answer}
 */
export function openingOf(hours, places) {
  const now = hours ? localNow(hours) : undefined
  return (opening) => (i) => {
    if (!hours) return "unknown"
    if (opening !== "now") return opensOn(hours, places.ids[i], opening, now)
    const { state, stale } = statusAt(hours, places.ids[i], now)
    return stale ? "unknown" : (NOW[state] ?? "unknown")
  }
}
