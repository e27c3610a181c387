// A family's own list, on this phone alone: what a place's page said of it when it was added.

import { recall, remember } from "../page/memory.js"

/** As many as half a sheet of paper holds. */
export const MOST = 12

/**
 * @typedef {object} Entry
 * @property {string} id of the place
 * @property {string} territory
 * @property {string} lang of its words
 * @property {string} name
 * @property {string} kind
 * @property {string} line its address, "" when it is not shown
 * @property {string} phone as it is dialled
 * @property {string} digits the same as people read it
 * @property {string} hours a line each
 * @property {string} dated the month of its data
 */

const KEY = "list"

/** @returns {Entry[]} in the order in which they were added */
export function entries() {
  try {
    const found = JSON.parse(recall(KEY) ?? "[]")
    return Array.isArray(found) ? found.filter((each) => typeof each?.id === "string") : []
  } catch {
    return []
  }
}

/** @param {Entry} entry @returns {"added" | "full" | "unkept"} */
export function add(entry) {
  const others = entries().filter(({ id }) => id !== entry.id)
  if (others.length >= MOST) return "full"
  return remember(KEY, JSON.stringify([...others, entry])) ? "added" : "unkept"
}

/** @param {string} [id] of the place to take away; all of them without */
export function take(id) {
  remember(KEY, JSON.stringify(id ? entries().filter((each) => each.id !== id) : []))
}
