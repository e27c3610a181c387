// How the columns of `places.json` are written: kinds with their theme, and sums of steps.

/**
 * @typedef {{ id: string, label: string, lang: string, icon: string, theme: string, themeLabel: string,
 *   themeLang: string, practical: boolean }} Kind
 */

/** @type {Kind} */
export const NO_KIND = { id: "", label: "", lang: "", icon: "pin", theme: "", themeLabel: "", themeLang: "", practical: false }

/** @param {any[]} row @param {any[][]} themes @returns {Kind} */
export function kindOf([id, label, lang, icon, themeRank], themes) {
  const [theme, themeLabel, themeLang, , practical] = themes[themeRank]
  return { id, label, lang, icon, theme, themeLabel, themeLang, practical: Boolean(practical) }
}

/** @param {number[]} steps */
export function cumulate(steps) {
  let total = 0
  return Int32Array.from(steps, (step) => (total += step))
}
