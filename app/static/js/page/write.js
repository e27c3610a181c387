// What is new is written, and nothing else: whatever is written again is laid out again.

/** @param {Element} element @param {string} words */
export function write(element, words) {
  if (element.textContent !== words) element.textContent = words
}

/** @param {HTMLElement} element @param {boolean} isHidden */
export function hide(element, isHidden) {
  if (element.hidden !== isHidden) element.hidden = isHidden
}
