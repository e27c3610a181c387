// One fact of a card: what it says now, when that was made sure of, and what may be answered.

import { show, write } from "../leading/text.js"

/** What cannot be asked of a fact: that a place is there hangs on no door, and is not retyped. @type {Record<string, string[]>} */
const UNASKED = { existence: ["changed", "not_posted"], accessibility: ["not_posted"] }

/** @param {HTMLElement} host with its template @param {import("./store.js").Fact} fact @param {string} wanted what was typed already @returns {HTMLElement} */
export function factRow(host, fact, wanted) {
  const row = clone(host, "template[data-fact]")
  const one = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (row.querySelector(selector))
  row.dataset.path = fact.path
  row.classList.toggle("is-due", fact.isDue)
  write(one("h3"), fact.words)
  write(one("[data-age]"), fact.age)
  one(".round-answers").setAttribute("aria-label", fact.words)
  one("[data-lines]").replaceChildren(...fact.lines.map((line) => lineOf("p", line)))
  show(one("details"), fact.days.length > 0)
  one("ul").replaceChildren(...fact.days.map((day) => lineOf("li", day.join(" : "))))
  const unasked = [...(UNASKED[fact.path.split("/").at(-1) ?? ""] ?? []), ...(fact.value ? [] : ["true"])]
  for (const button of row.querySelectorAll("button")) show(button, !unasked.includes(button.dataset.answer ?? ""))
  const field = /** @type {HTMLTextAreaElement} */ (one("textarea"))
  field.value = wanted
  return row
}

/** @param {HTMLElement} host @param {string} selector of a template in it @returns {HTMLElement} */
export function clone(host, selector) {
  const template = /** @type {HTMLTemplateElement} */ (host.querySelector(selector))
  return /** @type {HTMLElement} */ (/** @type {Element} */ (template.content.firstElementChild).cloneNode(true))
}

// Private

/** @param {string} tag @param {string} words */
function lineOf(tag, words) {
  return Object.assign(document.createElement(tag), { textContent: words, dir: "auto" })
}
