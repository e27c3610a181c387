// Where a route may begin and end: the school, a place of the quarter, where somebody stands.

import { geolocate } from "../page/geolocation.js"

/**
 * @typedef {import("../places/distance.js").Position} Position
 * @typedef {string} End the id of a place, "school", "here", or "" when nothing is chosen
 */

export class DirectionsEnds {
  /** @param {import("../places/places.js").Places} places @param {string} school the id of the school, or "" */
  constructor(places, school) {
    this.places = places
    this.school = school
  }

  /** @type {Position | null} */
  #here = null
  /** By how many metres where somebody stands may be wrong. */
  doubtM = 0

  /** Ask the phone where it is: on a tap, and the answer stays here. @returns {Promise<void>} rejected with "denied" or "unknown" */
  async locate() {
    const { longitude, latitude, accuracy } = await geolocate()
    this.#here = [longitude, latitude]
    this.doubtM = accuracy
  }

  /** @param {End} end @returns {End} the same where it is known, else "" */
  known(end) {
    return this.#rankOf(end) === undefined ? "" : end
  }

  /** @param {End} one @param {End} other */
  areSame(one, other) {
    return this.#rankOf(one) === this.#rankOf(other)
  }

  /** @param {End} end @returns {Position | undefined} */
  positionOf(end) {
    if (end === "here") return this.#here ?? undefined
    const rank = this.#rankOf(end)
    return rank === undefined ? undefined : [this.places.lon[rank], this.places.lat[rank]]
  }

  /** @param {End} end @returns {string} "" for what has no name, as where one is */
  nameOf(end) {
    return this.places.names[this.#rankOf(end) ?? -1] ?? ""
  }

  /** Nobody leaves from or goes to a block of houses. @param {End} end */
  #rankOf(end) {
    const rank = this.places.rank(end === "school" ? this.school : end)
    return rank === undefined || this.places.isVague(rank) ? undefined : rank
  }
}
