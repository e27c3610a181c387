// Whether this phone is at a door: compared here, and nothing but yes or no goes along with a record.

import { geolocate } from "../page/geolocation.js"
import { say } from "../page/messages.js"
import { metresBetween, sayMetres } from "../places/distance.js"

/** @typedef {{ onSite: boolean | null, words: string }} Here onSite: null where nobody knows */

/** A street wide, and what a phone among houses is wrong by. */
const AT_THE_DOOR_M = 100

/** @param {[number, number]} door @returns {Promise<Here>} never rejected */
export async function lookHere(door) {
  const coords = await geolocate().catch(() => null)
  if (!coords) return { onSite: null, words: say("round_unlocated") }
  const metres = metresBetween([coords.longitude, coords.latitude], door)
  if (metres <= AT_THE_DOOR_M + coords.accuracy) return { onSite: true, words: say("round_near") }
  return { onSite: false, words: say("round_far", { distance: sayMetres(metres) }) }
}

/** Whether it was asked before, and allowed: no question comes up by itself. @returns {Promise<boolean>} */
export async function mayLook() {
  const permission = await navigator.permissions?.query({ name: "geolocation" }).catch(() => null)
  return permission?.state === "granted"
}
