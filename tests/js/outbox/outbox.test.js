import assert from "node:assert/strict"
import { test } from "node:test"

import { newKey } from "../../../app/static/js/outbox/outbox.js"
import { digestOf } from "../../../app/static/js/outbox/digest.js"
import { judgePhoto } from "../../../app/static/js/outbox/photo.js"
import { isDue, judge, waitAfter } from "../../../app/static/js/outbox/post.js"
import { fileNameOf, mailOf, textOf, wellFormed } from "../../../app/static/js/outbox/text.js"
import { inTurn, isWanted } from "../../../app/static/js/outbox/turn.js"

const KEY = "3f0c8a52-6b1e-4a0e-9c57-0d6a3b1f2e4d"
const HOUR_MS = 3_600_000
const DIGEST = "0f".repeat(32)

/** @param {object} [changes] */
const suggestion = (changes = {}) => ({
  key: KEY,
  typed: "2026-11-18T09:00:00.000Z",
  about: "PMI Hébert",
  what: "Horaires",
  page: "http://127.0.0.1/fr/places/pmi-hebert",
  email: "",
  body: { text: "Ouvre à 9 h", lang: "fr" },
  tries: 0,
  next: 0,
  refused: "",
  ...changes,
})

/** @param {number} status @param {any} answer @param {string | null} [retryAfter] */
const verdict = (status, answer, retryAfter = null) => judge(status, answer, { key: KEY, digest: DIGEST, retryAfter })

/** @param {number} status @param {any} answer */
const photoVerdict = (status, answer) => judgePhoto(status, answer, { key: KEY, digest: DIGEST, retryAfter: null })

test("a worker that met nobody says so without an error", () => assert.equal(verdict(204, null).outcome, "away"))

for (const status of [200, 201]) {
  test(`${status} with our key and our bytes has arrived`, () => assert.equal(verdict(status, { key: KEY, digest: DIGEST }).outcome, "arrived"))
}

test("where the browser reckons no digest, an answer still has to name one", () => {
  const outcomes = [DIGEST, "ok", undefined].map((digest) => judge(200, { key: KEY, digest }, { key: KEY, digest: null, retryAfter: null }).outcome)
  assert.deepEqual(outcomes, ["arrived", "later", "later"])
})

test("the digest is the one that a server reckons of the same bytes", async () => {
  const known = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
  assert.deepEqual([await digestOf("hello"), await digestOf(new Blob(["hello"]))], [known, known])
})

for (const [name, status, answer] of /** @type {[string, number, any][]} */ ([
  ["a sign-in page that answers 200", 200, null],
  ["a sign-in page that answers in JSON", 200, { status: "ok", redirect: "/login" }],
  ["an echo of what was sent", 200, { key: KEY, text: "Ouvre à 9 h" }],
  ["an answer to other bytes", 200, { key: KEY, digest: "1f".repeat(32) }],
  ["an answer to somebody else", 200, { key: "other", digest: DIGEST }],
  ["an older release without this endpoint", 404, null],
  ["a file server", 405, { error: "no" }],
  ["a proxy that wants a password", 401, null],
  ["a server that is full", 503, { status: 503, detail: "Plus tard." }],
  ["a server that fails", 500, null],
  ["a flood", 429, { status: 429, detail: "Doucement." }],
  ["a slow line", 408, { status: 408, detail: "Trop lent." }],
  ["a redirect", 302, null],
])) {
  test(`${name} is tried again`, () => assert.equal(verdict(status, answer).outcome, "later"))
}

test("a refusal of ours keeps its sentence", () => {
  assert.equal(verdict(401, { status: 401, detail: "Reprenez une tournée." }).sentence, "Reprenez une tournée.")
  assert.deepEqual(verdict(422, { status: 422, detail: "Trop long." }), { outcome: "refused", sentence: "Trop long.", waitMs: 0 })
})

test("a photo has arrived when our server says so of its key, and only then", () => {
  const outcomes = [photoVerdict(201, { key: KEY, photo: DIGEST }), photoVerdict(200, { key: KEY, photo: "0f" }), photoVerdict(200, null)]
  assert.deepEqual(outcomes.map(({ outcome }) => outcome), ["arrived", "later", "later"])
})

