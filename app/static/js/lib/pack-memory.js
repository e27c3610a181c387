// What a phone remembers of its packs outside of the caches: a browser may throw those away, and then it must be said.

const KEY = "packs"

/**
 * @typedef {object} Phone what the scripts of every page lend to those of packs
 * @property {string} base
 * @property {(key: string) => string | null} recall
 * @property {(key: string, value: string) => boolean} remember
 */

/** @param {Phone} phone @returns {Record<string, string[]>} the languages kept of each territory */
export function rememberedPacks({ recall }) {
  try {
    return Object(JSON.parse(recall(KEY) ?? "{}"))
  } catch {
    return {}
  }
}

/** @param {Phone} phone @param {string} territory @param {readonly string[]} languages none forgets it */
export function rememberPack(phone, territory, languages) {
  const { [territory]: _, ...others } = rememberedPacks(phone)
  phone.remember(KEY, JSON.stringify(languages.length ? { ...others, [territory]: languages } : others))
}
