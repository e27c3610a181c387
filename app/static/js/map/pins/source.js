// What the pins of a map say and where they lead, from the places of a territory.

import { formatNumber, sayCount } from "../../page/messages.js"

/** How many places the label of a cluster names, as on the server. */
const NAMED = 6

/**
 * @param {import("../../places/places.js").Places} places
 * @param {string} pictograms the address of the sprite
 * @returns {import("./layer.js").PinSource}
 */
export function pinSource(places, pictograms) {
  return {
    lon: places.lon,
    lat: places.lat,
    idOf: (i) => places.ids[i],
    sign: (i) => ({ href: places.url(i), label: places.names[i], ...lookOf(places.kind(i), pictograms) }),
    cluster: (members) => {
      const number = formatNumber(members.length)
      return { href: places.url(members[0]), label: labelOf(members, places.names, number), number }
    },
  }
}

// Private

/** @param {import("../../places/places.js").Kind} kind @param {string} pictograms */
function lookOf({ icon, theme }, pictograms) {
  return { fill: `var(--theme-${theme},#155e63)`, pictogram: `${pictograms}#${icon}` }
}

/**
 * A language may say "two places" without the figure that one sees: who speaks to the phone says the figure.
 * @param {number[]} members @param {string[]} names @param {string} number
 */
function labelOf(members, names, number) {
  const named = members.slice(0, NAMED).map((i) => names[i])
  const label = sayCount("map_cluster", members.length, { names: named.join(", ") + (members.length > NAMED ? ", …" : "") })
  return label.includes(number) ? label : `${number} – ${label}`
}
