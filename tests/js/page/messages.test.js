import assert from "node:assert/strict"
import { test } from "node:test"

import { pageLanguage } from "../../../app/static/js/page/messages.js"

for (const lang of ["fa", "ps", "th", "ar", "fr"]) {
  test(`a page in ${lang} counts days as the street does`, () => {
    Object.assign(globalThis, { document: { documentElement: { lang } } })
    const format = new Intl.DateTimeFormat(pageLanguage(), { day: "numeric", month: "numeric", year: "numeric", timeZone: "UTC" })
    const parts = Object.fromEntries(format.formatToParts(new Date("2026-12-20")).map(({ type, value }) => [type, value]))
    assert.deepEqual([Number(parts.day), Number(parts.month), Number(parts.year)], [20, 12, 2026])
  })
}
