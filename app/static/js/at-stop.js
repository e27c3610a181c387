// Entry point of what a leader does at a stop besides going on. Fetched when a walk is led, which goes on without it.

import { AtStop } from "./leading/at-stop.js"

/** @param {HTMLElement} element @param {import("./leading/leading.js").Leading} leading */
export function openAtStop(element, leading) {
  return new AtStop(element, leading)
}
