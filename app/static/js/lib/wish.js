// What a person looks for: read from the address or the form, written back to the address, so that a search can
// be shared and found again. A value that makes no sense is ignored.

/**
 * @typedef {"now" | "wednesday" | "holidays"} Opening
 * @typedef {{ q: string, theme: string[], open: Opening[], ages: string[], speaks: string, free: boolean,
 *   walkin: boolean, nopapers: boolean, stroller: boolean, wheelchair: boolean, practical: boolean }} Wish
 */

export const OPENINGS = /** @type {const} */ (["now", "wednesday", "holidays"])
export const SWITCHES = /** @type {const} */ (["free", "walkin", "nopapers", "stroller", "wheelchair", "practical"])

/** @type {Wish} */
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
 * @returns {Wish}
 */
export function readWish(params, known) {
  /** @param {string} name */
  const listed = (name) => params.getAll(name).flatMap((value) => value.split(","))
  const speaks = params.get("speaks") ?? ""
  return {
    q: (params.get("q") ?? "").trim().slice(0, LONGEST_QUERY),
    theme: unique(listed("theme").filter((id) => known.themes.includes(id))),
    open: OPENINGS.filter((opening) => listed("open").includes(opening)),
    ages: listed("age").filter(isAge).slice(0, MOST_CHILDREN),
    speaks: known.languages.includes(speaks) ? speaks : "",
    .../** @type {Record<typeof SWITCHES[number], boolean>} */ (
      Object.fromEntries(SWITCHES.map((name) => [name, params.get(name) === "1"]))
    ),
  }
}

/** @param {URLSearchParams} params @returns {boolean} whether an address says anything about a wish */
export function hasWish(params) {
  return ["q", "theme", "open", "age", "speaks", ...SWITCHES].some((name) => params.has(name))
}

/**
 * @param {Wish} wish
 * @returns {URLSearchParams} only what is wished for, in a steady order
 */
export function writeWish(wish) {
  const params = new URLSearchParams()
  for (const name of /** @type {const} */ (["q", "speaks"])) if (wish[name]) params.set(name, wish[name])
  for (const [name, values] of [["theme", wish.theme], ["open", wish.open], ["age", wish.ages]]) {
    if (values.length) params.set(/** @type {string} */ (name), /** @type {string[]} */ (values).join(","))
  }
  for (const name of SWITCHES) if (wish[name]) params.set(name, "1")
  return params
}

/** @param {Wish} wish */
export function isBlank(wish) {
  return String(writeWish(wish)) === ""
}

/**
 * @typedef {{ name: keyof Wish, value: string }} Part one thing wished for
 * @param {Wish} wish
 * @returns {Part[]} every part that can be taken back, but the words
 */
export function partsOf(wish) {
  const parts = [...writeWish({ ...wish, q: "" })].flatMap(([name, values]) =>
    values.split(",").map((value) => ({ name: name === "age" ? "ages" : name, value })),
  )
  return /** @type {Part[]} */ (parts)
}

/**
 * @param {Wish} wish
 * @param {Part} part
 * @returns {Wish} the wish without that part
 */
export function without(wish, { name, value }) {
  const before = wish[name]
  if (typeof before === "boolean") return { ...wish, [name]: false }
  if (typeof before === "string") return { ...wish, [name]: "" }
  const at = /** @type {string[]} */ (before).indexOf(value)
  return { ...wish, [name]: before.filter((_, n) => n !== at) }
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
