// The doors of a round in the order of the walk: what is left, what was noted, and what became of it.

import { isolate, sayClock, write } from "../leading/text.js"
import { say } from "../page/messages.js"
import { usePictogram } from "../page/pictograms.js"
import { sayMetres } from "../places/distance.js"

/**
 * @typedef {import("./store.js").Round} Round
 * @typedef {import("./store.js").Draft} Draft
 * @typedef {import("../outbox/store.js").Suggestion} Suggestion
 */

/** @type {Record<string, string>} */
const SIGNS = { left: "pin", kept: "device", gone: "check", refused: "warning" }

/**
 * @param {HTMLElement} list with `<template data-door>` beside it
 * @param {Round} round
 * @param {Map<string, Draft>} drafts by place
 * @param {Map<string, Suggestion>} waiting those of this phone's outbox, by key
 */
export function drawDoors(list, round, drafts, waiting) {
  const template = /** @type {HTMLTemplateElement} */ (list.parentElement?.querySelector("template[data-door]"))
  const focused = document.activeElement?.closest("li")?.dataset.place
  list.replaceChildren(
    ...round.cards.map((card, index) => {
      const item = /** @type {HTMLElement} */ (/** @type {Element} */ (template.content.firstElementChild).cloneNode(true))
      const { state, words } = stateOf(drafts.get(card.place), waiting)
      item.dataset.place = card.place
      item.dataset.state = state
      const one = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (item.querySelector(selector))
      write(one("[data-number]"), String(index + 1))
      write(one("[data-name]"), card.name)
      write(one("[data-where]"), [isolate(sayMetres(card.metres)), card.address && isolate(card.address)].filter(Boolean).join(" · "))
      write(one("[data-state-words]"), words)
      usePictogram(/** @type {any} */ (one("use")), SIGNS[state])
      one("[data-do=take-back]").hidden = state !== "kept" && state !== "refused"
      return item
    }),
  )
  if (focused) /** @type {HTMLElement | null} */ (list.querySelector(`[data-place="${focused}"] button`))?.focus()
}

// Private

/** @param {Draft | undefined} draft @param {Map<string, Suggestion>} waiting @returns {{ state: "left" | "kept" | "gone" | "refused", words: string }} */
function stateOf(draft, waiting) {
  if (!draft?.key) return { state: "left", words: draft && Object.keys(draft.answers).length ? say("round_begun") : "" }
  const suggestion = waiting.get(draft.key)
  if (suggestion?.refused) return { state: "refused", words: suggestion.refused }
  if (suggestion) return { state: "kept", words: say("round_kept", { clock: sayClock(draft.at) }) }
  return { state: "gone", words: say(draft.said ? `round_said_${draft.said}` : "round_gone") }
}
