// Reading a screen aloud, with a voice that this machine has for its language: nothing is sent away to be read.

/** @param {string} language @returns {SpeechSynthesisVoice | undefined} */
export function localVoice(language) {
  const voices = globalThis.speechSynthesis?.getVoices() ?? []
  return voices.find((voice) => voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === language.split("-")[0])
}

/** @param {() => void} changed voices may come late */
export function watchVoices(changed) {
  globalThis.speechSynthesis?.addEventListener?.("voiceschanged", changed)
}

/** @param {HTMLElement} screen @param {string} language */
export function readAloud(screen, language) {
  const voice = localVoice(language)
  hush()
  for (const words of voice ? lines(screen) : []) {
    const said = new SpeechSynthesisUtterance(words)
    said.lang = language
    said.voice = voice ?? null
    speechSynthesis.speak(said)
  }
}

export function hush() {
  globalThis.speechSynthesis?.cancel()
}

// Private

/** @param {HTMLElement} screen @returns {string[]} its words line by line: one utterance that is too long is cut by some voices */
function lines(screen) {
  // biome-ignore lint/performance/useDomNodeTextContent: only what is seen is read, with its breaks of lines
  return screen.innerText.split("\n").map((line) => line.trim()).filter(Boolean)
}
