import assert from "node:assert/strict"
import { test } from "node:test"
import { Leading } from "../../../app/static/js/leading/leading.js"
import { isNextDoor, laterStops, nearestStop } from "../../../app/static/js/leading/walk.js"
import { position } from "./walker.js"

/** @typedef {import("../../../app/static/js/leading/walk.js").Stop} Stop @typedef {import("../../../app/static/js/leading/journal.js").Kept} Kept */

/** @param {string} name @param {import("./walker.js").Point} point @param {Partial<Stop>} [more] @returns {Stop} */
function stop(name, point, more = {}) {
  return { name: [name, "fr"], text: ["", "fr"], at: position(point), place: name, address: `1 rue ${name}`, indoor: false, stayMin: 10, legMin: 2, legM: 100, isGuessed: false, ...more }
}

const DATA = { walk: "w", edition: "1", title: /** @type {[string, string]} */ (["W", "fr"]), stops: [stop("a", [0, 0]), stop("b", [100, 0]), stop("c", [110, 0]), stop("d", [300, 0], { address: "" })] }

/** A phone that keeps what it is given. */
class Memory {
  /** @type {Kept | undefined} */ kept
  async read() {
    return this.kept
  }
  /** @param {Kept} kept */
  async begin(kept) {
    this.kept = kept
  }
  /** @param {import("../../../app/static/js/leading/state.js").Entry} entry @param {Kept} whole */
  async add(entry, whole) {
    this.kept = this.kept ? { ...this.kept, entries: [...this.kept.entries, entry] } : whole
  }
}

/** @param {any} [journal] */
const leadingOver = (journal = new Memory()) => new Leading(journal, DATA, () => undefined)

test("what is tapped is kept even when the written way cannot be made", async () => {
  const journal = new Memory()
  const leading = leadingOver(journal)
  await leading.begin(true)
  leading.know(/** @type {any} */ ({ between: () => { throw new Error("broken") } }))
  await leading.act("here", { stop: 0 })
  assert.deepEqual(journal.kept?.entries.map((entry) => entry.do), ["start", "here"])
  assert.equal(leading.led.next, 1)
})

test("a phone that keeps nothing leads all the same, and knows it", async () => {
  const refuse = async () => Promise.reject(new Error("no storage"))
  const leading = leadingOver({ read: refuse, begin: refuse, add: refuse })
  await leading.begin(true)
  await leading.act("here", { stop: 0 })
  assert.deepEqual([leading.led.next, leading.isKept], [1, false])
})

test("storage that comes back is given all there was", async () => {
  const journal = new Memory()
  const leading = leadingOver(journal)
  journal.begin = async () => Promise.reject(new Error("busy"))
  await leading.begin(true)
  await leading.act("here", { stop: 0 })
  assert.deepEqual(journal.kept?.entries.map((entry) => entry.do), ["start", "here"])
})

test("a phone that lies still is heard again by the next leg", async () => {
  const leading = leadingOver()
  await leading.begin(true)
  leading.hear({ position: position([0, 0]), accuracy: 12, isPoor: false }, performance.now())
  leading.know(/** @type {any} */ ({ between: () => null }))
  assert.equal(leading.following.seen(performance.now() + 15_000).hasArrived, true)
  leading.resume()
  leading.know(/** @type {any} */ ({ between: () => null }))
  assert.equal(leading.following.seen(performance.now() + 15_000).hasArrived, false)
})

test("a walk that is taken up stands where it was, as it was begun", () => {
  const leading = leadingOver()
  const older = { ...DATA, edition: "0", stops: DATA.stops.slice(0, 3) }
  leading.take({ walk: "w", data: older, entries: [{ at: 0, do: "start" }, { at: 1, do: "here", stop: 0 }], isLocated: true })
  assert.deepEqual([leading.led.next, leading.data.stops.length, leading.hasChanged], [1, 3, true])
})

test("two pages that lead one walk agree on what the longer list says", async () => {
  const journal = new Memory()
  const [one, other] = [leadingOver(journal), leadingOver(journal)]
  await one.begin(true)
  await other.reread()
  await other.act("here", { stop: 0 })
  await one.reread()
  assert.equal(one.led.next, 1)
})

test("a stop at the door of the last one is proposed without a position", () => {
  const leading = leadingOver()
  leading.take({ walk: "w", data: DATA, entries: [{ at: 0, do: "start" }, { at: 1, do: "here", stop: 1 }], isLocated: false })
  assert.equal(isNextDoor(DATA, leading.led), true)
  assert.deepEqual(laterStops(DATA, leading.led).map((later) => later.stop), [3])
})

test("the nearest stop is one whose address can be told", () => {
  const { led } = leadingOver()
  assert.equal(nearestStop(DATA, position([290, 0]), led)?.place, "c")
  assert.equal(nearestStop(DATA, null, led)?.place, "a")
})
