import assert from "node:assert/strict"
import { test } from "node:test"

import { pageOf, partOf, readCode } from "../../../app/static/js/page/codes.js"

for (const [typed, code] of [
  ["K7M2Q4", "K7M2Q4"],
  ["k7m2q4", "K7M2Q4"],
  ["w4lkOi", "W41K01"],
  ["K٧M٢Q٤", "K7M2Q4"],
  ["k۷m۲q۴", "K7M2Q4"],
  ["Ｋ７Ｍ２Ｑ４", "K7M2Q4"],
  ["K%D9%A7M%D9%A2Q%D9%A4", "K7M2Q4"],
  [" k7\u200bm2q4\ufeff", "K7M2Q4"],
  ["100%", undefined],
  ["offline", undefined],
  ["K7M2Q", undefined],
  ["", undefined],
]) {
  test(`« ${typed} » is read as ${code}`, () => assert.equal(readCode(String(typed)), code))
}

for (const [kind, path] of [
  ["place", "places/abc"],
  ["walk", "walks/abc"],
  ["territory", "abc/"],
]) {
  test(`the code of a ${kind} has a page`, () => assert.equal(pageOf("K7M2Q4", { kind, id: "abc" }), path))
}

for (const state of ["retired", "waiting"]) {
  test(`a code that is ${state} has a page of its own`, () => {
    assert.equal(pageOf("K7M2Q4", { kind: "place", id: "abc", [state]: true }), "codes/K7M2Q4")
  })
}

test("who comes from a sheet is told what changed since, where something did", () => {
  const target = { kind: "place", id: "abc" }
  assert.equal(partOf(target), "")
  assert.equal(partOf({ ...target, changed: "2026-11-12" }), "#sheet")
})
