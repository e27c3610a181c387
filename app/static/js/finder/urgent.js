// Words of somebody in danger, or with nowhere to sleep tonight: the free numbers stand above the places then, for a
// place may be closed. Folded, in the three languages together: a person may write in another language than the page's.

import { termsOf } from "../places/fold.js"

/** The numbers themselves, when nothing else is typed: “15 ans” is an age. */
const NUMBERS = new Set("15 17 18 112 114 115 119 3114 3919".split(" "))

const WORDS = new Set(
  (
    "urgence urgences samu ambulance pompier pompiers police suicide suicider mourir violence violences violent battue frappe viol " +
    "violee danger menace convulsion convulsions etouffe empoisonne " +
    "emergency emergencies suicidal die violent hits beaten rape raped abuse abused unsafe threatens choking poisoned " +
    "طوارئ طواري مستعجلات استعجالات اسعاف شرطه مطافي انتحار انتحر اموت عنف يضربني ضربني اغتصاب خطر يهددني تهديد تشنجات يختنق"
  ).split(" "),
)

/** Words that tell it together, in any order and with others between them. */
const TOGETHER = [
  ["dormir", "soir"], ["dormir", "dehors"], ["dors", "dehors"], ["dormons", "dehors"], ["dort", "dehors"],
  ["sleep", "tonight"], ["sleep", "outside"], ["nowhere", "sleep"], ["breathe", "t"], ["respire", "mal"], ["respire", "pas"], ["respire", "plus"],
  ["dors", "voiture"], ["dormons", "voiture"], ["sleep", "car"], ["me", "tape"], ["coupe", "bras"], ["coupures", "bras"],
  ["ننام", "شارع"], ["تنام", "شارع"], ["انام", "شارع"], ["انام", "ليله"], ["لا", "يتنفس"],
]

/** “On est à la rue”, and not “l’école est à la rue Riquet”. */
const IN_THE_STREET = /(?:^| )a la rue(?:$| avec | depuis )/

/** @param {string} question @returns {boolean} */
export function isUrgent(question) {
  const all = termsOf(question)
  const terms = new Set(all)
  if (terms.size === 1 && NUMBERS.has(all[0])) return true
  if (IN_THE_STREET.test(all.join(" "))) return true
  return [...terms].some((term) => WORDS.has(term)) || TOGETHER.some((words) => words.every((word) => terms.has(word)))
}
