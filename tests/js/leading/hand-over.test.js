import assert from "node:assert/strict"
import { test } from "node:test"
import encodeQR from "qr"
import decodeQR from "qr/decode.js"
import { MOST_STOPS, grouped, handOver, takeOver } from "../../../app/static/js/leading/hand-over.js"
import { ledBy } from "../../../app/static/js/leading/state.js"

/** @typedef {import("../../../app/static/js/leading/walk.js").WalkData} WalkData */

const START = new Date(2026, 10, 18, 14, 0).getTime()
const NOW = START + 40 * 60_000

/** @param {number} stops @param {Partial<WalkData>} [more] @returns {WalkData} */
const walkOf = (stops, more) => /** @type {any} */ ({ walk: "les-quais-en-famille", edition: "0123456789ab", stops: Array(stops).fill({}), ...more })

/** Three stops on the way, the second left out, with the group counted. @param {number} stops */
function ledOver(stops) {
  return ledBy(stops, [
    { at: START, do: "start" },
    { at: START + 1, do: "count", people: { adults: 5, children: 0 } },
    { at: START + 2, do: "here", stop: 0 },
    { at: START + 3, do: "skip", stop: 1 },
    { at: START + 4, do: "here", stop: 2 },
  ])
}

test("who takes over stands where the other stood, with the same people, and knows what nobody counted", () => {
  const taken = takeOver(handOver(walkOf(6), ledOver(6)), walkOf(6), NOW)
  assert.deepEqual(taken, { startedAt: START, next: 3, standings: ["here", "skipped", "here", "ahead", "ahead", "ahead"], people: { adults: 5, children: 0 } })
})

test("it is read as people type: in groups, in small letters, O for 0", () => {
  const typed = grouped(handOver(walkOf(6), ledOver(6))).toLowerCase().replaceAll("0", "o").replaceAll("1", "l")
  assert.equal(/** @type {any} */ (takeOver(typed, walkOf(6), NOW)).next, 3)
})

test("a walk begun before midnight was begun yesterday", () => {
  const led = ledBy(2, [{ at: new Date(2026, 10, 18, 23, 50).getTime(), do: "start" }])
  const taken = takeOver(handOver(walkOf(2), led), walkOf(2), new Date(2026, 10, 19, 0, 20).getTime())
  assert.equal(/** @type {any} */ (taken).startedAt, led.startedAt)
})

test("another walk and another edition are told apart from signs read wrong", () => {
  const signs = handOver(walkOf(6), ledOver(6))
  assert.equal(takeOver(signs, walkOf(6, { walk: "fecamp-tourneux" }), NOW), "other_walk")
  assert.equal(takeOver(signs, walkOf(5, { edition: "ba9876543210" }), NOW), "other_edition")
})

test("one sign read wrong is noticed", () => {
  const signs = handOver(walkOf(6), ledOver(6))
  const wrong = [...signs].flatMap((sign, i) => ["0", "Z", "7"].filter((other) => other !== sign).map((other) => signs.slice(0, i) + other + signs.slice(i + 1)))
  const believed = wrong.filter((each) => typeof takeOver(each, walkOf(6), NOW) === "object")
  assert.deepEqual(believed, [])
})

for (const typed of ["", "#", "bonjour", "7", "🏊", handOver(walkOf(6), ledOver(6)).slice(0, 9), "0".repeat(40)]) {
  test(`« ${typed} » is no code`, () => assert.equal(takeOver(typed, walkOf(6), NOW), "garbled"))
}

test("a walk of as many stops as there may be fits into forty signs", () => {
  assert.ok(handOver(walkOf(MOST_STOPS), ledOver(MOST_STOPS)).length <= 40)
})

test("with the address of its walk it is a code of version five at the most, which a program not ours reads", () => {
  const text = `https://adeuxpas.example.org/5BM08X#${handOver(walkOf(20), ledOver(20))}`
  const rows = encodeQR(text, "raw", { ecc: "medium", border: 4, scale: 4 })
  assert.ok(rows.length / 4 - 8 <= 37, `${rows.length / 4 - 8} modules`)
  const data = new Uint8Array(rows.flat().flatMap((isDark) => (isDark ? [0, 0, 0, 255] : [255, 255, 255, 255])))
  assert.equal(decodeQR({ width: rows.length, height: rows.length, data }), text)
})
