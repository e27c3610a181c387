// The questions one may ask about opening, answered for every place from the territory's hours.

import { opensOn, statusAt, thisMinute } from "./hours.js"

/**
 * @typedef {import("../places/places.js").Places} Places
 * @typedef {import("../places/places.js").Answer | "likely"} Reply `likely`: by an old information
 */

/** By appointment is neither a yes nor a no: one has to ask. @type {Partial<Record<string, Reply>>} */
const NOW = { open: "yes", closed: "no" }
/** What an old information says is likely, but a door that it calls closed may be open today. @type {Partial<Record<string, Reply>>} */
const THEN = { open: "likely" }

/**
 * @param {import("./hours.js").Hours | null} hours what `loadHours` gave, or null while it is not known
 * @param {Places} places
 * @returns {(moment: string) => (i: number) => Reply}
 */
export function openingOf(hours, places) {
  const now = hours ? thisMinute(hours) : undefined
  return (moment) => (i) => {
    if (!hours) return "unknown"
    if (moment !== "now") return opensOn(hours, places.ids[i], moment, now)
    const { state, stale } = statusAt(hours, places.ids[i], now)
    return (stale ? THEN : NOW)[state] ?? "unknown"
  }
}
