// Reading a screen aloud: its words line by line, for one utterance that is too long is cut by some voices.

import { pageLanguage } from "../page/messages.js"
import { hush, readAloud } from "../page/voice.js"

/** @param {HTMLElement} screen */
export function readScreen(screen) {
  hush()
  // biome-ignore lint/performance/useDomNodeTextContent: only what is seen is read, with its breaks of lines
  const lines = screen.innerText.split("\n").map((line) => line.trim())
  readAloud(lines.filter(Boolean).map((line) => [line, pageLanguage()]))
}
