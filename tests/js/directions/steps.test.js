import assert from "node:assert/strict"
import { test } from "node:test"

import { stepsOf } from "../../../app/static/js/directions/steps.js"
import { spot, routeOf } from "./route.js"

/** What is told, a line a step. @param {ReturnType<typeof routeOf>} route @param {[number, number]} [to] metres beyond its end */
function told({ pieces, end: [east, north] }, [aside, ahead] = [0, 0]) {
  const steps = stepsOf({ pieces }, spot(east + aside, north + ahead))
  return steps.map(({ turn, name, kind, metres, compass }) =>
    turn === "start" ? `start ${compass} ${name || kind} ${Math.round(metres)}`
    : turn.startsWith("arrive") ? turn
    : `${turn} ${name || kind} ${Math.round(metres)}`)
}

const NORTH = /** @type {[number, number]} */ ([0, 100])

for (const [degrees, turn] of /** @type {[number, string][]} */ ([
  [0, "straight"], [20, "straight"], [-20, "straight"],
  [40, "slight_right"], [-40, "slight_left"],
  [60, "right"], [90, "right"], [120, "right"],
  [-60, "left"], [-90, "left"], [-120, "left"],
  [140, "sharp_right"], [-140, "sharp_left"],
  [170, "uturn"], [-175, "uturn"],
])) {
  test(`a street at ${degrees} degrees is told as “${turn}”`, () => {
    const way = (degrees * Math.PI) / 180
    const route = routeOf(["Rue A", "street", NORTH], ["Rue B", "street", [80 * Math.sin(way), 80 * Math.cos(way)]])
    assert.deepEqual(told(route), ["start n Rue A 100", `${turn} Rue B 80`, "arrive"])
  })
}

for (const [compass, east, north] of /** @type {[string, number, number][]} */ ([
  ["n", 0, 1], ["ne", 1, 1], ["e", 1, 0], ["se", 1, -1], ["s", 0, -1], ["sw", -1, -1], ["w", -1, 0], ["nw", -1, 1],
])) {
  test(`it starts towards ${compass}`, () => {
    assert.equal(told(routeOf(["Rue A", "street", [70 * east, 70 * north]]))[0].slice(6, 8).trim(), compass)
  })
}

test("turns are the same whichever way one comes from", () => {
  const south = routeOf(["Rue A", "street", [0, -100]], ["Rue B", "street", [-50, 0]], ["Rue C", "street", [0, -50]])
  assert.deepEqual(told(south).slice(1, 3), ["right Rue B 50", "left Rue C 50"])
})

for (const [side, aside, ahead] of /** @type {[string, number, number][]} */ ([
  ["arrive_right", 12, 0], ["arrive_left", -12, 0], ["arrive_right", 10, 8], ["arrive", 0, 20], ["arrive", 2, 0], ["arrive", 0, -20],
])) {
  test(`an entrance ${aside} m aside and ${ahead} m ahead is told as “${side}”`, () => {
    assert.equal(told(routeOf(["Rue A", "street", NORTH]), [aside, ahead]).at(-1), side)
  })
}

test("a link of a few metres is not told, its metres are", () => {
  const route = routeOf(["", "link", [4, 0]], ["Rue A", "street", NORTH], ["", "link", [10, 0]], ["Rue B", "street", [60, 0]])
  assert.deepEqual(told(route), ["start n Rue A 114", "right Rue B 60", "arrive"])
})

test("a street goes on across a link, a tiny piece and a square", () => {
  const route = routeOf(["Rue A", "street", NORTH], ["Place C", "street", [0, 12]], ["", "link", [0, 6]], ["Rue A", "path", NORTH])
  assert.deepEqual(told(route), ["start n Rue A 218", "arrive"])
})

test("two streets that a dog's leg parts are one straight way", () => {
  const route = routeOf(["Rue A", "street", NORTH], ["", "street", [12, 0]], ["Rue B", "street", NORTH])
  assert.deepEqual(told(route), ["start n Rue A 112", "straight Rue B 100", "arrive"])
})

test("stairs are told however short, and never become part of a street", () => {
  const route = routeOf(["Rue A", "street", NORTH], ["", "steps", [5, 0]], ["Rue A", "street", [60, 0]])
  assert.deepEqual(told(route), ["start n Rue A 100", "right steps 5", "straight Rue A 60", "arrive"])
})

test("a crossing straight ahead on the same way is not told", () => {
  const route = routeOf(["", "path", NORTH], ["", "crossing", [0, 9]], ["", "path", NORTH], ["", "crossing", [0, 9]], ["", "path", NORTH])
  assert.deepEqual(told(route), ["start n path 318", "arrive"])
})

test("a crossing to the other side is told, and on which side it is", () => {
  const route = routeOf(["", "path", NORTH], ["", "crossing", [9, 0]], ["", "path", [0, 50]])
  assert.deepEqual(told(route), ["start n path 100", "cross_right crossing 9", "left path 50", "arrive"])
})

test("nobody is told to set off across a street that they may stand at", () => {
  const route = routeOf(["Rue B", "crossing", [9, 0]], ["", "path", NORTH], ["Rue C", "crossing", [0, 3]])
  assert.deepEqual(told(route), ["start n path 112", "arrive"])
})

test("a street that turns a corner says so", () => {
  const route = routeOf(["Rue A", "street", NORTH, [80, 0], [0, -60]])
  assert.deepEqual(told(route), ["start n Rue A 100", "stay_right Rue A 80", "stay_right Rue A 60", "arrive"])
})

test("a street that bends little by little has nothing to say", () => {
  const bend = Array.from({ length: 12 }, (_, i) => /** @type {[number, number]} */ ([20 * Math.sin(i / 8), 20 * Math.cos(i / 8)]))
  assert.deepEqual(told(routeOf(["Rue A", "street", ...bend])), ["start n Rue A 240", "arrive"])
})

test("a path without a name tells its turns sooner than a street", () => {
  const corner = /** @type {[number, number][]} */ ([NORTH, [60, 50]])
  assert.equal(told(routeOf(["", "path", ...corner])).length, 3)
  assert.equal(told(routeOf(["Rue A", "street", ...corner])).length, 2)
})

test("jagged points of a line are no turns", () => {
  const jagged = Array.from({ length: 20 }, (_, i) => /** @type {[number, number]} */ ([i % 2 ? 2 : -2, 9]))
  assert.deepEqual(told(routeOf(["", "path", ...jagged])), ["start n path 184", "arrive"])
})

test("a few metres in all are one step, called after the longest", () => {
  const route = routeOf(["", "link", [0, 5]], ["Rue A", "street", [0, 8]])
  assert.deepEqual(told(route), ["start n Rue A 13", "arrive"])
})

test("nobody is sent anywhere when the place is here", () => {
  assert.deepEqual(told(routeOf()), ["arrive"])
})

test("no metre is lost between the pieces and the steps", () => {
  const route = routeOf(
    ["", "link", [3, 3]], ["Rue A", "street", [0, 90], [40, 0]], ["", "crossing", [9, 0]], ["Rue B", "street", [0, 7]],
    ["", "steps", [0, 4]], ["Rue C", "path", [60, 60], [-50, 50]], ["", "link", [2, 2]],
  )
  const metres = (/** @type {{ metres: number }[]} */ parts) => Math.round(parts.reduce((sum, part) => sum + part.metres, 0))
  assert.equal(metres(stepsOf(route, spot(...route.end)).slice(0, -1)), metres(route.pieces))
})
