import assert from "node:assert/strict"
import { test } from "node:test"

import { isUrgent } from "../../../app/static/js/finder/urgent.js"

for (const words of [
  "urgence", "Urgences enfants", "mon mari me frappe", "violences conjugales", "où dormir ce soir", "on dort dehors", "à la rue", "on est à la rue avec les enfants", "115", "٣٩١٩", "mon bébé respire mal",
  "emergency", "I want to die", "nowhere to sleep", "my baby can’t breathe", "he hits me",
  "Je dors dans ma voiture avec mes deux enfants", "il me tape", "ma fille se coupe les bras", "we sleep in our car", "عائلة تنام في الشارع", "زوجي يضربني", "الشرطة", "ننام في الشارع", "عنف",
]) {
  test(`« ${words} » may be urgent`, () => assert.ok(isUrgent(words)))
}

for (const words of ["", "aide pour mon fils de 15 ans", "dormir", "18 ans", "cours du soir", "hôpital", "respirer", "voiture", "bras cassé", "étape", "rue Riquet", "l’école est à la rue Riquet", "school", "sleep", "مستشفى", "school in the street"]) {
  test(`« ${words} » is not`, () => assert.ok(!isUrgent(words)))
}
