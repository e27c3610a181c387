// What the address says of the directions that are wanted: so that they can be shared and found again.

import { writeDirections } from "../page/address.js"

/** @typedef {import("./words.js").Profile} Profile */

/** @type {Profile[]} */
const PROFILES = ["everyone", "stroller", "wheelchair"]

/** @returns {{ from: string, profile: Profile }} */
export function askedInAddress() {
  const query = new URLSearchParams(location.search)
  const profile = PROFILES.find((each) => each === query.get("profile")) ?? "everyone"
  return { from: query.get("from") ?? "", profile }
}

/**
 * Where a person is has no address to share: the school stands for it.
 * @param {{ to: string, from: string, profile: Profile }} wanted
 * @returns {string} the query, with its question mark
 */
export function shareInAddress({ to, from, profile }) {
  const start = from === "here" || !from ? "school" : from
  return writeDirections({ to, from: start, profile: profile === "everyone" ? "" : profile })
}
