// The buttons over a map: nearer, farther, all of it, the whole screen, where one is.

import { GentleHands } from "./gentle-hands.js"
import { say } from "./messages.js"
import { Whereabouts } from "./whereabouts.js"
import { WholeScreen } from "./whole-screen.js"

/**
 * @param {HTMLElement} element the map's
 * @param {{ map: import("leaflet").Map, bounds: import("leaflet").LatLngBounds, signal: AbortSignal }} over
 * @returns {Record<string, () => void>} what each does, by its `data-do`
 */
export function mapButtons(element, { map, bounds, signal }) {
  const first = { centre: map.getCenter(), zoom: map.getZoom() }
  const hands = new GentleHands(map, /** @type {HTMLElement} */ (element.querySelector("[data-hint]")), signal)
  const whereabouts = new Whereabouts(map, bounds)
  const screen = new WholeScreen(element, (isWhole) => {
    hands.takeAll(isWhole)
    map.invalidateSize({ animate: false })
  })
  return {
    in: () => map.zoomIn(),
    out: () => map.zoomOut(),
    whole: () => map.setView(first.centre, first.zoom),
    full: () => screen.toggle(),
    locate: () => void locate(whereabouts, element.querySelector("[data-status-line]")),
  }
}

// Private

/** @param {Whereabouts} whereabouts @param {Element | null} line where it is told how that goes */
async function locate(whereabouts, line) {
  const tell = (/** @type {string} */ words) => line && (line.textContent = words)
  tell(say("searching"))
  const answer = await whereabouts.find()
  tell(answer && say(answer))
}
