import assert from "node:assert/strict"
import { test } from "node:test"
import { cameOf, differences, expectedAfter } from "../../../app/static/js/leading/counts.js"
import { notesOf } from "../../../app/static/js/leading/noted.js"
import { ledBy, undoable } from "../../../app/static/js/leading/state.js"

/** @typedef {import("../../../app/static/js/leading/state.js").Entry} Entry @typedef {import("../../../app/static/js/leading/state.js").Act} Act */

/** What a leader did, a minute apart. @param {(Act | [Act, number] | [Act, import("../../../app/static/js/leading/state.js").People])[]} acts @returns {Entry[]} */
function did(...acts) {
  return acts.map((act, i) => {
    const [name, more] = Array.isArray(act) ? act : [act, undefined]
    return { at: 60_000 * i, do: name, ...(typeof more === "number" ? { stop: more } : more && { people: more }) }
  })
}

/** @param {Parameters<typeof did>} acts */
const led = (...acts) => ledBy(4, did(...acts))

test("a walk that has just begun goes to its first stop", () => {
  const { next, last, startedAt } = led("start")
  assert.deepEqual([next, last, startedAt], [0, -1, 0])
})

test("confirming a stop goes on to the next, with the time", () => {
  const { next, last, arrivals, standings } = led("start", ["here", 0], ["here", 1])
  assert.deepEqual([next, last, arrivals[1], standings[1]], [2, 1, 120_000, "here"])
})

test("a stop left out is no place that the next leg sets out from", () => {
  const { next, last, isSure, standings } = led("start", ["here", 0], ["skip", 1])
  assert.deepEqual([next, last, isSure, standings[1]], [2, 0, false, "skipped"])
})

test("the last stop confirmed, none is left", () => {
  assert.equal(led("start", ["here", 0], ["here", 1], ["here", 2], ["here", 3]).next, 4)
})

test("going back makes the stop before the next one again", () => {
  const { next, last, arrivals } = led("start", ["here", 0], ["here", 1], "back")
  assert.deepEqual([next, last, arrivals[1]], [1, 0, null])
})

test("there is nothing to go back to before the first stop", () => {
  assert.equal(led("start", "back").next, 0)
})

test("another stop may be next, and what was jumped over stays to be done", () => {
  const { next, standings } = led("start", ["here", 0], ["go", 2], ["here", 2])
  assert.deepEqual([next, standings[1]], [3, "ahead"])
})

for (const [name, acts, next] of /** @type {const} */ ([
  ["a confirmation", [["here", 0]], 0],
  ["a stop left out", [["here", 0], ["skip", 1]], 1],
  ["a step back", [["here", 0], "back"], 1],
])) {
  test(`an undo takes back ${name}`, () => {
    assert.equal(led("start", ...acts, "undo").next, next)
  })
}

test("each undo takes back one more, and never the start", () => {
  const acts = did("start", ["here", 0], ["here", 1], "undo", "undo", "undo")
  assert.equal(ledBy(4, acts).next, 0)
  assert.equal(ledBy(4, acts).startedAt, 0)
  assert.equal(undoable(acts), undefined)
})

test("an ended walk that is gone back on is led again", () => {
  assert.equal(led("start", ["here", 0], "end").endedAt, 120_000)
  assert.equal(led("start", ["here", 0], "end", "back").endedAt, null)
})

test("an entry of a walk with more stops changes nothing", () => {
  assert.equal(led("start", ["here", 9]).next, 0)
})

test("nobody counted is not none", () => {
  const { counts } = led("start", ["count", { adults: 4, pushchairs: 0 }])
  assert.deepEqual(expectedAfter(counts), { adults: 4, pushchairs: 0 })
})

test("who joins and who leaves changes what is expected", () => {
  const { counts } = led("start", ["count", { adults: 4, children: 6 }], ["join", { adults: 1, children: 2 }], ["leave", { children: 1 }])
  assert.deepEqual(expectedAfter(counts), { adults: 5, children: 7 })
})

test("a count that differs from what was expected says in what", () => {
  const { counts } = led("start", ["count", { adults: 4, children: 6 }], ["count", { adults: 4, children: 5, pushchairs: 1 }])
  assert.deepEqual(counts.map(differences), [[], ["children"]])
})

test("a count taken back is as if nobody had counted", () => {
  assert.deepEqual(led("start", ["count", { adults: 4 }], "undo").counts, [])
})

test("a note is no step of the walk: an undo takes back the step before it", () => {
  const note = /** @type {const} */ ({ key: "k", stop: 0, seen: "open", text: "" })
  const entries = [...did("start", ["here", 0]), { at: 1, do: /** @type {Act} */ ("note"), note }]
  assert.equal(undoable(entries)?.do, "here")
  assert.deepEqual(notesOf(entries), [{ at: 1, ...note }])
  assert.deepEqual(notesOf([...entries, { at: 2, do: "unnote", note }]), [])
})

test("stops left out for rain are skipped, not those already seen, and an undo brings them back", () => {
  /** @type {Entry[]} */
  const entries = [...did("start", ["here", 0]), { at: 1, do: "drop", stops: [0, 1, 3] }]
  assert.deepEqual(ledBy(4, entries).standings, ["here", "skipped", "ahead", "skipped"])
  assert.equal(ledBy(4, entries).next, 2)
  assert.deepEqual(ledBy(4, [...entries, { at: 2, do: "undo" }]).standings, ["here", "ahead", "ahead", "ahead"])
})

test("stops left out further on leave the next one as it is", () => {
  const { next, isSure } = ledBy(4, [...did("start", ["here", 0]), { at: 1, do: "drop", stops: [3] }])
  assert.deepEqual([next, isSure], [1, true])
})

test("those who came are the most there were at once; who was not counted is not none", () => {
  const { counts } = led("start", ["count", { adults: 4, children: 0 }], ["join", { adults: 2 }], ["leave", { adults: 5 }])
  assert.deepEqual(cameOf(counts), { adults: 6, children: 0 })
  assert.deepEqual(cameOf([]), {})
})
