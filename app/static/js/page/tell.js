// A part of a page that is hidden until there is something to tell: it may be off the screen, so it is brought there.

/** @param {HTMLElement | null} part with a `span` for the words @param {string} words */
export function tell(part, words) {
  const line = part?.querySelector("span")
  if (!part || !line) return
  line.textContent = words
  part.hidden = false
  part.scrollIntoView({ block: "center" })
}
