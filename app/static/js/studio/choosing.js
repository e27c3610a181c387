// The form of the studio: what can be chosen together, as the format that is chosen says.

/** The parts of the form that only some formats have, and what says so. */
const PARTS = { themes: "themes", numbered: "numbered", folds: "folds", many: "gathers", calibrated: "calibrated" }

export class Choosing {
  /** @param {HTMLElement} page @param {HTMLFormElement} form */
  constructor(page, form) {
    this.#page = page
    this.#form = form
  }

  #page
  #form

  /** The choice as an address writes it, without what is only for a press of a button. */
  get query() {
    const fields = new FormData(this.#form)
    const { gathers } = this.#format.dataset
    const isMany = gathers !== undefined && fields.getAll("ids").length > 0
    fields.delete("confirm")
    fields.delete(isMany ? "of" : "ids")
    const pairs = [...fields].map(([name, value]) => [name, String(value)])
    return new URLSearchParams(pairs.filter(([, value]) => value)).toString()
  }

  /** Show what the chosen format asks for, and offer only what it prints. */
  fit() {
    const { dataset } = this.#format
    for (const [part, flag] of Object.entries(PARTS)) this.#part(part).forEach((each) => show(each, dataset[flag] !== undefined))
    const isList = dataset.gathers !== undefined && dataset.numbered === undefined
    for (const each of this.#part("single")) each.hidden = isList
    const many = /** @type {HTMLDetailsElement | undefined} */ (this.#part("many")[0])
    if (many && isList) many.open = true
    const runs = (dataset.runs ?? "").split(" ")
    for (const each of this.#page.querySelectorAll("[data-each]")) {
      const button = /** @type {HTMLElement} */ (each)
      button.hidden = !runs.includes(button.dataset.each ?? "")
    }
    this.#offer((dataset.kinds ?? "").split(" "))
    this.#limitLanguages()
  }

  // Private

  get #format() {
    return /** @type {HTMLInputElement} */ (this.#form.querySelector("[name=format]:checked"))
  }

  /** @param {string} name @returns {HTMLElement[]} */
  #part(name) {
    return [...this.#page.querySelectorAll(`[data-part=${name}]`)].map((each) => /** @type {HTMLElement} */ (each))
  }

  /** @param {string[]} kinds that the format prints */
  #offer(kinds) {
    const select = /** @type {HTMLSelectElement} */ (this.#form.elements.namedItem("of"))
    for (const group of select.querySelectorAll("optgroup")) {
      group.disabled = group.hidden = !kinds.includes(group.dataset.kind ?? "")
    }
    if (!select.selectedOptions[0]?.closest("optgroup")?.disabled) return
    const first = /** @type {HTMLOptionElement | null} */ (select.querySelector("optgroup:not([disabled]) option"))
    if (first) first.selected = true
  }

  /** So many have room: the others wait until one is taken away. */
  #limitLanguages() {
    const box = /** @type {HTMLElement} */ (this.#form.querySelector("[data-languages]"))
    const ticks = [...box.querySelectorAll("[type=checkbox]")].map((each) => /** @type {HTMLInputElement} */ (each))
    const isFull = ticks.filter((tick) => tick.checked).length + 1 >= Number(box.dataset.most)
    for (const tick of ticks) tick.disabled = isFull && !tick.checked
  }
}

/** What is not shown is not sent either. @param {HTMLElement} part @param {boolean} isShown */
function show(part, isShown) {
  part.hidden = !isShown
  if (part instanceof HTMLFieldSetElement) part.disabled = !isShown
}
