import assert from "node:assert/strict"
import { test } from "node:test"

Object.assign(globalThis, { EDITION: { base: "/quartier/", digest: "d", languages: ["fr"] }, location: { origin: "https://h.example" } })
const { isKeepable, isOurs, isSuggestion, keyOf, keysOf, pathOf } = await import("../../../app/static/js/worker/names.js")
const SITE = "https://h.example/quartier/"

for (const [address, key] of [
  ["fr/places/abc?utm_source=affiche#hours", "fr/places/abc"],
  ["fr/places/abc/index.html", "fr/places/abc/"],
  ["index.html?x=1", ""],
  ["fr/nord/places.json", "fr/nord/places.json"],
]) {
  test(`the key of ${address}`, () => assert.equal(keyOf(SITE + address), SITE + key))
}

for (const [address, keys] of [
  ["fr/places/abc", ["fr/places/abc", "fr/places/abc/"]],
  ["fr/places/abc/", ["fr/places/abc/", "fr/places/abc"]],
  ["fr/places/abc/index.html?q=1", ["fr/places/abc/", "fr/places/abc"]],
  ["codes.json", ["codes.json"]],
]) {
  const sited = keys.map((key) => SITE + key)
  test(`a file server and ours have one page at ${address}`, () => assert.deepEqual(keysOf(SITE + address), sited))
}

test("a path is told below the site", () => assert.equal(pathOf(`${SITE}k7m2q4/`), "k7m2q4/"))

for (const [path, ours] of /** @type {[string, boolean][]} */ ([["desk/", false], ["desk", false], ["desk/suggestions/3", false], ["fr/desk", true], ["desks/", true]])) {
  test(`the worker ${ours ? "answers for" : "leaves alone"} ${path}`, () => {
    assert.deepEqual([isOurs(new Request(SITE + path)), isKeepable(SITE + path)], [ours, ours])
  })
}

for (const [method, path, isOne] of /** @type {[string, string, boolean][]} */ ([
  ["POST", "api/v1/suggestions?lang=fr", true],
  ["PUT", "api/v1/suggestions/3f0c8a52/photo?lang=fr", true],
  ["GET", "api/v1/suggestions", false],
  ["POST", "fr/", false],
])) {
  test(`${method} ${path} ${isOne ? "hands over a suggestion" : "does not"}`, () => {
    assert.equal(isSuggestion(new Request(SITE + path, { method })), isOne)
  })
}
