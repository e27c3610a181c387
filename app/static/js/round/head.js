// The head of a round: how far it is, what waits on this phone, and whether the round is still this phone's.

import { show, write } from "../leading/text.js"
import { pageOutbox } from "../outbox/page-outbox.js"
import { say, sayCount } from "../page/messages.js"

/** @typedef {import("./store.js").Round} Round @typedef {import("../outbox/store.js").Suggestion} Suggestion */

/** @param {HTMLElement} head @param {Round} round @param {number} done @param {Suggestion[]} waiting */
export function drawHead(head, { part, parts, territory, cards, desk, expires }, done, waiting) {
  const one = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (head.querySelector(selector))
  write(one("[data-progress]"), say("round_progress", { done, all: cards.length, territory }))
  write(one("[data-part]"), parts > 1 ? say("round_part", { part, parts }) : "")
  write(one("[data-waiting]"), waiting.length ? sayCount("round_waiting", waiting.length) : say("round_none_waits"))
  show(one("[data-do=send]"), waiting.length > 0)
  one("[data-desk]").setAttribute("href", desk)
  show(one("[data-over]"), Date.parse(expires) < Date.now() || waiting.some(isRefused))
}

/** What was refused under a token of before goes again with the one of now. @param {string} token */
export async function sendAgain(token) {
  const all = await pageOutbox().all().catch(() => [])
  const refused = all.filter((suggestion) => isRefused(suggestion) && suggestion.body.token !== token)
  for (const suggestion of refused) await pageOutbox().keep({ ...suggestion, refused: "", next: 0, body: { ...suggestion.body, token } })
}

// Private

/** @param {Suggestion} suggestion */
function isRefused({ refused, body }) {
  return refused !== "" && body.kind === "round"
}
