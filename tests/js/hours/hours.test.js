// What a phone says of opening hours, whatever its clock and its zone.

import assert from "node:assert/strict"
import { test } from "node:test"

import { momentOf, opensOn, localNow, statusAt } from "../../../app/static/js/hours/hours.js"

/** Monday 23 November 2026; the library opens on Wednesdays 10:00-19:00, the centre in the holidays only. */
const HOURS = {
  format: 1, from: "2026-11-23", days: 91, timezone: "Europe/Paris",
  names: [{ fr: "Noël", ar: "عيد الميلاد" }, { fr: "Vacances de Noël" }, { fr: "Entrée par la cour" }],
  kinds: [["open", "hours", -1, -1], ["closed", "public_holiday", 0, -1], ["appointment", "hours", -1, -1], ["unknown", "call", -1, -1]],
  patterns: [[], [600, 1140, 0], [0, 1440, 1], [600, 720, 2], [0, 1440, 3], [1320, 1440, 0], [0, 120, 0]],
  schedules: [[0, 0, 1, 0, 0, 0, 0, 32, 2], [0, 0, 0, 0, 0, 0, 0, 28, 1, 29, 1], [3, 3, 3, 3, 3, 0, 0], [4, 4, 4, 4, 4, 4, 4], [5, 6, 0, 0, 0, 0, 0]],
  places: { library: 0, centre: 1, midwife: 2, garden: 3, bar: 4 },
  stale: { library: [3, "2026-05"] }, messages: { library: [[2, 2, 2]] },
  public: [[32, 0]], school: [[26, 41, 1]],
}

/** @param {number} day @param {number} minute */
const moment = (day, minute) => ({ day, minute, clock: "phone" })

test("it is Paris time on a phone set to Tokyo", () => {
  process.env.TZ = "Asia/Tokyo"
  assert.deepEqual(localNow(HOURS, Date.parse("2026-11-25T19:05:00+09:00")), { day: 2, minute: 665, clock: "phone" })
})

test("summer time moves the hour, not the minutes counted", () => {
  const spring = { ...HOURS, from: "2027-03-22" }
  assert.equal(localNow(spring, Date.parse("2027-03-27T23:30:00Z")).minute, 30)
  assert.deepEqual(localNow(spring, Date.parse("2027-03-28T01:30:00Z")), { day: 6, minute: 210, clock: "phone" })
})

test("a place is open until it closes", () => {
  const answer = statusAt(HOURS, "library", moment(2, 660))
  assert.equal(answer.state, "open")
  assert.equal(answer.until, 2 * 1440 + 1140)
  assert.equal(answer.next, 9 * 1440 + 600)
})

test("a closed place says when it opens", () => {
  const answer = statusAt(HOURS, "library", moment(0, 0))
  assert.equal(answer.state, "closed")
  assert.equal(momentOf(HOURS, Number(answer.next)).toISOString(), "2026-11-25T10:00:00.000Z")
})

test("a holiday is the reason, and has a name in each language", () => {
  const answer = statusAt(HOURS, "library", moment(32, 660))
  assert.deepEqual([answer.state, answer.reason, answer.name?.ar], ["closed", "public_holiday", "عيد الميلاد"])
})

test("hours that pass midnight are one opening", () => {
  assert.equal(statusAt(HOURS, "bar", moment(0, 1380)).until, 1440 + 120)
})

test("an appointment is not an opening", () => {
  assert.equal(statusAt(HOURS, "midwife", moment(0, 660)).state, "appointment")
  assert.equal(statusAt(HOURS, "midwife", moment(0, 900)).nextState, "appointment")
})

test("a place that nobody knows about is unknown, never closed", () => {
  assert.deepEqual(statusAt(HOURS, "nowhere", moment(0, 0)).reason, "no_hours")
  assert.deepEqual(statusAt(HOURS, "garden", moment(0, 0)).reason, "call")
})

test("information grows old on the day after the last one to trust it", () => {
  assert.equal(statusAt(HOURS, "library", moment(3, 0)).stale, false)
  assert.equal(statusAt(HOURS, "library", moment(4, 0)).stale, true)
  assert.equal(statusAt(HOURS, "library", moment(4, 0)).written, "2026-05")
})

test("a message is said on its day", () => {
  assert.equal(statusAt(HOURS, "library", moment(2, 0)).message?.fr, "Entrée par la cour")
  assert.equal(statusAt(HOURS, "library", moment(3, 0)).message, null)
})

test("after the last day the data are too old", () => {
  assert.equal(statusAt(HOURS, "library", moment(91, 0)).reason, "data_too_old")
})

