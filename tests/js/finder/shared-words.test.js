// Words that several kinds share stand once in `words.json`.

import assert from "node:assert/strict"
import { test } from "node:test"

import { withShared } from "../../../app/static/js/finder/shared-words.js"

const WORDS = {
  kinds: ["Piscine,Swimming pool", "Parc,Park"],
  themes: ["Sport", "Parcs"],
  missing: [[0, "Patinoire"]],
  shared: "0 4:glisse,bassin\n1~ 3:ombre,frais",
}

test("every kind, theme and kind without a place has its words again", () => {
  const { kinds, themes, missing } = withShared(WORDS)
  assert.deepEqual(kinds, ["Piscine,Swimming pool,glisse,bassin", "Parc,Park,~ombre,~frais"])
  assert.deepEqual(themes, ["Sport", "Parcs,ombre,frais"])
  assert.deepEqual(missing, [[0, "Patinoire,glisse,bassin"]])
})

test("words of an older pack are as they were", () => {
  const old = { kinds: ["Piscine,bassin"], themes: ["Sport"], missing: [] }
  assert.equal(withShared(old), old)
})
