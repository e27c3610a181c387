// The page that a walk is led with. It changes when the leader taps or the phone moves; a clock looks every two seconds
// whether a wait is over, and lays out nothing when nothing is new.

import { AppElement } from "../page/element.js"
import { baseOf } from "../page/addresses.js"
import { Elsewhere } from "./elsewhere.js"
import { Journal, hasEnded } from "./journal.js"
import { LeadingDoor } from "./door.js"
import { LeadingScreen } from "./screen.js"
import { PositionWatch } from "./position-watch.js"
import { Leading } from "./leading.js"
import { TakingOver } from "./taking-over.js"
import { Wake } from "./wake.js"
import { readWalk } from "./walk.js"

const LOOK_MS = 2_000

export class WalkLeading extends AppElement {
  start() {
    const data = readWalk(this)
    this.#journal = new Journal(data.walk)
    this.#leading = new Leading(this.#journal, data, this.#show)
    this.#screen = new LeadingScreen(this, this.#leading)
    this.#door = new LeadingDoor(this, data)
    this.#taking = new TakingOver(this, data)
    this.#elsewhere = new Elsewhere(`${baseOf()} ${data.walk}`, (isElsewhere) => this.#screen.tellElsewhere(isElsewhere))
    this.listen(this, "click")
    this.listen(document, "visibilitychange")
    this.#stopWatching = this.#journal.watch(() => this.#isLeading && this.#leading.reread())
    this.#open()
  }

  stop() {
    this.#rest()
    this.#stopWatching()
  }

  #journal = /** @type {Journal} */ (/** @type {unknown} */ (null))
  #leading = /** @type {Leading} */ (/** @type {unknown} */ (null))
  #screen = /** @type {LeadingScreen} */ (/** @type {unknown} */ (null))
  #door = /** @type {LeadingDoor} */ (/** @type {unknown} */ (null))
  #taking = /** @type {TakingOver} */ (/** @type {unknown} */ (null))
  /** @type {import("./journal.js").Kept | undefined} */ #kept
  #elsewhere = /** @type {Elsewhere} */ (/** @type {unknown} */ (null))
  #stopWatching = () => {}
  /** @type {ReturnType<typeof setInterval> | undefined} */ #clock
  #isLeading = false
  #show = () => {
    if (this.#isLeading) this.#screen.show(this.#watch, this.#wake)
  }
  #wake = new Wake(this.#show)
  #watch = new PositionWatch({
    heard: (fix, now) => this.#leading.hear(fix, now),
    resumed: () => this.#leading.resume(),
    changed: this.#show,
  })

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "click") this.#press(/** @type {HTMLElement} */ (event.target).closest("button"))
    else this.#turn()
  }

  // Private

  /** @param {HTMLElement | null} button */
  #press(button) {
    const action = button?.dataset.do ?? ""
    if (this.#isLeading) this.#wake.ask()
    if (button?.dataset.go) this.#leading.act("go", { stop: Number(button.dataset.go) })
    else this.#actions[action]?.()
  }

  #turn() {
    if (!this.#isLeading) return
    this.#watch.turn()
    this.#wake.ask()
    if (!document.hidden) this.#elsewhere.ask()
    this.#show()
  }

  /** @type {Record<string, () => unknown>} */
  #actions = {
    start: () => this.#lead(true),
    "start-unlocated": () => this.#lead(false),
    take: () => this.#lead(true, this.#taking.accept(Date.now())),
    forget: () => this.#forget(),
    here: () => this.#confirm(this.#leading.led.next),
    accept: () => this.#confirm(this.#screen.accepts),
    skip: () => this.#leading.act("skip", { stop: this.#leading.led.next }),
    back: () => this.#leading.act("back"),
    undo: () => this.#leading.act("undo"),
    end: () => this.#end(),
    dim: () => this.#screen.dim(true),
    light: () => this.#screen.dim(false),
  }

  async #open() {
    const kept = await this.#journal.read().catch(() => undefined)
    this.#kept = kept && !hasEnded(kept) ? kept : undefined
    this.#door.open(this.#kept)
  }

  /** @param {boolean} isLocated @param {import("./state.js").Entry[]} [taken] from somebody else: it counts more than what this phone kept */
  async #lead(isLocated, taken) {
    if (this.#isLeading) return
    this.#isLeading = true
    // In the tap itself: what asks for the position later may not be believed to come from it.
    if (isLocated) this.#watch.start()
    this.#wake.start()
    this.#elsewhere.start()
    this.#clock = setInterval(this.#show, LOOK_MS)
    this.#door.close()
    if (this.#kept && !taken) this.#leading.take({ ...this.#kept, isLocated })
    else await this.#leading.begin(isLocated, taken)
    this.#screen.arrive()
    this.#screen.know()
    this.#screen.open()
  }

  /** @param {number} stop */
  #confirm(stop) {
    if (stop >= 0 && stop < this.#leading.data.stops.length) this.#leading.act("here", { stop })
    this.#screen.arrive()
  }

  async #end() {
    await this.#leading.act("end")
    this.#rest()
    this.#screen.end()
  }

  async #forget() {
    await this.#journal.forget().catch(() => undefined)
    location.reload()
  }

  #rest() {
    this.#isLeading = false
    clearInterval(this.#clock)
    this.#watch.stop()
    this.#wake.stop()
    this.#elsewhere.stop()
  }
}
