// What a person looks for: read from the address or the form, written back to the address, so that a search can
// be shared and found again. A value that makes no sense is ignored.

import { isMoment } from "../hours/moments.js"

/**
 * @typedef {{ q: string, theme: string[], open: string[], ages: string[], speaks: string, free: boolean,
 *   walkin: boolean, nopapers: boolean, stroller: boolean, wheelchair: boolean, practical: boolean }} Filters
 */

export const SWITCHES = /** @type {const} */ (["free", "walkin", "nopapers", "stroller", "wheelchair", "practical"])

/** @type {Filters} */
export const BLANK = {
  q: "", theme: [], open: [], ages: [], speaks: "", free: false, walkin: false, nopapers: false, stroller: false,
  wheelchair: false, practical: false,
}

const LONGEST_QUERY = 100
const MOST_CHILDREN = 8
const OLDEST_YEARS = 25

/**
 * @param {URLSearchParams} params
 * @param {{ themes: string[], languages: string[] }} known what this page can filter by
 * @returns {Filters}
 */
export function readFilters(params, known) {
  /** @param {string} name */
  const listed = (name) => params.getAll(name).flatMap((value) => value.split(","))
  const speaks = params.get("speaks") ?? ""
  return {
    q: (params.get("q") ?? "").trim().slice(0, LONGEST_QUERY),
    theme: unique(listed("theme").filter((id) => known.themes.includes(id))),
    open: unique(listed("open").filter(isMoment)),
    ages: listed("age").filter(isAge).slice(0, MOST_CHILDREN),
    speaks: known.languages.includes(speaks) ? speaks : "",
    .../** @type {Record<typeof SWITCHES[number], boolean>} */ (
      Object.fromEntries(SWITCHES.map((name) => [name, params.get(name) === "1"]))
    ),
  }
}

/** @param {URLSearchParams} params @returns {boolean} whether an address says anything about a search */
export function hasFilters(params) {
  return ["q", "theme", "open", "age", "speaks", ...SWITCHES].some((name) => params.has(name))
}

/**
 * @param {Filters} filters
 * @returns {URLSearchParams} only what is wished for, in a steady order
 */
export function writeFilters(filters) {
  const params = new URLSearchParams()
  for (const name of /** @type {const} */ (["q", "speaks"])) if (filters[name]) params.set(name, filters[name])
  for (const [name, values] of [["theme", filters.theme], ["open", filters.open], ["age", filters.ages]]) {
    if (values.length) params.set(/** @type {string} */ (name), /** @type {string[]} */ (values).join(","))
  }
  for (const name of SWITCHES) if (filters[name]) params.set(name, "1")
  return params
}

/** @param {Filters} filters */
export function isBlank(filters) {
  return String(writeFilters(filters)) === ""
}

/**
 * @typedef {{ name: keyof Filters, value: string }} Part one thing wished for
 * @param {Filters} filters
 * @returns {Part[]} every part that can be taken back, but the words
 */
export function partsOf(filters) {
  const parts = [...writeFilters({ ...filters, q: "" })].flatMap(([name, values]) =>
    values.split(",").map((value) => ({ name: name === "age" ? "ages" : name, value })),
  )
  return /** @type {Part[]} */ (parts)
}

/**
 * @param {Filters} filters
 * @param {Part} part
 * @returns {Filters} the filters without that part
 */
export function without(filters, { name, value }) {
  const before = filters[name]
  if (typeof before === "boolean") return { ...filters, [name]: false }
  if (typeof before === "string") return { ...filters, [name]: "" }
  const at = /** @type {string[]} */ (before).indexOf(value)
  return { ...filters, [name]: before.filter((_, n) => n !== at) }
}

/**
 * @param {string} age "7" in years, "18m" in months
 * @returns {[number, number]} the months such a child may have lived
 */
export function monthsOf(age) {
  const number = Number.parseInt(age, 10)
  return age.endsWith("m") ? [number, number] : [number * 12, number * 12 + 11]
}

// Private

/** @param {string} age */
function isAge(age) {
  return /^\d{1,3}m?$/.test(age) && monthsOf(age)[0] <= OLDEST_YEARS * 12
}

/** @param {string[]} values */
function unique(values) {
  return [...new Set(values)]
}
