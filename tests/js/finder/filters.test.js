import assert from "node:assert/strict"
import { test } from "node:test"

import { isBlank, monthsOf, partsOf, readFilters, without, writeFilters } from "../../../app/static/js/finder/filters.js"

const known = { themes: ["ecole", "culture", "sport"], languages: ["ar", "en"] }
const read = (/** @type {string} */ query) => readFilters(new URLSearchParams(query), known)

for (const query of [
  "",
  "q=piscine",
  "q=caf%C3%A9+%26+th%C3%A9&free=1",
  "speaks=ar&theme=ecole%2Csport&open=now%2Cholidays&age=18m%2C7&walkin=1&stroller=1",
]) {
  test(`it writes « ${query} » as it read it`, () => assert.equal(String(writeFilters(read(query))), query))
}

for (const query of [
  "theme=nope&speaks=xx&open=sometimes",
  "open=constructor,monday-toString,wednesday-afternoon-afternoon,holidays-morning",
  "age=abc,-3,999,301m&free=yes&practical=2",
  "constructor=1&__proto__=1&q=",
  "q=%20%20&utm_source=poster",
]) {
  test(`it ignores « ${query} »`, () => assert.ok(isBlank(read(query))))
}

test("it reads several values written apart as well as together", () => {
  assert.deepEqual(read("theme=ecole&theme=sport&age=3&age=7").theme, ["ecole", "sport"])
})

test("it takes one child back and leaves its twin", () => {
  assert.deepEqual(without(read("age=7,7,2"), { name: "ages", value: "7" }).ages, ["7", "2"])
})

test("it names every part but the words", () => {
  assert.deepEqual(
    partsOf(read("q=parc&free=1&open=now&age=7")).map((part) => `${part.name}:${part.value}`),
    ["open:now", "ages:7", "free:1"],
  )
})

test("it takes back any part", () => {
  const filters = read("q=parc&speaks=ar&free=1&theme=sport&open=now&age=7")
  const left = partsOf(filters).reduce(without, filters)
  assert.equal(String(writeFilters(left)), "q=parc")
})

test("a child of 7 has lived 84 to 95 months, one of 18 months has lived 18", () => {
  assert.deepEqual([monthsOf("7"), monthsOf("18m")], [[84, 95], [18, 18]])
})
