// Rows of a list that a finger or the mouse drags to another place, by their grip; the buttons beside it do the same from
// the keyboard. The rest of a row scrolls the page as ever. Let go, the row's own form is sent, as its buttons send it.

/** Pixels from the edge of the screen where the page begins to scroll, and pixels a frame. */
const EDGE = 72
const STEP = 10

/** @param {HTMLElement} list its rows have a `[data-grip]` each, and a form that says which row it is */
export function dragOrder(list) {
  for (const grip of list.querySelectorAll("[data-grip]")) {
    if (!(grip instanceof HTMLElement)) continue
    grip.hidden = false
    grip.addEventListener("pointerdown", (event) => {
      if (event.button || !event.isPrimary) return
      event.preventDefault()
      new Drag(list, grip, event)
    })
  }
}

// Private

class Drag {
  /** @param {HTMLElement} list @param {HTMLElement} grip @param {PointerEvent} event */
  constructor(list, grip, event) {
    this.#list = list
    this.#row = /** @type {HTMLElement} */ (grip.closest("li"))
    this.#rows = rowsOf(list)
    this.#numbers = this.#rows.map((row) => numberOf(row).textContent ?? "")
    this.#y = event.clientY
    this.#grab = event.clientY - this.#row.getBoundingClientRect().top
    const { signal } = this.#end
    grip.setPointerCapture(event.pointerId)
    grip.addEventListener("pointermove", (moved) => this.#move(moved.clientY), { signal })
    grip.addEventListener("pointerup", () => this.#drop(), { signal })
    grip.addEventListener("pointercancel", () => this.#cancel(), { signal })
    document.addEventListener("keydown", (key) => key.key === "Escape" && this.#cancel(), { signal })
    this.#row.classList.add("is-dragged")
    this.#say(this.#from)
    requestAnimationFrame(() => this.#scroll())
  }

  /** @type {HTMLElement} */ #list
  /** @type {HTMLElement} */ #row
  /** As they were. @type {HTMLElement[]} */ #rows
  /** What the places are called, from the first on. @type {string[]} */ #numbers
  #y = 0
  /** From the top of the row to the finger. */
  #grab = 0
  #end = new AbortController()

  get #from() {
    return this.#rows.indexOf(this.#row)
  }

  get #at() {
    return rowsOf(this.#list).indexOf(this.#row)
  }

  /** The others step aside: a row that itself left its place in the page would lose the finger. @param {number} y */
  #move(y) {
    this.#y = y
    const was = this.#at
    for (let other = this.#row.previousElementSibling; other && y < middleOf(other); other = this.#row.previousElementSibling) this.#row.after(other)
    for (let other = this.#row.nextElementSibling; other && y > middleOf(other); other = this.#row.nextElementSibling) this.#row.before(other)
    if (this.#at !== was) this.#say(this.#at)
    this.#row.style.transform = ""
    this.#row.style.transform = `translateY(${y - this.#grab - this.#row.getBoundingClientRect().top}px)`
  }

  #scroll() {
    if (this.#end.signal.aborted) return
    const step = this.#y < EDGE ? -STEP : this.#y > innerHeight - EDGE ? STEP : 0
    if (step) {
      scrollBy(0, step)
      this.#move(this.#y)
    }
    requestAnimationFrame(() => this.#scroll())
  }

  #drop() {
    const at = this.#at
    this.#stop()
    if (at === this.#from) return
    const form = /** @type {HTMLFormElement} */ (this.#row.querySelector("form"))
    for (const [name, value] of [["do", "to"], ["to", String(at + 1)]]) form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }))
    form.submit()
  }

  #cancel() {
    this.#stop()
    this.#list.append(...this.#rows)
    this.#say(this.#from)
  }

  #stop() {
    this.#end.abort()
    this.#row.classList.remove("is-dragged")
    this.#row.style.transform = ""
  }

  /** The numbers are those of the places; who hears the page is told where the row is. @param {number} at */
  #say(at) {
    for (const [n, row] of rowsOf(this.#list).entries()) numberOf(row).textContent = this.#numbers[n]
    const said = document.querySelector("[data-said]")
    if (!(said instanceof HTMLElement)) return
    const values = { name: this.#row.dataset.name ?? "", place: this.#numbers[at], count: this.#numbers.at(-1) ?? "" }
    said.textContent = (said.dataset.said ?? "").replace(/\{(name|place|count)\}/g, (_, key) => values[/** @type {"name"} */ (key)])
  }
}

/** @param {HTMLElement} list */
function rowsOf(list) {
  return /** @type {HTMLElement[]} */ ([...list.children])
}

/** @param {HTMLElement} row */
function numberOf(row) {
  return /** @type {HTMLElement} */ (row.querySelector(".desk-number"))
}

/** @param {Element} row */
function middleOf(row) {
  const { top, height } = row.getBoundingClientRect()
  return top + height / 2
}
