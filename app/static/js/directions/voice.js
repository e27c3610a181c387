// Steps read aloud, where the phone has a voice for them.

import { pageLanguage } from "../page/messages.js"
import { hush, localVoice, readAloud, watchVoices } from "../page/voice.js"

export class DirectionsVoice {
  /** @param {HTMLElement} button shown when there is such a voice */
  constructor(button) {
    this.button = button
    // A browser without any never shows the button.
    watchVoices(() => this.#offer())
    this.#offer()
  }

  /** Read sentences, or stop reading. @param {string[]} sentences */
  turn(sentences) {
    const wasReading = speechSynthesis.speaking
    this.hush()
    if (!wasReading) this.#read(sentences)
  }

  hush() {
    hush()
    this.#press(false)
  }

  // Private

  #offer() {
    this.button.hidden = !localVoice()
  }

  /** @param {string[]} sentences */
  #read(sentences) {
    if (!localVoice()) return
    readAloud(sentences.map((sentence) => [sentence, pageLanguage()]), () => this.#press(false))
    this.#press(true)
  }

  /** @param {boolean} isPressed */
  #press(isPressed) {
    this.button.setAttribute("aria-pressed", String(isPressed))
  }
}
