// The card of a pack: what the phone keeps of a territory, what the server has, and what a person may do about it.
// Everything that happens to the pack is heard on the channel of all tabs, this one's own keeper included.

import { isBusy, openChannel, untilFree } from "./channel.js"
import { PackFault } from "./faults.js"
import { PackKeeper } from "./keeper.js"
import { bytesOf, entriesOf, lacksOf } from "./manifest.js"
import { rememberedPacks } from "./memory.js"
import { PackScreen } from "./screen.js"
import { editionOf, stateOf, stateWithout } from "./state.js"
import { askToSpare } from "./support.js"

/**
 * @typedef {import("./words.js").Facts} Facts
 * @typedef {import("./channel.js").News} News
 */

export class PackCard {
  /** @param {import("../page/element.js").AppElement} element `[data-pack]` @param {string} base */
  constructor(element, base) {
    this.#element = element
    this.#base = base
    this.#territory = element.dataset.territory ?? ""
    this.#screen = new PackScreen(element)
    this.#keeper = new PackKeeper(base, this.#territory)
    this.#channel = openChannel(base)
  }

  #element
  #base
  #territory
  #screen
  #keeper
  #channel
  #isOurs = false
  #heard = Promise.resolve()
  #hasLooked = false
  /** @type {import("./store.js").Next | null} what the server has, as far as this page has seen */
  #server = null
  /** @type {Facts} */
  #facts = { state: "none", bytes: 0, total: 0, need: null, isChanged: false, kept: null }

  async start() {
    // One after the other: what is heard last is what shows.
    this.#channel.onmessage = ({ data }) => {
      this.#heard = this.#heard.then(() => this.#hear(data))
    }
    await this.#look()
    if (await isBusy(this.#base, this.#territory)) {
      this.#show({ state: "downloading" })
      untilFree(this.#base, this.#territory).then(() => this.#look())
    }
    const asked = await this.#keeper.ask().catch(ifFault)
    // What was kept meanwhile came later.
    this.#server ??= asked
    await this.#compare()
  }

  stop() {
    this.#channel.close()
    this.#keeper.close()
  }

  /** The languages chosen are others. */
  async change() {
    await this.#compare()
  }

  /** @param {string} act the `data-do` of a button */
  async act(act) {
    if (act === "keep") await this.#keep(this.#screen.chosen)
    if (act === "stop") this.#keeper.stop()
    if (act === "check") await this.#keeper.check()
    if (act === "ask" || act === "cancel") this.#screen.askSure(act === "ask")
    if (act === "delete") await this.#delete()
  }

  /** @param {string[]} languages */
  async #keep(languages) {
    this.#isOurs = true
    askToSpare()
    const isKept = await this.#keeper.keep(languages)
    this.#isOurs = false
    if (isKept) this.#element.emit("kept", { territory: this.#territory })
  }

  async #delete() {
    this.#screen.askSure(false)
    await this.#keeper.delete()
  }

  /** @param {News} news */
  async #hear({ territory, state, bytes = 0, total = 0, reason }) {
    if (territory !== this.#territory) return
    if (state === "downloading" || state === "verifying") return this.#show({ state, bytes, total, reason: undefined })
    await this.#look()
    if (state === "failed" && reason !== "stopped") this.#show({ state, reason })
  }

  /** See what the phone has. */
  async #look() {
    const { store } = this.#keeper
    const [kept, next] = [await store.current(), await store.next()]
    const lost = rememberedPacks()[this.#territory]
    const chosen = kept?.languages ?? lost ?? next?.languages
    if (chosen) this.#screen.choose(chosen)
    // What has just come is what the server has: editions are told apart by their digests, for its clock may be wrong.
    if (this.#hasLooked && kept && editionOf(kept) !== editionOf(this.#facts.kept)) this.#server = kept
    this.#hasLooked = true
    this.#show({ kept, ...(kept ? await stateOf(store, kept) : stateWithout(lost, next)) })
    await this.#compare()
  }

  /** Count what is missing, and see whether the server has something newer. */
  async #compare() {
    const { kept, state } = this.#facts
    const chosen = this.#screen.chosen
    const isChanged = kept !== null && [...kept.languages].sort().join() !== [...chosen].sort().join()
    const need = this.#server && bytesOf(await this.#lacks(chosen))
    this.#show({ need, isChanged })
    if (!kept || !this.#server || !["ready", "stale"].includes(state)) return
    if (editionOf(kept) === editionOf(this.#server)) return
    const isBehind = (await this.#lacks(kept.languages)).length > 0
    if (isBehind) this.#show({ state: "stale" })
    else if (!isChanged) await this.#keeper.keep(kept.languages)
  }

  /** @param {string[]} languages */
  async #lacks(languages) {
    if (!this.#server) return []
    return lacksOf(entriesOf(this.#server.manifest, languages), await this.#keeper.store.shas())
  }

  /** @param {Partial<Facts>} facts */
  #show(facts) {
    this.#facts = { ...this.#facts, ...facts }
    this.#screen.draw(this.#facts, { isOurs: this.#isOurs })
  }
}

// Private

/** @param {unknown} error without network there is nothing to compare with */
function ifFault(error) {
  if (error instanceof PackFault) return null
  throw error
}
