import assert from "node:assert/strict"
import { test } from "node:test"
import { Following } from "../../../app/static/js/leading/following.js"
import { lead, legTo } from "./leader.js"
import { TICK_MS, apart, fixAt, noise, position, staying, walking } from "./walker.js"
import { CROSSING, ONE_DOOR, OUT_AND_BACK } from "./walks.js"

const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1)
const WALKS = { "out and back": OUT_AND_BACK, "a crossing": CROSSING, "stops 0 and 12 m apart": ONE_DOOR }

for (const [name, walk] of Object.entries(WALKS)) {
  test(`${name}: arrival is proposed at nine stops of ten before the group goes on, with 8 m of noise`, () => {
    const told = SEEDS.map((seed) => lead(walk, { sigma: 8, seed }))
    const proposed = told.reduce((sum, one) => sum + one.proposed.length, 0)
    assert.ok(proposed >= 0.9 * SEEDS.length * walk.doors.length, `${proposed} of ${SEEDS.length * walk.doors.length}`)
  })

  test(`${name}: no stop is offered that the group is not at`, () => {
    const offers = SEEDS.reduce((sum, seed) => sum + lead(walk, { sigma: 8, seed }).offers, 0)
    assert.ok(offers <= 0.02 * SEEDS.length * walk.doors.length, `${offers} offers`)
  })

  test(`${name}: at most one false alarm an hour with 8 m of noise, at any pace and rate`, () => {
    for (const [everyMs, speed] of [[500, 1], [1000, 0.7], [5000, 1]]) {
      const told = SEEDS.map((seed) => lead(walk, { sigma: 8, seed, everyMs, speed }))
      const hours = told.reduce((sum, one) => sum + one.seconds, 0) / 3600
      const alarms = told.reduce((sum, one) => sum + one.alarms, 0)
      assert.ok(alarms <= hours, `${alarms} alarms in ${hours} h`)
    }
  })
}

for (const everyMs of [500, 1000, 2000, 5000]) {
  test(`a group that really leaves the way is told within 60 m, by a fix each ${everyMs} ms`, () => {
    const far = SEEDS.map((seed) => metresUntilAlarm({ seed, everyMs }))
    const late = far.filter((metres) => metres > 60)
    assert.deepEqual(late, [], `alarms after ${far.map(Math.round)} m`)
  })
}

test("the same walk is judged the same by two fixes a second and by one in five seconds", () => {
  for (const seed of SEEDS) {
    const [fast, slow] = [500, 5000].map((everyMs) => lead(OUT_AND_BACK, { sigma: 3, seed, everyMs }).decisions.map((one) => one.split(" ").map(Number)))
    assert.deepEqual(fast.map(([stop]) => stop), slow.map(([stop]) => stop))
    for (const [i, [, second]] of fast.entries()) assert.ok(Math.abs(second - slow[i][1]) <= 10, `${second} and ${slow[i][1]} s`)
  }
})

test("a phone that lies still and gives no fix has still arrived", () => {
  const following = new Following(legTo(OUT_AND_BACK, 1))
  following.hear(fixAt([90, 0]), 1000)
  assert.equal(following.seen(15_900).hasArrived, false)
  assert.equal(following.seen(16_000).hasArrived, true)
  assert.equal(following.seen(600_000).hasArrived, true)
})

test("one wrong fix at the door does not begin the wait again", () => {
  const following = new Following(legTo(OUT_AND_BACK, 1))
  for (let s = 1; s <= 16; s++) following.hear(fixAt(s === 9 ? [300, 300] : [95, 0]), s * 1000)
  assert.equal(following.seen(16_000).hasArrived, true)
})

test("who walks past the door has not arrived", () => {
  const following = new Following(legTo(OUT_AND_BACK, 1))
  run(following, walking([[70, 0], [76, 0], [60, 0], [0, 0]], 2))
  assert.equal(following.seen(60_000).hasArrived, false)
})

test("a stop as wide as a park is reached at its edge, and a narrow one at its door", () => {
  for (const [radius, hasArrived] of [[60, true], [undefined, false], [10, false]]) {
    const following = new Following({ ...legTo(OUT_AND_BACK, 1), radius })
    for (let s = 0; s <= 20; s++) following.hear(fixAt([50, 8]), s * 1000)
    assert.equal(following.seen(20_000).hasArrived, hasArrived)
  }
})

test("a later stop is offered after 20 s at it, and never before", () => {
  const following = new Following(legTo(OUT_AND_BACK, 1))
  for (let s = 0; s < 20; s++) {
    following.hear(fixAt([200, 2]), s * 1000)
    assert.equal(following.seen(s * 1000).later, -1)
  }
  assert.equal(following.seen(20_000).later, 2)
})

test("a stop that the leg passes is not offered to who walks past", () => {
  const following = new Following(legTo(CROSSING, 3))
  run(following, walking([[200, 150], [100, 150], [100, -40]], 0.7))
  assert.equal(following.seen(1e6).later, -1)
})

