import assert from "node:assert/strict"
import { test } from "node:test"

import { askedMoments } from "../../../app/static/js/finder/moments.js"

for (const [question, moments, rest] of /** @type {[string, string[], string][]} */ ([
  ["ouvert mercredi après-midi", ["wednesday-afternoon"], ""],
  ["Qu’est-ce qui est ouvert ce mercredi après-midi ?", ["wednesday-afternoon"], ""],
  ["open this Wednesday afternoon", ["wednesday-afternoon"], ""],
  ["مفتوح بعد ظهر الأربعاء", ["wednesday-afternoon"], ""],
  ["mercredi", [], "mercredi"],
  ["ouvert", ["now"], ""],
  ["ouvert maintenant", ["now"], ""],
  ["مفتوح الآن", ["now"], ""],
  ["ouvert aujourd’hui", ["today"], ""],
  ["open tonight", ["today-evening"], ""],
  ["bibliothèque ouverte le samedi matin", ["saturday-morning"], "bibliotheque le"],
  ["ouvert pendant les vacances", ["holidays"], ""],
  ["cours de français le soir", [], "cours de français le soir"],
  ["piscine mercredi", [], "piscine mercredi"],
  ["aide aux devoirs", [], "aide aux devoirs"],
  ["samedi", ["saturday"], ""],
  ["le dimanche matin", ["sunday-morning"], ""],
  ["ce soir", ["today-evening"], ""],
  ["week-end", ["saturday"], ""],
  ["on the weekend", ["saturday"], ""],
  ["نهاية الأسبوع", ["saturday"], ""],
  ["demain", ["tomorrow"], ""],
  ["vacances", [], "vacances"],
  ["mercredi après-midi", [], "mercredi après-midi"],
  ["samedi piscine", [], "samedi piscine"],
])) {
  test(`« ${question} » asks for ${moments[0] ?? "no moment"}`, () => {
    const asked = askedMoments(question)
    assert.deepEqual([asked.moments, asked.rest.trim()], [moments, rest])
  })
}
