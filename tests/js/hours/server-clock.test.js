// What a phone may conclude from the server's clock, and for how long.

import assert from "node:assert/strict"
import { test } from "node:test"

import { heardClock, hearServer, judgeClock } from "../../../app/static/js/hours/server-clock.js"

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOON = Date.parse("2026-11-25T12:00:00Z")

/** @param {number} error of the phone @param {boolean} [isLive] */
const heard = (error, isLive = true) => ({ served: NOON, phone: NOON + error, isLive })

/** @param {Record<string, string>} headers */
const answer = (headers) => new Response("", { headers: { Date: new Date(NOON).toUTCString(), ...headers } })

for (const [name, headers, waited] of /** @type {[string, Record<string, string>, number][]} */ ([
  ["a file that the phone had", { "X-Kept": "1" }, 0],
  ["a file that somebody on the way had", { Age: "3600" }, 0],
  ["an answer without a date", { Date: "?" }, 0],
  ["an answer that was long on its way", {}, HOUR],
])) {
  test(`${name} does not tell the time`, () => {
    hearServer(answer(headers), NOON - waited, NOON)
    assert.equal(heardClock(), null)
  })
}

test("a fresh answer tells the time", () => {
  hearServer(answer({}), NOON + 3 * DAY, NOON + 3 * DAY)
  assert.deepEqual(heardClock(), heard(3 * DAY))
  assert.equal(judgeClock(NOON + 3 * DAY).offset, -3 * DAY)
})

for (const isLive of [true, false]) {
  test(`a wrong clock is corrected, on the page ${isLive ? "that heard" : "after the one that heard"}`, () => {
    for (const error of [3 * DAY, -DAY, 9 * HOUR, 100 * DAY]) {
      const judged = judgeClock(NOON + error + HOUR, heard(error, isLive))
      assert.deepEqual(judged, { offset: -error, isTold: true, isBehind: false })
    }
  })
}

test("a clock set right meanwhile is corrected no more", () => {
  for (const error of [3 * DAY, -DAY, 9 * HOUR, 100 * DAY]) {
    assert.deepEqual(judgeClock(NOON + 60_000, heard(error)), { offset: 0, isTold: false, isBehind: false })
  }
})

test("a clock that was right and is set back is known to be wrong", () => {
  assert.equal(judgeClock(NOON - HOUR, heard(0, false)).isBehind, true)
  assert.equal(judgeClock(NOON + HOUR, heard(0, false)).isBehind, false)
})

test("a right clock is told so by the server, on the page that hears it", () => {
  assert.equal(judgeClock(NOON + HOUR, heard(0)).isTold, true)
  assert.equal(judgeClock(NOON + HOUR, heard(0, false)).isTold, false)
  assert.equal(judgeClock(NOON, null).isTold, false)
})
