// A round on foot: the next door is open, one tap notes it, the list says what is left. All of it without a network.

import { show, write } from "../leading/text.js"
import { noteCount, pageOutbox } from "../outbox/page-outbox.js"
import { assetOf, baseOf } from "../page/addresses.js"
import { AppElement } from "../page/element.js"
import { say } from "../page/messages.js"
import { DoorCard } from "./door-card.js"
import { drawDoors } from "./door-list.js"
import { drawHead, sendAgain } from "./head.js"
import { mayLook } from "./here.js"
import { isPageKept } from "./kept-page.js"
import { noteDoor, takeBack } from "./noting.js"
import { RoundStore, emptyDraft } from "./store.js"

const LOOK_AGAIN_MS = 2_000

export class StreetRound extends AppElement {
  async start() {
    this.listen(this, "click")
    this.#stopWatching = pageOutbox().watch((news) => this.#hear(news))
    const round = await this.#store.load().catch(() => undefined)
    for (const part of ["[data-none]", "[data-on]"]) show(this.#one(part), Boolean(round) === (part === "[data-on]"))
    if (!round) return
    this.#round = round
    this.#drafts = new Map((await this.#store.drafts()).map((draft) => [draft.place, draft]))
    await sendAgain(round.token)
    import(assetOf("mail.js")).catch(() => undefined)
    await this.#look()
    this.#openNext()
    void this.#tellReady()
  }

  stop() {
    this.#stopWatching()
    clearTimeout(this.#timer)
  }

  #store = new RoundStore(baseOf())
  #stopWatching = () => {}
  #timer = 0
  /** @type {import("./store.js").Round | null} */
  #round = null
  /** @type {Map<string, import("./store.js").Draft>} */
  #drafts = new Map()
  /** @type {Map<string, import("../outbox/store.js").Suggestion>} */
  #waiting = new Map()
  /** @type {DoorCard | null} */
  #card = null

  /** @param {Event} event */
  handleEvent(event) {
    const button = /** @type {Element} */ (event.target).closest("button")
    void this.#actions[button?.dataset.do ?? ""]?.(button?.closest("li")?.dataset.place ?? "")
  }

  // Private

  /** @type {Record<string, (place: string) => unknown>} */
  #actions = {
    open: (place) => this.#open(place),
    "take-back": (place) => this.#takeBack(place),
    all: () => this.#note(true),
    only: () => this.#note(false),
    locate: () => this.#card?.look(),
    send: () => pageOutbox().sendAll("asked").then(() => this.#look()),
  }

  /** @param {string} place */
  #open(place) {
    const card = this.#round?.cards.find((each) => each.place === place)
    const draft = this.#drafts.get(place) ?? emptyDraft(place)
    if (!card || draft.key) return
    this.#shut()
    show(this.#one("[data-all-done]"), false)
    // A card that was noted says nothing more, whatever its camera still does.
    const open = new DoorCard(this, card, draft, { lang: this.#round?.lang ?? "", changed: () => this.#drafts.get(place)?.key || this.#keep(draft) })
    this.#card = open
    this.#one("[data-open]").replaceChildren(open.element)
    void mayLook().then((may) => (may ? open.look() : undefined))
  }

  #openNext() {
    const left = this.#round?.cards.find(({ place }) => !this.#drafts.get(place)?.key)
    left ? this.#open(left.place) : show(this.#one("[data-all-done]"), true)
  }

  #shut() {
    this.#card?.close()
    this.#card = null
  }

  /** @param {boolean} isRestTrue */
  async #note(isRestTrue) {
    const draft = this.#card && (await noteDoor(this.#card, this.#round?.token ?? "", isRestTrue))
    if (!draft) return
    write(this.#one("[data-told]"), "")
    await this.#keep(draft)
    await this.#look()
    this.#shut()
    this.#openNext()
    this.#one("[data-open] h2, [data-all-done]").focus()
    this.scrollIntoView()
  }

  /** @param {string} place */
  async #takeBack(place) {
    const draft = this.#drafts.get(place)
    const before = draft && (await takeBack(draft, this.#waiting.get(draft.key)))
    write(this.#one("[data-told]"), say(before ? "round_back" : "round_too_late"))
    if (!before) return
    await Promise.all([this.#keep(before), this.#look()])
    this.#open(place)
    this.#one("[data-open] h2").focus()
  }

  /** @param {import("./store.js").Draft} draft */
  async #keep(draft) {
    this.#drafts.set(draft.place, draft)
    await this.#store.keep(draft).catch(() => undefined)
  }

  /** @param {import("../outbox/outbox.js").News} news */
  async #hear({ arrived, said }) {
    const draft = [...this.#drafts.values()].find(({ key }) => key && key === arrived)
    if (draft) await this.#keep({ ...draft, said })
    await this.#look()
  }

  async #look() {
    if (!this.#round) return
    const all = await pageOutbox().all().catch(() => [])
    this.#waiting = new Map(all.map((suggestion) => [suggestion.key, suggestion]))
    noteCount(all.length)
    drawDoors(this.#one("[data-doors]"), this.#round, this.#drafts, this.#waiting)
    drawHead(this.#one("[data-head]"), this.#round, [...this.#drafts.values()].filter(({ key }) => key).length, all)
  }

  async #tellReady() {
    const isKept = await isPageKept()
    write(this.#one("[data-ready]"), say(isKept ? "round_ready" : "round_not_ready"))
    this.dataset.ready = String(isKept)
    if (!isKept) this.#timer = setTimeout(() => this.#tellReady(), LOOK_AGAIN_MS)
  }

  /** @param {string} selector @returns {any} */
  #one(selector) {
    return this.querySelector(selector)
  }
}
