// What to do when nothing answers a wish: the parts without which something would.

import { nameOf } from "./chips.js"
import { say, sayCount } from "./messages.js"
import { partsOf, without } from "./wish.js"

const MOST = 4

/** @typedef {import("./wish.js").Wish} Wish */

/**
 * @param {HTMLElement} box `[data-empty]`
 * @param {Wish} wish
 * @param {{ form: HTMLFormElement, places: import("./places.js").Places, countOf: (wish: Wish) => number }} given
 */
export function drawAdvice(box, wish, { form, places, countOf }) {
  /** @param {string} selector */
  const find = (selector) => /** @type {HTMLElement} */ (box.querySelector(selector))
  const advice = [...wordsAdvice(wish, countOf), ...filterAdvice(wish, { form, places, countOf })].slice(0, MOST)
  find("[data-empty-title]").textContent = partsOf(wish).length ? say("empty_filters") : say("empty_words", { words: wish.q })
  find("[data-empty-advice]").textContent = say("empty_advice")
  find("[data-advice]").replaceChildren(...advice, item("all", "", say("whole_list")))
  box.hidden = false
}

// Private

/** @param {Wish} wish @param {(wish: Wish) => number} countOf */
function wordsAdvice(wish, countOf) {
  if (!wish.q || partsOf(wish).length === 0) return []
  const count = countOf({ ...wish, q: "" })
  return count ? [item("q", "", sayCount("without_words", count))] : []
}

/** @param {Wish} wish @param {any} given */
function filterAdvice(wish, { form, places, countOf }) {
  return partsOf(wish)
    .map((part) => ({ part, count: countOf(without(wish, part)) }))
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
