// The sheet of filters: opened and closed, a row added for each child.

import { addChild, removeChild } from "./form.js"

/**
 * @param {HTMLFormElement} form
 * @param {{ signal: AbortSignal, changed: () => void }} options
 */
export function wireFilterSheet(form, { signal, changed }) {
  const sheet = /** @type {HTMLDialogElement} */ (form.querySelector("[data-sheet]"))
  form.addEventListener(
    "click",
    (event) => {
      const target = /** @type {HTMLElement} */ (event.target)
      if (target.closest("[data-open-sheet]")) sheet.showModal()
      // A click on the dialog itself, not on what it holds, is one beside the sheet.
      else if (target.closest("[data-close-sheet]") || target === sheet) sheet.close()
      else if (target.closest("[data-add-child]")) addChild(form).querySelector("input")?.focus()
      else if (target.closest("[data-remove-child]")) {
        removeChild(/** @type {Element} */ (target.closest(".child")))
        changed()
      }
    },
    { signal },
  )
}
