// The form of the finder as address parameters, and back: the form is the only state a search has.

import { SWITCHES } from "./filters.js"

/** @typedef {import("./filters.js").Filters} Filters */

/** @param {HTMLFormElement} form @returns {URLSearchParams} */
export function readForm(form) {
  const data = new FormData(form)
  const params = new URLSearchParams()
  for (const name of ["q", "theme", "open", "speaks", ...SWITCHES]) {
    for (const value of data.getAll(name)) params.append(name, String(value))
  }
  const units = data.getAll("unit")
  data.getAll("age").forEach((age, n) => params.append("age", `${age}${units[n]}`))
  return params
}

/** @param {HTMLFormElement} form @param {Filters} filters */
export function fillForm(form, filters) {
  for (const name of /** @type {const} */ (["q", "speaks"])) {
    const control = /** @type {HTMLInputElement | null} */ (form.elements.namedItem(name))
    if (control && control.value !== filters[name]) control.value = filters[name]
  }
  fillBoxes(form, "open", filters.open)
  for (const name of SWITCHES) check(form, name, "1", filters[name])
  fillBoxes(form, "theme", filters.theme)
  fillChildren(form, filters.ages)
}

/** @param {HTMLElement} form @returns {HTMLElement} a new row for one more child */
export function addChild(form) {
  const fieldset = /** @type {HTMLElement} */ (form.querySelector("[data-children]"))
  const template = /** @type {HTMLTemplateElement} */ (fieldset.querySelector("template[data-child]"))
  const row = /** @type {HTMLElement} */ (document.importNode(template.content, true).firstElementChild)
  fieldset.querySelector("[data-add-child]")?.before(row)
  return row
}

/** Take a child's row away; the last one is emptied instead. @param {Element} row */
export function removeChild(row) {
  const rows = row.parentElement?.querySelectorAll(".child").length ?? 0
  if (rows > 1) return row.remove()
  for (const control of row.querySelectorAll("input, select")) /** @type {HTMLInputElement} */ (control).value = ""
}

// Private

/** @param {HTMLFormElement} form @param {string} name @param {string} value @param {boolean} isOn */
function check(form, name, value, isOn) {
  const box = /** @type {HTMLInputElement | null} */ (form.querySelector(`input[name="${name}"][value="${value}"]`))
  if (box) box.checked = isOn
}

/**
 * What has no box of its own (a kind that a need on the page chose, a moment of an address) is kept as a hidden field.
 * @param {HTMLFormElement} form @param {"open" | "theme"} name @param {string[]} chosen
 */
function fillBoxes(form, name, chosen) {
  for (const field of form.querySelectorAll(`input[type="hidden"][name="${name}"]`)) field.remove()
  const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll(`input[name="${name}"]`))
  for (const box of boxes) box.checked = chosen.includes(box.value)
  const boxed = new Set([...boxes].map((box) => box.value))
  for (const value of chosen.filter((one) => !boxed.has(one))) {
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }))
  }
}

/** @param {HTMLFormElement} form @param {string[]} ages */
function fillChildren(form, ages) {
  const rows = [...form.querySelectorAll("[data-children] .child")]
  for (const row of rows.slice(Math.max(1, ages.length))) row.remove()
  while (rows.length < ages.length) rows.push(addChild(form))
  rows.slice(0, Math.max(1, ages.length)).forEach((row, n) => fillChild(row, ages[n] ?? ""))
}

/** @param {Element} row @param {string} age */
function fillChild(row, age) {
  const [number, unit] = /** @type {HTMLInputElement[]} */ ([...row.querySelectorAll("input, select")])
  number.value = age.replace("m", "")
  unit.value = age.endsWith("m") ? "m" : ""
}
