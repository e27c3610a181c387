import assert from "node:assert/strict"
import { test } from "node:test"

import { fold } from "../../../app/static/js/page/fold.js"
import { isTelling, slugOf, termsOf } from "../../../app/static/js/places/fold.js"

for (const [words, folded] of [
  ["École", "ecole"],
  ["Cœur d’Ælia", "coeur d'aelia"],
  ["STRASSE straße", "strasse strasse"],
  ["مكتبة", "مكتبه"],
  ["أطفال إلى آخر", "اطفال الي اخر"],
  ["حَدِيقَة", "حديقه"],
  ["Đa Nguyễn", "đa nguyen"],
  ["٩٣ ۵۷ ९३ ９３ 93", "93 57 93 93 93"],
  ["کتب مكتبة حی ہے", "كتب مكتبه حي هي"],
  ["کتاب\u200cخانه\u200f", "كتابخانه"],
]) {
  test(`it folds ${words}`, () => assert.equal(fold(words), folded))
}

for (const [words, terms] of [
  ["الحديقة", ["حديقه"]],
  ["والمكتبة للأطفال", ["مكتبه", "اطفال"]],
  ["ألم", ["الم"]],
  ["L’école de l’Évangile", ["l", "ecole", "de", "l", "evangile"]],
  ["公共图书馆", ["公共", "共图", "图书", "书馆"]],
  ["93路 bus", ["93", "路", "bus"]],
  ["สมุด", ["สม", "มุ", "ุด"]],
  ["", []],
]) {
  test(`it finds the terms of « ${words} »`, () => assert.deepEqual(termsOf(String(words)), terms))
}

test("it makes the id of a name as the server does", () => {
  assert.equal(slugOf("École élémentaire Évangile (33)"), "ecole-elementaire-evangile-33")
})

for (const [words, says] of [["p", false], ["à l’", false], ["pa", true], ["水", true], ["", false]]) {
  test(`« ${words} » says ${says ? "something" : "nothing yet"}`, () => assert.equal(isTelling(String(words)), says))
}
