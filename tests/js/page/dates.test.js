import assert from "node:assert/strict"
import { test } from "node:test"

import { sayDate } from "../../../app/static/js/page/dates.js"

const LONG = /** @type {const} */ ({ weekday: "long", day: "numeric", month: "long", timeZone: "UTC" })

for (const [lang, day, said] of [
  ["fr", "2026-05-01", "vendredi 1er mai"],
  ["fr", "2026-05-11", "lundi 11 mai"],
  ["fr-CA", "2026-05-01", "vendredi 1er mai"],
  ["en", "2026-05-01", "Friday, May 1"],
  ["ar", "2026-05-01", "الجمعة، 1 مايو"],
]) {
  test(`${day} is said in ${lang} as people write it`, () => {
    Object.assign(globalThis, { document: { documentElement: { lang } } })
    assert.equal(sayDate(new Date(day), LONG), said)
  })
}
