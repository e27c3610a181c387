// Each browser is told its own way to the home screen.

import assert from "node:assert/strict"
import { test } from "node:test"

import { kindOf } from "../../../app/static/js/page/browser.js"

const ANDROID = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)"
const IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
const IPAD = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15"

for (const [name, navigator, kind] of [
  ["Chrome on Android", { userAgent: `${ANDROID} Chrome/130.0.0.0 Mobile Safari/537.36` }, "android"],
  ["Samsung Internet", { userAgent: `${ANDROID} SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36` }, "samsung"],
  ["Firefox on Android", { userAgent: "Mozilla/5.0 (Android 14; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0" }, "firefox"],
  ["Safari on an iPhone", { userAgent: `${IPHONE} Version/18.1 Mobile/15E148 Safari/604.1` }, "ios"],
  ["Safari on an iPad", { userAgent: IPAD, maxTouchPoints: 5 }, "ios"],
  ["Safari on a Mac", { userAgent: IPAD, maxTouchPoints: 0 }, "other"],
  ["Facebook on an iPhone", { userAgent: `${IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/490.0]` }, "in_app"],
  ["Instagram on Android", { userAgent: `${ANDROID} Version/4.0 Chrome/130.0.0.0 Mobile Safari/537.36 Instagram 355.0` }, "in_app"],
  ["a window of an Android app", { userAgent: "Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) AppleWebKit/537.36 Chrome/130.0.0.0" }, "in_app"],
  ["the installed site", { userAgent: `${IPHONE} Mobile/15E148`, standalone: true }, "installed"],
  ["Firefox on a desk", { userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" }, "other"],
]) {
  test(`${name} is ${kind}`, () => assert.equal(kindOf(navigator), kind))
}