for (const [name, status, answer] of /** @type {[string, number, any][]} */ ([
  ["a release that takes no photos", 404, { status: 404, detail: "The requested URL was not found." }],
  ["a server that has lost the words", 404, { status: 404, detail: "Envoyez-la d’abord." }],
  ["a file server", 405, null],
])) {
  test(`${name} gets the words again, and the photo later`, () => {
    const { outcome, sentence, isUnknown } = photoVerdict(status, answer)
    assert.deepEqual({ outcome, sentence, isUnknown }, { outcome: "later", sentence: "", isUnknown: true })
  })
}

for (const status of [409, 413, 415, 422]) {
  test(`a photo refused with ${status} keeps our sentence, and its words are not sent again`, () => {
    assert.deepEqual(photoVerdict(status, { status, detail: "Reprenez-la." }), { outcome: "refused", sentence: "Reprenez-la.", waitMs: 0 })
  })
}

for (const [said, waitMs] of /** @type {[string | null, number][]} */ ([["5", 5_000], [null, 0], ["Wed, 18 Nov", 0], ["999999", HOUR_MS]])) {
  test(`Retry-After ${said} waits ${waitMs} ms`, () => assert.equal(verdict(503, null, said).waitMs, waitMs))
}

test("each try waits longer, and none longer than an hour", () => {
  const waits = [0, 1, 2, 3, 30, 5_000].map(waitAfter)
  assert.deepEqual(waits, [5_000, 10_000, 20_000, 40_000, HOUR_MS, HOUR_MS])
})

for (const [next, now, due] of /** @type {[number, number, boolean][]} */ ([[0, 1, true], [10, 9, false], [10 * HOUR_MS, HOUR_MS, true]])) {
  test(`a suggestion for ${next} is ${due ? "" : "not "}due at ${now}, whatever the clock did`, () => {
    assert.equal(isDue(suggestion({ next }), now), due)
  })
}

test("a refused suggestion goes again only when somebody asks", () => {
  const refused = suggestion({ refused: "Non." })
  assert.deepEqual(["due", "now", "asked"].map((urgency) => isWanted(refused, /** @type {any} */ (urgency), 0)), [false, false, true])
})

test("what was tried least goes first, so that one that cuts the line holds up no other", () => {
  const [bad, old, young] = [suggestion({ key: "bad", tries: 2 }), suggestion({ key: "old" }), suggestion({ key: "young", tries: undefined })]
  assert.deepEqual(inTurn([bad, old, young]).map(({ key }) => key), ["old", "young", "bad"])
})

test("keys are UUIDs, also where the browser makes none", () => {
  const made = [newKey(), ...withoutUuid(() => [newKey(), newKey()])]
  for (const key of made) assert.match(key, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  assert.equal(new Set(made).size, 3)
})

test("a suggestion reads as a person would tell it", () => {
  assert.equal(textOf([suggestion()]), "PMI Hébert · Horaires\nOuvre à 9 h\n2026-11-18 · http://127.0.0.1/fr/places/pmi-hebert\n")
  assert.equal(textOf([suggestion({ what: "" }), suggestion()]).split("\n\n").length, 2)
  assert.equal(fileNameOf([suggestion()]), "a-deux-pas-2026-11-18.txt")
})

test("a mail holds every line, and there is none without somebody to write to", () => {
  assert.equal(mailOf([suggestion()], "x"), "")
  const mail = new URL(mailOf([suggestion({ email: "kiosque@example.org" }), suggestion({ about: "A & B? #1" })], "À deux pas"))
  assert.equal(mail.pathname, "kiosque@example.org")
  assert.match(mail.searchParams.get("body") ?? "", /A & B\? #1/)
})

for (const [text, kept] of [["🏊 \ud83d", "🏊 \ufffd"], ["  مغلق 👩‍👧 ", "مغلق 👩‍👧"], ["<b>", "<b>"]]) {
  test(`« ${kept} » is whole`, () => assert.equal(wellFormed(text), kept))
}

/** @template T @param {() => T} act @returns {T} */
function withoutUuid(act) {
  const { randomUUID } = crypto
  Object.defineProperty(crypto, "randomUUID", { value: undefined, configurable: true })
  try {
    return act()
  } finally {
    Object.defineProperty(crypto, "randomUUID", { value: randomUUID, configurable: true })
  }
}

test("what is held does not leave before its time, unless it is asked for or the clock was changed", () => {
  const held = suggestion({ next: 50_000, held: 50_000 })
  assert.deepEqual([isWanted(held, "now", 40_000), isWanted(held, "now", 50_000), isWanted(held, "asked", 40_000)], [false, true, true])
  assert.equal(isWanted(suggestion({ held: 9e12 }), "now", 40_000), true)
})
