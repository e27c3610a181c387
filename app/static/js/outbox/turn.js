// Whose turn it is to be sent: which suggestions go now, and in which order.

import { isDue } from "./post.js"

/**
 * @typedef {import("./store.js").Suggestion} Suggestion
 * @typedef {"due" | "now" | "asked"} Urgency suggestions whose wait is over, all that may still arrive, or refused ones too
 */

const LONGEST_HOLD_MS = 60_000

/** @param {Suggestion} suggestion @param {Urgency} urgency @param {number} now */
export function isWanted(suggestion, urgency, now) {
  if (urgency === "asked") return true
  if (isHeld(suggestion, now)) return false
  return !suggestion.refused && (urgency === "now" || isDue(suggestion, now))
}

/**
 * The order to send in: the one that was tried least, then the oldest. One that cuts the line each time is then not the
 * first next time, and holds up nobody.
 * @param {Suggestion[]} suggestions in the order they were written
 */
export function inTurn(suggestions) {
  return [...suggestions].sort((one, other) => (one.tries || 0) - (other.tries || 0))
}

// Private

/** Not for ever, whatever was done to the clock. @param {Suggestion} suggestion @param {number} now */
function isHeld({ held = 0 }, now) {
  return held > now && held <= now + LONGEST_HOLD_MS
}
