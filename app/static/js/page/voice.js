// A voice that lives in the phone: the others send the words to somebody.

import { pageLanguage } from "./messages.js"

/** @param {string} [lang] that of the page unless told @returns {SpeechSynthesisVoice | undefined} */
export function localVoice(lang = pageLanguage()) {
  const [base] = lang.toLowerCase().split("-")
  return globalThis.speechSynthesis?.getVoices().find((voice) => voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === base)
}
