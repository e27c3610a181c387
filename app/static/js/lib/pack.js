// All that only a phone with packs, or a page with their card, needs: loaded when it does.

import { isCheckDue, isWhole, verifyKept } from "./pack-check.js"
import { PackKeeper } from "./pack-keeper.js"
import { obstacle } from "./pack-means.js"
import { rememberedPacks } from "./pack-memory.js"
import { PackStore, territoriesKept } from "./pack-store.js"
import { alone } from "./pack-talk.js"

export { NeighbourhoodPack } from "../elements/neighbourhood-pack.js"

/**
 * Mend every pack that a browser has damaged or thrown away; once a day read all of them again.
 * @param {import("./pack-memory.js").Phone} phone
 */
export async function mendPacks(phone) {
  if (obstacle()) return
  const remembered = rememberedPacks(phone)
  const territories = new Set([...(await territoriesKept(phone.base)), ...Object.keys(remembered)])
  for (const territory of territories) await mend(phone, territory, remembered[territory] ?? [])
}

/** @param {string} base @returns {Promise<{ territory: string, paths: string[] }[]>} the addresses that packs answer for */
export async function keptAddresses(base) {
  const kept = await Promise.all((await territoriesKept(base)).map((territory) => new PackStore(base, territory).current()))
  return kept.flatMap((pack) => (pack ? [{ territory: pack.manifest.territory, paths: Object.values(pack.contents).flat() }] : []))
}

// Private

/** @param {import("./pack-memory.js").Phone} phone @param {string} territory @param {string[]} remembered its languages */
async function mend(phone, territory, remembered) {
  const keeper = new PackKeeper(phone, territory)
  const kept = await keeper.store.current()
  const languages = kept?.languages ?? remembered
  if (languages.length && !(kept && (await isGood(phone.base, keeper.store, kept)))) await keeper.keep(languages)
  keeper.close()
}

/** @param {string} base @param {PackStore} store @param {import("./pack-store.js").Kept} kept */
async function isGood(base, store, kept) {
  if (!(await isWhole(store, kept))) return false
  if (!isCheckDue(kept)) return true
  const checked = alone(base, store.territory, () => verifyKept(store))
  return checked.then(() => true, () => false)
}
