// What a part of a pack holds comes out of it byte for byte, or not at all.

import assert from "node:assert/strict"
import { test } from "node:test"

import { PackFiles } from "../../../app/static/js/packs/files.js"
import { writePart } from "./part.js"

const FILES = {
  "fr/": "<!doctype html>\n<html>\n<p>Accueil\n</html>\n",
  "fr/places/bibliotheque": "<!doctype html>\n<html>\n<p>= @12 مكتبة 📚\n</html>\n",
  "fr/t/places.json": '{"count":2}',
  "fr/empty": "",
}

test("every file comes out as it went in", () => {
  const files = new PackFiles(writePart(FILES))
  assert.deepEqual(Object.fromEntries(files.paths.map((path) => [path, files.cut(path)])), FILES)
})

test("a file knows its media type and its language", () => {
  const { type, lang } = new PackFiles(writePart(FILES)).find("fr/t/places.json") ?? {}
  assert.deepEqual([type, lang], ["application/json", "fr"])
})

test("a file that is not there is not made up", () => {
  const files = new PackFiles(writePart(FILES))
  assert.equal(files.find("fr/nowhere"), undefined)
  assert.throws(() => files.cut("fr/nowhere"), /fr\/nowhere/)
})

test("a part of a format to come is refused", () => {
  assert.throws(() => new PackFiles(writePart(FILES).replace('"format":1', '"format":2')), /format 2/)
})

test("a part cut short is refused", () => {
  assert.throws(() => new PackFiles(writePart(FILES).split("\n").slice(0, 6).join("\n")), /lines when expected/)
})

for (const record of ["@zz", "@", "hello", ""]) {
  test(`the record “${record}” is refused`, () => {
    const text = writePart(FILES).replace("=<p>Accueil", record)
    assert.throws(() => new PackFiles(text).cut("fr/"), /holds the record/)
  })
}

test("a part knows the blocks of the one that it follows", () => {
  const files = new PackFiles('{"format":1,"after":"all/places-0","files":[["fr/a","text/html","fr",3,"0"]],"blocks":2}\n@own\n=own\n@far\n@own\n=last')
  assert.equal(files.after, "all/places-0")
  files.follow(new PackFiles('{"format":1,"files":[],"blocks":3}\n@far\n=first\n=second'))
  assert.equal(files.cut("fr/a"), "first\nsecond\nown\nlast")
})
