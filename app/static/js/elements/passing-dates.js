// What is dated goes when it is over, and what grows old says so: a page kept for a month must not announce what was.

import { timeNow } from "../hours/server-clock.js"
import { tellEachMinute, tellNoMore } from "../hours/minute.js"
import { AppElement } from "../page/element.js"

export class PassingDates extends AppElement {
  start() {
    tellEachMinute(this)
    this.tell()
  }

  stop() {
    tellNoMore(this)
  }

  tell() {
    /** @type {HTMLElement[]} */
    const dated = [...this.querySelectorAll("[data-until]")].map((each) => /** @type {HTMLElement} */ (each))
    for (const each of dated) each.hidden = isOver(each.dataset.until ?? "")
    /** @type {NodeListOf<HTMLElement>} */
    const aged = this.querySelectorAll("[data-from]")
    for (const each of aged) each.hidden = !isOver(each.dataset.from ?? "")
    const coming = dated.filter((each) => !each.hidden)
    const none = /** @type {HTMLElement | null} */ (this.querySelector("[data-none]"))
    if (none && dated.length > 0) none.hidden = coming.length > 0
    const fold = this.querySelector("details")
    if (fold) unfold(fold, coming)
  }
}

// Private

/** What was folded because others came before it is next once they are over. @param {HTMLDetailsElement} fold @param {HTMLElement[]} coming */
function unfold(fold, coming) {
  const inside = coming.filter((each) => fold.contains(each))
  fold.hidden = inside.length === 0
  if (inside.length === coming.length) fold.open = true
}

/** @param {string} until an instant @param {number} [now] */
function isOver(until, now = timeNow()) {
  return Date.parse(until) <= now
}
