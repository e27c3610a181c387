// A map inside a page that scrolls: one finger or a bare wheel scrolls the page, two fingers or the wheel with
// Ctrl move the map, and a short hint says so. Over the whole screen the map takes every gesture.

import { say } from "../page/messages.js"

const HINT_MS = 1_800

export class GestureGuard {
  #wholeScreen = false
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer

  /** @param {import("leaflet").Map} map @param {HTMLElement} hint @param {AbortSignal} signal */
  constructor(map, hint, signal) {
    this.map = map
    this.hint = hint
    this.dragsAtFirst = map.dragging.enabled()
    map.scrollWheelZoom.enable()
    const frame = map.getContainer()
    frame.addEventListener("wheel", (event) => this.#wheel(event), { capture: true, passive: true, signal })
    frame.addEventListener("touchmove", (event) => this.#touch(event), { passive: true, signal })
  }

  /** @param {boolean} isWhole whether the map fills the screen */
  takeAll(isWhole) {
    this.#wholeScreen = isWhole
    if (isWhole || this.dragsAtFirst) this.map.dragging.enable()
    else this.map.dragging.disable()
  }

  /** @param {WheelEvent} event */
  #wheel(event) {
    if (this.#wholeScreen || event.ctrlKey || event.metaKey) return
    event.stopPropagation()
    this.#tell(say("map_wheel"))
  }

  /** @param {TouchEvent} event */
  #touch(event) {
    if (event.touches.length === 1 && !this.map.dragging.enabled()) this.#tell(say("map_fingers"))
  }

  /** @param {string} words */
  #tell(words) {
    clearTimeout(this.#timer)
    this.hint.textContent = words
    this.hint.hidden = false
    this.#timer = setTimeout(() => {
      this.hint.hidden = true
    }, HINT_MS)
  }
}
