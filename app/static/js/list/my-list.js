// The page of the family's list: what was put together, to be read without network, printed, or given to who prints.

import { AppElement } from "../page/element.js"
import { say } from "../page/messages.js"
import { baseOf } from "../page/addresses.js"
import { readList, take } from "./listed.js"

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
    const places = readList()
    this.#find("[data-places]").replaceChildren(...places.map((listed) => this.#item(listed)))
    this.#find("[data-empty]").hidden = places.length > 0
    this.#find("[data-acts]").hidden = places.length === 0
    if (places[0] && !this.hasAttribute("data-static")) this.#offerPaper(places)
  }

  /** @param {import("./listed.js").Listed} listed */
  #item(listed) {
    const template = /** @type {HTMLTemplateElement} */ (this.querySelector("template"))
    const item = /** @type {HTMLElement} */ (/** @type {DocumentFragment} */ (template.content.cloneNode(true)).firstElementChild)
    const slot = (/** @type {string} */ name) => /** @type {HTMLAnchorElement} */ (item.querySelector(`[data-slot=${name}]`))
    item.dataset.id = listed.id
    for (const name of /** @type {const} */ (["name", "kind", "line", "hours", "digits"])) {
      slot(name).textContent = listed[name]
      if (["kind", "hours"].includes(name)) slot(name).lang = listed.lang
    }
    slot("dated").textContent = listed.dated ? say("list_dated", { month: listed.dated }) : ""
    slot("name").href = `${baseOf()}${document.documentElement.lang}/places/${listed.id}`
    if (listed.phone) slot("phone").href = `tel:${listed.phone}`
    for (const each of item.querySelectorAll("p")) each.hidden = !each.textContent?.trim()
    return item
  }

  /** Only what is tapped leaves: the ids of the places, and the language to print in. @param {import("./listed.js").Listed[]} places */
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