test("one can come this Wednesday, or the next one", () => {
  assert.equal(opensOn(HOURS, "library", "wednesday", moment(2, 1400)), "yes")
  assert.equal(opensOn(HOURS, "library", "wednesday", moment(3, 0)), "yes")
  assert.equal(opensOn(HOURS, "library", "wednesday", moment(4, 0)), "likely")
  assert.equal(opensOn(HOURS, "library", "thursday", moment(4, 0)), "unknown")
  assert.equal(opensOn(HOURS, "centre", "wednesday", moment(3, 0)), "no")
  assert.equal(opensOn(HOURS, "midwife", "wednesday", moment(3, 0)), "unknown")
  assert.equal(opensOn(HOURS, "nowhere", "wednesday", moment(3, 0)), "unknown")
})

for (const [asked, expected] of /** @type {[string, string][]} */ ([
  ["wednesday-morning", "yes"], ["wednesday-afternoon", "yes"], ["wednesday-evening", "yes"], ["today", "yes"], ["tomorrow", "no"],
])) {
  test(`one can come ${asked}`, () => assert.equal(opensOn(HOURS, "library", asked, moment(2, 0)), expected))
}

test("a door that closes at noon is not one of the afternoon", () => {
  const early = { ...HOURS, patterns: [[], [600, 720, 0], ...HOURS.patterns.slice(2)] }
  assert.equal(opensOn(early, "library", "wednesday-afternoon", moment(2, 0)), "no")
  assert.equal(opensOn(early, "library", "wednesday-morning", moment(2, 0)), "yes")
})

test("one can come during the holidays", () => {
  assert.equal(opensOn(HOURS, "centre", "holidays", moment(0, 0)), "yes")
  assert.equal(opensOn(HOURS, "centre", "holidays", moment(30, 0)), "no")
  assert.equal(opensOn(HOURS, "centre", "holidays", moment(50, 0)), "unknown")
})

/** What both clocks said at one moment. @param {string} served @param {number} phone */
const heard = (served, phone, isLive = true) => ({ served: Date.parse(served), phone, isLive })

for (const wrong of ["1970-01-03T10:00Z", "2026-11-24T10:00Z", "2026-11-25T01:00Z", "2026-11-25T19:00Z", "2026-11-28T10:00Z", "2027-03-05T10:00Z"]) {
  test(`a phone that says ${wrong} uses the server's clock`, () => {
    const phone = Date.parse(wrong)
    const now = localNow(HOURS, phone + 60_000, heard("2026-11-25T10:00Z", phone))
    assert.deepEqual(now, { day: 2, minute: 661, clock: "server" })
  })
}

test("some minutes are no fault", () => {
  const phone = Date.parse("2026-11-25T10:04Z")
  assert.deepEqual(localNow(HOURS, phone, heard("2026-11-25T10:00Z", phone)), { day: 2, minute: 664, clock: "phone" })
})

test("a server that is before the hours it hands out is not believed", () => {
  const phone = Date.parse("2026-11-25T10:00Z")
  assert.equal(localNow(HOURS, phone, heard("2016-11-25T10:00Z", phone)).clock, "phone")
})

test("a phone behind the edition, offline, knows that it does not know", () => {
  const now = localNow(HOURS, Date.parse("2016-11-25T10:00:00Z"), null)
  assert.equal(now.clock, "wrong")
  assert.equal(statusAt(HOURS, "library", now).reason, "clock_wrong")
  assert.equal(opensOn(HOURS, "library", "wednesday", now), "unknown")
})

test("a phone behind what the server said earlier knows that it does not know", () => {
  const known = heard("2026-11-26T10:00Z", Date.parse("2026-11-26T10:00Z"), false)
  const now = localNow(HOURS, Date.parse("2026-11-25T10:00Z"), known)
  assert.deepEqual([now.clock, statusAt(HOURS, "library", now).reason], ["wrong", "clock_wrong"])
})

test("a rehearsal is played with the time of day", () => {
  const phone = Date.parse("2026-11-23T09:30:00Z")
  const hours = { ...HOURS, from: "2027-05-03", rehearsal: "2027-05-07" }
  assert.deepEqual(localNow(hours, phone, heard("2026-11-23T09:29:59Z", phone)), { day: 4, minute: 630, clock: "edition" })
})

test("a clock set on purpose is trusted in a rehearsal", () => {
  const phone = Date.parse("2027-05-06T09:30:00+02:00")
  const hours = { ...HOURS, from: "2027-05-03", rehearsal: "2027-05-07" }
  assert.deepEqual(localNow(hours, phone, heard("2026-11-23T09:30Z", phone)), { day: 3, minute: 570, clock: "phone" })
})
