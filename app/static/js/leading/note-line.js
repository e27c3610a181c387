// A note as its leader reads it, and what can still be done about it.

import { say } from "../page/messages.js"

/** @typedef {import("../outbox/store.js").Suggestion} Suggestion */

/** @param {string} key @param {string[]} words @param {string} left what is said of what has left the phone: it cannot be taken back @returns {HTMLElement} */
export function noteLine(key, words, left) {
  const [line, told] = [document.createElement("li"), document.createElement("p")]
  told.textContent = words.filter(Boolean).join(" · ")
  told.dir = "auto"
  line.append(told, left || backButton(key))
  return line
}

/** @param {Suggestion | undefined} waiting what of a note is still on this phone @returns {string} "" while all of it is */
export function leftWords(waiting) {
  if (!waiting) return say("lead_note_left")
  if (!waiting.sent) return ""
  return say(waiting.refused ? "lead_photo_refused" : "lead_photo_waits")
}

// Private

/** @param {string} key */
function backButton(key) {
  const button = document.createElement("button")
  button.type = "button"
  button.className = "button button-quiet"
  button.dataset.unnote = key
  button.textContent = say("lead_note_undo")
  return button
}
