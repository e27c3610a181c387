// The code that takes a page along, drawn when its screen is shown: a quarter has a hundred of them.

import { drawCode } from "../page/code-drawing.js"

/** @param {HTMLElement} screen */
export function showCode(screen) {
  const frame = /** @type {HTMLElement | null} */ (screen.querySelector("[data-code]:empty"))
  // The frame has its name already.
  frame?.append(drawCode(frame.dataset.code ?? "", { level: "quartile" }))
}
