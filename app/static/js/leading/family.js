// The stop in another language, large and alone on the screen, to be shown to a family; and read aloud where the phone
// has a voice of that language.

import { say } from "../page/messages.js"
import { hush, localVoice, readAloud } from "../page/voice.js"
import { otherWords, sameStop } from "./other-words.js"
import { show, write, writeSaid } from "./text.js"

/** @typedef {import("./walk.js").Said} Said */

export class Family {
  /** @param {HTMLElement} element @param {import("./leading.js").Leading} leading */
  constructor(element, leading) {
    this.leading = leading
    this.#territory = element.dataset.territory ?? ""
    this.dialog = /** @type {HTMLDialogElement} */ (element.querySelector("dialog[data-family]"))
    const opener = /** @type {HTMLElement} */ (element.querySelector("[data-do=family]"))
    opener.addEventListener("click", () => this.dialog.showModal())
    this.dialog.addEventListener("click", (event) => this.#press(/** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("button"))))
    this.dialog.addEventListener("close", hush)
    show(opener, true)
  }

  #territory
  /** Shown now. @type {Said[]} */
  #said = []
  #lang = ""

  show() {}

  // Private

  /** @param {HTMLElement | null} button */
  #press(button) {
    if (button?.dataset.family) void this.#choose(button.dataset.family, button.dataset.path ?? "")
    if (button?.hasAttribute("data-aloud")) this.#read()
    if (button?.hasAttribute("data-shut")) this.dialog.close()
  }

  /** @param {string} lang @param {string} path of the page in that language */
  async #choose(lang, path) {
    const { data, led } = this.leading
    hush()
    for (const button of this.dialog.querySelectorAll("[data-family]")) button.ariaPressed = String(button.getAttribute("data-family") === lang)
    this.#lang = lang
    this.#tell([], "")
    const stop = await otherWords(this.#territory, path).then((other) => sameStop(other, data, led.last) ?? "changed", () => "missing")
    if (lang !== this.#lang) return
    if (typeof stop === "string") this.#tell([], say(`family_${stop}`))
    else this.#tell([stop.name, stop.text, stop.sense ?? ["", lang]], stop.text[1] === lang ? "" : say("family_untranslated"))
  }

  /** @param {Said[]} said @param {string} fault */
  #tell(said, fault) {
    this.#said = said.filter(([words]) => words)
    this.#one("[data-family-words]").replaceChildren(...this.#said.map(lineOf))
    write(this.#one("[data-family-fault]"), fault)
    show(this.#one("[data-aloud]"), this.#said.some(([, lang]) => localVoice(lang)))
  }

  #read() {
    const wasReading = speechSynthesis.speaking
    hush()
    if (!wasReading) readAloud(this.#said)
  }

  /** @param {string} selector */
  #one(selector) {
    return /** @type {HTMLElement} */ (this.dialog.querySelector(selector))
  }
}

// Private

/** @param {Said} said */
function lineOf(said) {
  const line = document.createElement("p")
  writeSaid(line, said)
  return line
}
