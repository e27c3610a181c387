// The buttons over a map: nearer, farther, all of it, the whole screen, where one is.

import { say } from "../page/messages.js"
import { GestureGuard } from "./gesture-guard.js"
import { OwnPosition } from "./own-position.js"
import { WholeScreen } from "./whole-screen.js"

/**
 * @param {HTMLElement} element the map's
 * @param {{ map: import("leaflet").Map, bounds: import("leaflet").LatLngBounds, signal: AbortSignal }} over
 * @returns {Record<string, () => void>} what each does, by its `data-do`
 */
export function mapButtons(element, { map, bounds, signal }) {
  const first = { centre: map.getCenter(), zoom: map.getZoom() }
  const guard = new GestureGuard(map, /** @type {HTMLElement} */ (element.querySelector("[data-hint]")), signal)
  const ownPosition = new OwnPosition(map, bounds)
  const screen = new WholeScreen(element, (isWhole) => guard.takeAll(isWhole))
  return {
    in: () => map.zoomIn(),
    out: () => map.zoomOut(),
    whole: () => map.setView(first.centre, first.zoom),
    full: () => screen.toggle(),
    locate: () => void locate(ownPosition, element.querySelector("[data-status-line]")),
  }
}

// Private

/** @param {OwnPosition} ownPosition @param {Element | null} line where it is told how that goes */
async function locate(ownPosition, line) {
  const tell = (/** @type {string} */ words) => line && (line.textContent = words)
  tell(say("searching"))
  const answer = await ownPosition.find()
  tell(answer && say(answer))
}
