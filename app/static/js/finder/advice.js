// What to do when nothing answers a search: where to ask for a need that has no place yet, and the parts without which
// something would be found.

import { say, sayCount } from "../page/messages.js"
import { nameOf } from "./chips.js"
import { partsOf, without } from "./filters.js"

const MOST = 4
const MOST_THEMES = 2

/** @typedef {import("./filters.js").Filters} Filters */

/**
 * @param {HTMLElement} box `[data-empty]`
 * @param {Filters} filters
 * @param {{ form: HTMLFormElement, places: import("../places/places.js").Places, missing: string[], countOf: (filters: Filters) => number }} given
 */
export function drawAdvice(box, filters, { form, places, missing, countOf }) {
  /** @param {string} selector */
  const find = (selector) => /** @type {HTMLElement} */ (box.querySelector(selector))
  const advice = [...wordsAdvice(filters, countOf), ...filterAdvice(filters, { form, places, countOf })].slice(0, MOST)
  find("[data-empty-title]").textContent = titleOf(filters, missing)
  find("[data-empty-advice]").textContent = missing.length ? say("need_ask") : say("empty_advice")
  find("[data-advice]").replaceChildren(...askingFor(missing, places), ...advice, item("all", "", say("whole_list")))
  box.hidden = false
}

// Private

/** @param {Filters} filters @param {string[]} missing */
function titleOf(filters, missing) {
  if (missing.length) return say("need_missing", { words: filters.q })
  return partsOf(filters).length ? say("empty_filters") : say("empty_words", { words: filters.q })
}

/** @param {string[]} missing themes @param {import("../places/places.js").Places} places */
function askingFor(missing, places) {
  if (missing.length === 0) return []
  const pages = missing.slice(0, MOST_THEMES).map((theme) => link(places.themeUrl(theme), say("need_theme", { theme: places.themes.get(theme) ?? "" })))
  return [...pages, link(places.helpUrl, say("need_help"))]
}

/** @param {string} href @param {string} words */
function link(href, words) {
  const li = document.createElement("li")
  li.append(Object.assign(document.createElement("a"), { href, textContent: words, className: "button button-quiet" }))
  return li
}

/** @param {Filters} filters @param {(filters: Filters) => number} countOf */
function wordsAdvice(filters, countOf) {
  if (!filters.q || partsOf(filters).length === 0) return []
  const count = countOf({ ...filters, q: "" })
  return count ? [item("q", "", sayCount("without_words", count))] : []
}

/** @param {Filters} filters @param {any} given */
function filterAdvice(filters, { form, places, countOf }) {
  return partsOf(filters)
    .map((part) => ({ part, count: countOf(without(filters, part)) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ part, count }) => item(part.name, part.value, sayCount("without_filter", count, { name: nameOf(part, form, places) })))
}

/** @param {string} part @param {string} value @param {string} words */
function item(part, value, words) {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: words })
  button.className = "button button-quiet"
  Object.assign(button.dataset, { part, value })
  const li = document.createElement("li")
  li.append(button)
  return li
}
