// How far, and how long on foot: the twin of `app/domain/geometry.py`.

import { DETOUR, EARTH_RADIUS_M, FAMILY_PACE_KMH } from "../generated/distance.js"
import { pageLanguage } from "../page/messages.js"

/** @typedef {[number, number]} Position always [lon, lat] */

/** @param {Position} start @param {Position} end */
export function metresBetween([lon1, lat1], [lon2, lat2]) {
  const halfLat = radians(lat2 - lat1) / 2
  const halfLon = radians(lon2 - lon1) / 2
  const chord = Math.sin(halfLat) ** 2 + Math.cos(radians(lat1)) * Math.cos(radians(lat2)) * Math.sin(halfLon) ** 2
  return 2 * EARTH_RADIUS_M * Math.asin(Math.sqrt(chord))
}

/** @param {number} straightM */
export function walkingMinutes(straightM) {
  return minutesOnFoot(straightM * DETOUR)
}

/** @param {number} metres along streets */
export function minutesOnFoot(metres) {
  return Math.max(1, Math.floor(metres / ((FAMILY_PACE_KMH * 1000) / 60) + 0.5))
}

/** @param {number} count @returns {string} `5 min`, or `1 h 20 min` from an hour on */
export function sayMinutes(count) {
  const [hours, minutes] = [Math.floor(count / 60), count % 60]
  const parts = [hours && unit(hours, "hour"), (minutes || !hours) && unit(minutes, "minute")]
  return parts.filter(Boolean).join(" ")
}

/**
 * `80 m`, `350 m` or `1,2 km`: what a person on foot can judge.
 * @param {number} metres
 * @param {number} [grain] round to so many metres
 */
export function sayMetres(metres, grain = metres < 100 ? 10 : 50) {
  const rounded = Math.max(grain, Math.round(metres / grain) * grain)
  return rounded < 1000 ? unit(rounded, "meter") : unit(Math.round(rounded / 100) / 10, "kilometer")
}

// Private

/** @param {number} degrees */
function radians(degrees) {
  return (degrees * Math.PI) / 180
}

/** Making a formatter costs more than all the words of a card. @type {Map<string, Intl.NumberFormat>} */
const formats = new Map()

/** @param {number} value @param {"hour" | "minute" | "meter" | "kilometer"} name */
function unit(value, name) {
  const format = formats.get(name) ?? new Intl.NumberFormat(pageLanguage(), { style: "unit", unit: name, unitDisplay: "short" })
  formats.set(name, format)
  return format.format(value)
}
