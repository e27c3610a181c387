// A family's own list, on this phone alone: what a place's page said of it when it was added.

import { MOST_LISTED } from "../generated/list.js"
import { recall, remember } from "../page/memory.js"

/**
 * @typedef {object} Listed
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

/** @returns {Listed[]} in the order in which they were added */
export function readList() {
  try {
    const found = JSON.parse(recall(KEY) ?? "[]")
    return Array.isArray(found) ? found.filter((each) => typeof each?.id === "string") : []
  } catch {
    return []
  }
}

/** @param {Listed} listed @returns {"added" | "full" | "unkept"} */
export function add(listed) {
  const others = readList().filter(({ id }) => id !== listed.id)
  if (others.length >= MOST_LISTED) return "full"
  return remember(KEY, JSON.stringify([...others, listed])) ? "added" : "unkept"
}

/** @param {string} [id] of the place to take away; all of them without */
export function take(id) {
  remember(KEY, JSON.stringify(id ? readList().filter((each) => each.id !== id) : []))
}
