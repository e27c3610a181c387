// The page of the family's list: what was put together, to be read without network, printed, or given to who prints.

import { AppElement } from "../page/element.js"
import { say } from "../page/messages.js"
import { baseOf } from "../page/addresses.js"
import { entries, take } from "./shelf.js"

export class MyList extends AppElement {
  start() {
    this.listen(this, "click")
    this.#show()
  }

  /** @param {Event} event */
  handleEvent(event) {
    const button = /** @type {HTMLElement} */ (event.target).closest("button")
    if (button?.dataset.do === "print") return print()
    if (!button) return
    take(button.dataset.do === "remove" ? button.closest("li")?.dataset.id : undefined)
    this.#show()
    if (button.dataset.do === "remove") document.querySelector("main")?.focus()
  }

  // Private

  #show() {
    const places = entries()
    this.#find("[data-places]").replaceChildren(...places.map((entry) => this.#item(entry)))
    this.#find("[data-empty]").hidden = places.length > 0
    this.#find("[data-acts]").hidden = places.length === 0
    if (places[0] && !this.hasAttribute("data-static")) this.#offerPaper(places)
  }

  /** @param {import("./shelf.js").Entry} entry */
  #item(entry) {
    const template = /** @type {HTMLTemplateElement} */ (this.querySelector("template"))
    const item = /** @type {HTMLElement} */ (/** @type {DocumentFragment} */ (template.content.cloneNode(true)).firstElementChild)
    const slot = (/** @type {string} */ name) => /** @type {HTMLAnchorElement} */ (item.querySelector(`[data-slot=${name}]`))
    item.dataset.id = entry.id
    for (const name of /** @type {const} */ (["name", "kind", "line", "hours", "digits"])) {
      slot(name).textContent = entry[name]
      if (["kind", "hours"].includes(name)) slot(name).lang = entry.lang
    }
    slot("dated").textContent = entry.dated ? say("list_dated", { month: entry.dated }) : ""
    slot("name").href = `${baseOf()}${document.documentElement.lang}/places/${entry.id}`
    if (entry.phone) slot("phone").href = `tel:${entry.phone}`
    for (const each of item.querySelectorAll("p")) each.hidden = !each.textContent?.trim()
    return item
  }

  /** Only what is tapped leaves: the ids of the places, and the language to print in. @param {import("./shelf.js").Entry[]} places */
  #offerPaper(places) {
    const { lang } = document.documentElement
    const asked = new URLSearchParams({ lang, format: "list", ids: places.map(({ id }) => id).join(","), langs: `fr,${lang}` })
    const link = /** @type {HTMLAnchorElement} */ (this.#find("[data-paper]"))
    link.href = `${baseOf()}print/${places[0].territory}?${asked}`
    link.hidden = false
  }

  /** @param {string} selector @returns {HTMLElement} */
  #find(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector))
  }
}
