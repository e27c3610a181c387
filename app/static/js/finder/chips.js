// The parts of a search as chips that can be taken back, and how each is called in the words of the form.

import { say, sayCount } from "../page/messages.js"
import { partsOf } from "./filters.js"

/** @typedef {import("./filters.js").Filters} Filters @typedef {import("./filters.js").Part} Part */

/**
 * @param {HTMLElement} list
 * @param {HTMLFormElement} form
 * @param {Filters} filters
 * @param {import("../places/places.js").Places | null} places
 */
export function drawChips(list, form, filters, places) {
  const parts = partsOf(filters)
  const names = parts.map((part) => nameOf(part, form, places))
  // The name too: it may come after the chip, with the data.
  const drawn = JSON.stringify([parts, names])
  if (list.dataset.drawn === drawn) return
  list.dataset.drawn = drawn
  list.replaceChildren(...parts.map((part, n) => chip(part, names[n])))
  list.hidden = parts.length === 0
}

/**
 * @param {Part} part
 * @param {HTMLFormElement} form
 * @param {import("../places/places.js").Places | null} places
 * @returns {string} never a code: whoever cannot be named yet is “the chosen filter”
 */
export function nameOf({ name, value }, form, places) {
  if (name === "ages") return sayCount(value.endsWith("m") ? "age_months" : "age_years", Number.parseInt(value, 10))
  if (name === "speaks") return form.querySelector(`option[value="${value}"]`)?.textContent?.trim() || say("chosen_filter")
  const box = form.querySelector(`input[type="checkbox"][name="${name}"][value="${value}"]`)
  const written = box?.closest("label")?.textContent?.trim()
  return written || places?.themes.get(value) || places?.kinds.find((kind) => kind.id === value)?.label || say("chosen_filter")
}

// Private

/** @param {Part} part @param {string} words */
function chip(part, words) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "chip" })
  button.append(Object.assign(document.createElement("span"), { textContent: words }))
  const cross = Object.assign(document.createElement("span"), { className: "chip-cross", textContent: "×" })
  cross.ariaHidden = "true"
  button.append(cross)
  button.setAttribute("aria-label", say("remove_filter", { name: words }))
  Object.assign(button.dataset, { part: part.name, value: part.value })
  const item = document.createElement("li")
  item.append(button)
  return item
}
