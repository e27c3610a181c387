// A note as its leader reads it, and what can still be done about it.

import { say } from "../page/messages.js"

/** @param {string} key @param {string[]} words @param {boolean} hasLeft what has left the phone cannot be taken back @returns {HTMLElement} */
export function noteLine(key, words, hasLeft) {
  const [line, told] = [document.createElement("li"), document.createElement("p")]
  told.textContent = words.filter(Boolean).join(" · ")
  told.dir = "auto"
  line.append(told, hasLeft ? say("lead_note_left") : backButton(key))
  return line
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
