// Words read aloud by a voice that lives in the phone: the others send the words to somebody.

import { pageLanguage } from "./messages.js"

/** @param {string} [lang] that of the page unless told @returns {SpeechSynthesisVoice | undefined} */
export function localVoice(lang = pageLanguage()) {
  const [base] = lang.toLowerCase().split("-")
  return globalThis.speechSynthesis?.getVoices().find((voice) => voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === base)
}

/** Voices may come late. @param {() => void} changed */
export function watchVoices(changed) {
  globalThis.speechSynthesis?.addEventListener?.("voiceschanged", changed)
}

/**
 * Read sentences one after the other, those that there is a voice for.
 * @param {[words: string, lang: string][]} sentences
 * @param {() => void} [ended] called after the last one
 */
export function readAloud(sentences, ended = () => {}) {
  const said = sentences.flatMap(([words, lang]) => {
    const voice = localVoice(lang)
    return voice ? [Object.assign(new SpeechSynthesisUtterance(words), { voice, lang: voice.lang })] : []
  })
  said.at(-1)?.addEventListener("end", ended)
  for (const one of said) speechSynthesis.speak(one)
}

export function hush() {
  globalThis.speechSynthesis?.cancel()
}
