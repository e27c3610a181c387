// A chip says what was chosen in the words of the page, never a code.

import assert from "node:assert/strict"
import { test } from "node:test"

import { Places } from "../../../app/static/js/places/places.js"
import { places } from "./town.js"

const block = { textContent: JSON.stringify({ chosen_filter: "Filtre choisi" }) }
Object.assign(globalThis, { document: { querySelectorAll: () => [block], documentElement: { lang: "fr" } } })
const { nameOf } = await import("../../../app/static/js/finder/chips.js")
const form = /** @type {any} */ ({ querySelector: () => null })
const town = new Places(places)

for (const [value, data, name] of /** @type {const} */ ([
  ["droits", town, "Droits et démarches"],
  ["jardin", town, "Jardin"],
  ["sante", town, "Filtre choisi"],
  ["sante", null, "Filtre choisi"],
])) {
  test(`« ${value} » ${data ? "with" : "without"} data is called “${name}”`, () => assert.equal(nameOf({ name: "theme", value }, form, data), name))
}

test("a language that the form does not list is not shown as its code", () => {
  assert.equal(nameOf({ name: "speaks", value: "ar" }, form, town), "Filtre choisi")
})
