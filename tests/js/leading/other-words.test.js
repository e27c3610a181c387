import assert from "node:assert/strict"
import { test } from "node:test"
import { dataOf, sameStop } from "../../../app/static/js/leading/other-words.js"

/** @param {string} edition @param {string[]} places */
const walkOf = (edition, ...places) => /** @type {any} */ ({ edition, stops: places.map((place) => ({ place })) })

test("the data of a walk are read from its page without rendering it", () => {
  const page = '<p>x</p><script type="application/json" data-messages>{}</script><script type="application/json" data-walk>{"walk":"w","title":["\\u003c/b>","ar"]}</script>'
  assert.deepEqual(dataOf(page), { walk: "w", title: ["</b>", "ar"] })
})

for (const page of ["", "<p>Connectez-vous au Wi-Fi</p>"]) {
  test(`« ${page} » is no page of a walk`, () => assert.throws(() => dataOf(page)))
}

test("a stop of another edition is the same one only where its place is", () => {
  const led = walkOf("1", "a", "b", "")
  assert.equal(sameStop(walkOf("2", "a", "c", ""), led, 0)?.place, "a")
  assert.equal(sameStop(walkOf("2", "a", "c", ""), led, 1), undefined)
  assert.equal(sameStop(walkOf("2", "a", "c", ""), led, 2), undefined)
  assert.equal(sameStop(walkOf("1", "a", "b", ""), led, 2)?.place, "")
})
