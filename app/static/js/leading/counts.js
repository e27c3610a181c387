// How many people walk along: a list of dated entries, numbers only. Nobody counted is not the same as none, and who
// joins or leaves is an entry, so that a count can be held against what is expected.

/**
 * @typedef {"adults" | "children" | "pushchairs"} Sort
 * @typedef {Partial<Record<Sort, number>>} People what was not counted is not there
 * @typedef {{ at: number, do: "count" | "join" | "leave", people: People, expected: People }} Count `expected` by the
 *   entries before it
 */

export const SORTS = /** @type {Sort[]} */ (["adults", "children", "pushchairs"])

/** @param {import("./state.js").Entry[]} entries @returns {Count[]} */
export function countsOf(entries) {
  /** @type {Count[]} */
  const counts = []
  for (const { at, do: act, people } of entries) {
    if (people && (act === "count" || act === "join" || act === "leave")) counts.push({ at, do: act, people, expected: expectedAfter(counts) })
  }
  return counts
}

/** @param {Count[]} counts @returns {People} how many should be there now */
export function expectedAfter(counts) {
  const last = counts.at(-1)
  if (!last) return {}
  if (last.do === "count") return { ...last.expected, ...last.people }
  const sign = last.do === "join" ? 1 : -1
  const changed = SORTS.filter((sort) => last.people[sort] !== undefined).map((sort) => [sort, (last.expected[sort] ?? 0) + sign * (last.people[sort] ?? 0)])
  return { ...last.expected, ...Object.fromEntries(changed.map(([sort, number]) => [sort, Math.max(0, Number(number))])) }
}

/** @param {Count[]} counts @returns {People} how many came: the most there were at once of each sort; who was not counted is not there */
export function cameOf(counts) {
  const expected = counts.map((_, i) => expectedAfter(counts.slice(0, i + 1)))
  const known = SORTS.filter((sort) => expected.some((people) => people[sort] !== undefined))
  return Object.fromEntries(known.map((sort) => [sort, Math.max(...expected.map((people) => people[sort] ?? 0))]))
}

/** @param {Count} count @returns {Sort[]} what was counted otherwise than expected; nothing while nothing was expected */
export function differences({ do: act, people, expected }) {
  if (act !== "count") return []
  return SORTS.filter((sort) => people[sort] !== undefined && expected[sort] !== undefined && people[sort] !== expected[sort])
}
