// On the page of a place: puts it on the family's list, or takes it away again.

import { MOST_LISTED } from "../generated/list.js"
import { AppElement } from "../page/element.js"
import { say, sayCount } from "../page/messages.js"
import { add, readList, take } from "./listed.js"

export class ListButton extends AppElement {
  start() {
    this.#button.addEventListener("click", () => this.#press(), { signal: this.signal })
    this.#show()
  }

  // Private

  #press() {
    const { place = "" } = this.dataset
    if (this.#isListed) take(place)
    else this.#note(add(this.#listed()))
    this.#show()
  }

  get #isListed() {
    return readList().some(({ id }) => id === this.dataset.place)
  }

  /** @returns {import("./listed.js").Listed} what this page says of the place */
  #listed() {
    const { place = "", territory = "", when: hours = "", dated = "" } = this.dataset
    const read = (/** @type {string} */ selector) => document.querySelector(selector)?.textContent?.trim() ?? ""
    const call = document.querySelector('.acts a[href^="tel:"]')
    return {
      id: place, territory, hours, dated,
      lang: document.documentElement.lang,
      name: read(".place-head h1"),
      kind: read(".place-head .kind"),
      line: read(".address bdi"),
      phone: call?.getAttribute("href")?.slice(4) ?? "",
      digits: call?.querySelector("bdi")?.textContent?.trim() ?? "",
    }
  }

  #show() {
    const [isListed, count] = [this.#isListed, readList().length]
    const words = /** @type {HTMLElement} */ (this.querySelector("[data-words]"))
    words.textContent = say(isListed ? "list_remove" : "list_add")
    const [plus, tick] = [...this.querySelectorAll("[data-sign]")].map((sign) => /** @type {HTMLElement} */ (sign))
    plus.hidden = isListed
    tick.hidden = !isListed
    const link = /** @type {HTMLAnchorElement} */ (this.querySelector("a"))
    link.textContent = sayCount("list_see", count)
    link.hidden = count === 0
    // The list itself is to be there when the network is not.
    if (isListed) navigator.serviceWorker?.controller?.postMessage({ type: "KEEP", urls: [link.href, location.href] })
  }

  /** @param {"added" | "full" | "unkept"} outcome */
  #note(outcome) {
    const note = /** @type {HTMLElement} */ (this.querySelector("[data-note]"))
    note.hidden = outcome === "added"
    if (outcome !== "added") note.textContent = outcome === "full" ? say("list_full", { most: MOST_LISTED }) : say("list_unkept")
  }

  get #button() {
    return /** @type {HTMLButtonElement} */ (this.querySelector("button"))
  }
}
