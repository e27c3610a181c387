// The screens of a kiosk, one at a time. Going from one to another leaves nothing in the history of the browser, and who
// leaves, or is not there any more, leaves nothing at all.

import { AppElement } from "../page/element.js"
import { sayCount } from "../page/messages.js"
import { hush, localVoice, watchVoices } from "../page/voice.js"
import { tellAlive } from "./alive.js"
import { Idle } from "./idle.js"
import { readScreen } from "./reading.js"
import { Rows } from "./rows.js"
import { showCode } from "./take-away.js"
import { TouchMap } from "./touch-map.js"

const TOUCHES = ["pointerdown", "keydown", "scroll"]

export class KioskScreens extends AppElement {
  start() {
    this.#map = new TouchMap(this)
    this.#rows = new Rows(this)
    this.listen(this, "click")
    for (const type of TOUCHES) document.addEventListener(type, () => this.#idle.touch(), { signal: this.signal, passive: true, capture: true })
    this.listen(window, "pageshow")
    watchVoices(() => this.#offerVoice())
    this.#offerVoice()
    this.#idle.start()
    tellAlive(this.dataset.territory ?? "", this.signal)
    this.#show("home")
  }

  stop() {
    this.#idle.stop()
    hush()
  }

  #map = /** @type {TouchMap} */ (/** @type {unknown} */ (null))
  #rows = /** @type {Rows} */ (/** @type {unknown} */ (null))
  /** The screens that led here, the present one last. */
  #trail = ["home"]
  #idle = new Idle({
    asks: (seconds) => this.#ask(seconds),
    stays: () => this.#question.close(),
    leaves: () => this.#leave(),
  })

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "click") return this.#press(event)
    // The browser may bring back a page that somebody else has left.
    if (/** @type {PageTransitionEvent} */ (event).persisted) this.#leave()
  }

  // Private

  /** @param {Event} event */
  #press(event) {
    const button = /** @type {HTMLElement} */ (event.target).closest("button")
    if (button?.dataset.go) this.#go(button.dataset.go)
    else if (button) this.#do(button.dataset.do ?? "")
    else this.#touch(/** @type {MouseEvent} */ (event))
  }

  /** @param {MouseEvent} event */
  #touch(event) {
    const near = this.#map.touch(event)
    if (near.length > 0) this.#rows.showThese(this.#screen(), near)
  }

  /** @param {string} action */
  #do(action) {
    if (action === "back") this.#back()
    if (action === "leave") this.#leave()
    if (action === "stay") this.#idle.stay()
    if (action === "read") readScreen(this.#screen())
  }

  /** @param {string} name */
  #go(name) {
    if (name === "home") this.#trail = []
    this.#trail.push(name)
    this.#show(name)
  }

  #back() {
    if (this.#trail.length > 1) this.#trail.pop()
    this.#show(this.#trail.at(-1) ?? "home")
  }

  /** @param {string} name */
  #show(name) {
    hush()
    for (const screen of this.#screens()) screen.hidden = screen.dataset.screen !== name
    this.dataset.shown = name
    this.emit("shown", name)
    const screen = this.#screen()
    this.#map.show(screen)
    this.#rows.show(screen)
    showCode(screen)
    if (name === "home") this.#map.forget()
    const back = /** @type {HTMLButtonElement} */ (this.querySelector("[data-do=back]"))
    back.disabled = this.#trail.length < 2
    scrollTo(0, 0)
    const title = /** @type {HTMLElement} */ (screen.querySelector("h1"))
    if (this.#trail.length > 1) title.focus({ preventScroll: true })
  }

  /** @param {number} seconds */
  #ask(seconds) {
    const words = /** @type {HTMLElement} */ (this.querySelector("[data-still-words]"))
    words.textContent = sayCount("kiosk_still", seconds)
    if (!this.#question.open) this.#question.showModal()
  }

  #leave() {
    this.#idle.stop()
    hush()
    sessionStorage.clear()
    location.replace(this.dataset.home ?? "/")
  }

  #offerVoice() {
    const button = /** @type {HTMLElement} */ (this.querySelector("[data-do=read]"))
    button.hidden = !localVoice()
  }

  get #question() {
    return /** @type {HTMLDialogElement} */ (this.querySelector("[data-still]"))
  }

  /** @returns {HTMLElement[]} */
  #screens() {
    return [...this.querySelectorAll("[data-screen]")].map((screen) => /** @type {HTMLElement} */ (screen))
  }

  #screen() {
    const screens = this.#screens()
    return screens.find((screen) => !screen.hidden) ?? screens[0]
  }
}
