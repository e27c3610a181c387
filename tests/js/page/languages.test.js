import assert from "node:assert/strict"
import { test } from "node:test"

import { preferred } from "../../../app/static/js/page/languages.js"

const OFFERED = ["fr", "ar", "pt-BR", "zh-Hans", "zh-Hant", "en", "en-CA"]

for (const [asked, given] of [
  [["pt-BR", "fr"], "pt-BR"],
  [["pt"], "pt-BR"],
  [["pt-PT", "en"], "pt-BR"],
  [["zh-Hant-TW"], "zh-Hant"],
  [["EN-ca"], "en-CA"],
  [["en-US"], "en"],
  [["de", "ar-DZ"], "ar"],
  [["de"], undefined],
]) {
  test(`a phone that asks for ${asked} gets ${given}`, () => {
    assert.equal(preferred(/** @type {string[]} */ (asked), OFFERED), given)
  })
}
