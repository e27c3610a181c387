// Words that change as seldom as what they tell: nothing is laid out again for a second that brought nothing new.

import { pageLanguage } from "../page/messages.js"
import { usePictogram } from "../page/pictograms.js"
import { hide, write } from "../page/write.js"

export { write }

/** Words in their own language. @param {HTMLElement} element @param {import("./walk.js").Said} said */
export function writeSaid(element, [words, lang]) {
  write(element, words)
  if (element.lang !== lang) element.lang = lang
  if (element.dir !== "auto") element.dir = "auto"
}

/** A name or a number inside a sentence of whichever direction. @param {string} words */
export function isolate(words) {
  return `\u2068${words}\u2069`
}

/** @param {HTMLElement} element @param {boolean} isShown */
export function show(element, isShown) {
  hide(element, !isShown)
}

/** A sign with its words, in a tone. @param {HTMLElement} element @param {{ tone: string, sign: string, words: string }} signal */
export function signal(element, { tone, sign, words }) {
  if (element.dataset.tone !== tone) element.dataset.tone = tone
  if (element.dataset.sign !== sign) usePictogram(/** @type {SVGUseElement} */ (element.querySelector("use")), sign)
  element.dataset.sign = sign
  write(/** @type {Element} */ (element.querySelector("p, span")), words)
}

/** @param {number} at milliseconds @returns {string} the time of day on this phone */
export function sayClock(at) {
  return new Intl.DateTimeFormat(pageLanguage(), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at)
}
