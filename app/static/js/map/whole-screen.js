// The map over the whole screen and back, by style alone: Safari on a phone has no full screen for elements.

export class WholeScreen {
  /** Everything that was put out of reach. @type {Element[]} */ #inert = []

  /** @param {HTMLElement} element @param {(isWhole: boolean) => void} changed */
  constructor(element, changed) {
    this.element = element
    this.changed = changed
  }

  get isWhole() {
    return this.element.classList.contains("is-whole")
  }

  toggle() {
    this.element.classList.toggle("is-whole")
    this.element.querySelector('[data-do="full"]')?.setAttribute("aria-pressed", String(this.isWhole))
    document.documentElement.classList.toggle("has-whole-map", this.isWhole)
    for (const other of this.#inert) other.removeAttribute("inert")
    this.#inert = this.isWhole ? othersOf(this.element) : []
    for (const other of this.#inert) other.setAttribute("inert", "")
    this.changed(this.isWhole)
  }
}

// Private

/** @param {Element} element @returns {Element[]} everything beside it, up to the body */
function othersOf(element) {
  const parent = element.parentElement
  if (!parent || element === document.body) return []
  const beside = [...parent.children].filter((other) => other !== element && !other.hasAttribute("inert"))
  return [...beside, ...othersOf(parent)]
}
