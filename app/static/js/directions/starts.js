// The places one may start from, in the native list of the phone, by theme.

/**
 * @param {HTMLSelectElement} select its first option says what to do
 * @param {import("../places/places.js").Places} places
 * @param {string} to the place one goes to
 */
export function fillPlaces(select, places, to) {
  const ranks = [...places.ids.keys()].filter((i) => places.ids[i] !== to && !places.isVague(i))
  const groups = places.themeIds.flatMap((theme) => groupOf(places, ranks.filter((i) => places.kind(i).theme === theme)))
  const others = ranks.filter((i) => !places.kind(i).theme).map((i) => optionOf(places, i))
  select.replaceChildren(select.options[0], ...groups, ...others)
}

// Private

/** @param {import("../places/places.js").Places} places @param {number[]} ranks of one theme @returns {HTMLElement[]} */
function groupOf(places, ranks) {
  if (!ranks.length) return []
  const group = document.createElement("optgroup")
  const { themeLabel, themeLang } = places.kind(ranks[0])
  group.label = themeLabel
  if (themeLang) group.lang = themeLang
  group.append(...ranks.map((i) => optionOf(places, i)))
  return [group]
}

/** @param {import("../places/places.js").Places} places @param {number} i */
function optionOf(places, i) {
  const option = document.createElement("option")
  option.value = places.ids[i]
  option.textContent = places.names[i]
  option.lang = "fr"
  return option
}
