// What the outbox's page says of a message: one that waits, one that was received, and how the last attempts went.

import { sayDate } from "../page/dates.js"
import { say } from "../page/messages.js"

/**
 * @typedef {import("./store.js").Suggestion} Suggestion
 * @typedef {import("./received.js").Received} Received
 * @typedef {(name: string, words: string) => void} Slot
 */

/** @param {Slot} slot @param {Suggestion} suggestion @param {boolean} isGone */
export function fillWaiting(slot, suggestion, isGone) {
  const { about = "", what = "", body, typed, refused = "", tries } = suggestion
  slot("about", [about, what, photoWords(suggestion)].filter(Boolean).join(" · "))
  slot("text", isGone ? "" : String(body?.text ?? ""))
  slot("since", isGone || !typed ? "" : say("outbox_since", { when: momentOf(typed) }))
  slot("refused", isGone ? "" : refused)
  slot("state", isGone || refused ? "" : say(tries ? "outbox_state_waits" : "outbox_state_new"))
}

/** @param {Slot} slot @param {Received} received @param {boolean} isGone */
export function fillReceived(slot, { about = "", what = "", text, ticket, received }, isGone) {
  slot("about", [about, what].filter(Boolean).join(" · "))
  slot("text", isGone ? "" : text)
  slot("since", isGone ? "" : say("outbox_received_on", { when: momentOf(received) }))
  slot("ticket", isGone ? "" : showTicket(ticket))
}

/** @param {import("./received.js").Last} last @returns {string} how the last attempts went; "" when there was none */
export function lastWords({ success, fault }) {
  const isWell = !fault || (success ?? 0) > fault.at
  const lines = [
    success ? say("outbox_last_success", { when: momentOf(success) }) : "",
    isWell ? "" : say(TROUBLES[fault.kind] ?? TROUBLES.away, { when: momentOf(fault.at) }),
  ]
  return lines.filter(Boolean).join(" ")
}

/** A ticket as one reads it out. @param {string} ticket */
export function showTicket(ticket) {
  return ticket && `${ticket.slice(0, 4)}-${ticket.slice(4)}`
}

// Private

const TROUBLES = {
  away: "outbox_trouble_away",
  busy: "outbox_trouble_busy",
  gate: "outbox_trouble_gate",
  refused: "outbox_trouble_refused",
}

/** @param {string | number} moment */
function momentOf(moment) {
  return sayDate(new Date(moment), { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", hourCycle: "h23" })
}

/** @param {Suggestion} suggestion */
function photoWords({ photo, sent }) {
  return photo && say(sent ? "outbox_photo_left" : "outbox_photo")
}
