// Steps read aloud, where the phone has a voice for them.

import { localVoice } from "../page/voice.js"

export class DirectionsVoice {
  /** @param {HTMLElement} button shown when there is such a voice */
  constructor(button) {
    this.button = button
    // Voices may come late; a browser without any never shows the button.
    globalThis.speechSynthesis?.addEventListener("voiceschanged", () => this.#offer())
    this.#offer()
  }

  /** Read sentences, or stop reading. @param {string[]} sentences */
  turn(sentences) {
    const wasReading = speechSynthesis.speaking
    this.hush()
    if (!wasReading) this.#read(sentences)
  }

  hush() {
    globalThis.speechSynthesis?.cancel()
    this.#press(false)
  }

  // Private

  #offer() {
    this.button.hidden = !localVoice()
  }

  /** @param {string[]} sentences */
  #read(sentences) {
    const voice = localVoice()
    if (!voice) return
    const said = sentences.map((sentence) => Object.assign(new SpeechSynthesisUtterance(sentence), { voice, lang: voice.lang }))
    said.at(-1)?.addEventListener("end", () => this.#press(false))
    for (const one of said) speechSynthesis.speak(one)
    this.#press(true)
  }

  /** @param {boolean} isPressed */
  #press(isPressed) {
    this.button.setAttribute("aria-pressed", String(isPressed))
  }
}