test("a later stop beside the last one is offered only to who left and came back", () => {
  const walk = OUT_AND_BACK
  const leg = { ...legTo(walk, 1), later: [{ stop: 5, position: position([10, -8]) }] }
  const following = new Following(leg)
  let now = run(following, staying([0, 0], 120))
  assert.equal(following.seen(now).later, -1)
  now = run(following, walking([[0, 0], [80, 0], [5, 0]]), now)
  now = run(following, staying([5, 0], 95), now)
  assert.equal(following.seen(now).later, 5)
})

test("poor fixes decide nothing", () => {
  const following = new Following(legTo(OUT_AND_BACK, 1))
  for (let s = 0; s < 60; s++) following.hear(fixAt([100, 0], 200), s * 1000)
  assert.equal(following.seen(60_000).hasArrived, false)
  assert.equal(following.seen(60_000).metres, null)
})

test("attention is called half a minute after the words, and every five minutes", () => {
  const following = new Following(legTo(OUT_AND_BACK, 1))
  for (let s = 0; s <= 6; s++) following.hear(fixAt([50, 80]), s * 1000)
  assert.deepEqual([6, 35, 36, 335, 336].map((s) => following.seen(s * 1000).calls), [0, 0, 1, 1, 2])
  assert.equal(following.seen(6000).isOff, true)
})

test("inside a house a phone may be wrong by a street for half a minute, and nobody is called", () => {
  const following = new Following({ ...legTo(OUT_AND_BACK, 1), isIndoor: true })
  for (let s = 0; s <= 30; s++) following.hear(fixAt([50, 80]), s * 1000)
  assert.equal(following.seen(30_000).isOff, false)
  let now = run(following, staying([10, 8], 60), 30_000)
  now = run(following, walking([[10, 0], [60, 0], [60, -80]]), now)
  assert.equal(following.seen(now).isOff, true)
})

test("who leaves a house the wrong way is told all the same, later", () => {
  const following = new Following({ ...legTo(OUT_AND_BACK, 1), isIndoor: true })
  const now = run(following, walking([[0, 8], [0, 120]]))
  assert.equal(following.seen(now).isOff, true)
})

test("back on the way the alarm ends", () => {
  const following = new Following(legTo(OUT_AND_BACK, 1))
  for (let s = 0; s <= 10; s++) following.hear(fixAt([50, 80]), s * 1000)
  for (let s = 11; s <= 15; s++) following.hear(fixAt([50, 3]), s * 1000)
  assert.equal(following.seen(15_000).isOff, false)
})

test("who sets out from anywhere is not off a way they have not come to", () => {
  const following = new Following({ ...legTo(OUT_AND_BACK, 1), isSure: false })
  for (let s = 0; s <= 60; s++) following.hear(fixAt([50, 80]), s * 1000)
  assert.equal(following.seen(60_000).isOff, false)
  let now = run(following, staying([50, 0], 10), 60_000)
  now = run(following, staying([50, 80], 10), now)
  assert.equal(following.seen(now).isOff, true)
})

test("where no way is known nobody is off it", () => {
  const following = new Following({ ...legTo(OUT_AND_BACK, 1), line: null })
  run(following, staying([50, 300], 120))
  assert.equal(following.seen(120_000).isOff, false)
  assert.ok(Math.abs(Number(following.seen(120_000).metres) - apart([50, 300], [100, 8])) < 1)
})

test("the metres left are those along the way", () => {
  const following = new Following(legTo(CROSSING, 3))
  following.hear(fixAt([150, 150]), 0)
  assert.ok(Math.abs(Number(following.seen(0).metres) - 300) < 2)
})

test("who has walked past the stop is told how far it is behind", () => {
  const following = new Following(legTo(OUT_AND_BACK, 1))
  following.hear(fixAt([190, 8]), 0)
  assert.ok(Math.abs(Number(following.seen(0).metres) - 90) < 1)
})

test("what was seen before the phone slept proves nothing after", () => {
  const following = new Following(legTo(OUT_AND_BACK, 1))
  for (let s = 0; s <= 5; s++) following.hear(fixAt([50, 80]), s * 1000)
  following.resume()
  for (let s = 600; s <= 602; s++) following.hear(fixAt([50, 80]), s * 1000)
  assert.equal(following.seen(602_000).isOff, false)
})

/** Let a phone without noise follow. @param {Following} following @param {Iterable<import("./walker.js").Point>} points @param {number} [from] */
function run(following, points, from = 0) {
  let now = from
  for (const point of points) following.hear(fixAt(point), (now += TICK_MS))
  return now
}

/** Half way along a street they turn into another. @param {{ seed: number, everyMs: number }} how @returns {number} metres from the line when the alarm comes */
function metresUntilAlarm({ seed, everyMs }) {
  const following = new Following(legTo(OUT_AND_BACK, 1))
  const shake = noise(8, seed)
  let now = 0
  for (const point of walking([[0, 0], [50, 0], [50, -200]])) {
    now += TICK_MS
    const [east, north] = shake()
    if (now % everyMs === 0) following.hear(fixAt([point[0] + east, point[1] + north], 12), now)
    if (following.seen(now).isOff) return -point[1]
  }
  return 200
}
