// When a question asks for: “ouvert mercredi après-midi” is a filter, not words to look for. Folded, in the three languages
// together: a person may write in another language than the page's.

import { termsOf } from "../places/fold.js"
import { tells } from "./stop-words.js"

/** @typedef {{ moments: string[], rest: string }} Asked the moments that words ask for, and the words without them */

/** @param {string} words of one meaning each, written `a b : meaning` a line */
const dictionary = (words) =>
  new Map(words.trim().split("\n").flatMap((line) => {
    const [all, meaning] = line.split(":").map((part) => part.trim())
    return all.split(" ").map((word) => /** @type {const} */ ([word, meaning]))
  }))

const OPEN = new Set("ouvert ouverte ouverts ouvertes open opened opens مفتوح مفتوحه".split(" "))
const DAYS = dictionary(`
  aujourd today tonight يوم : today
  demain tomorrow غدا : tomorrow
  lundi monday اثنين : monday
  mardi tuesday ثلاثاء : tuesday
  mercredi wednesday اربعاء : wednesday
  jeudi thursday خميس : thursday
  vendredi friday جمعه : friday
  samedi saturday سبت weekend end نهايه : saturday
  dimanche sunday احد : sunday
  vacances holiday holidays عطله عطل اجازه : holidays`)
const PARTS = dictionary(`
  matin matinee morning صباح صباحا : morning
  midi aprem afternoon ظهر : afternoon
  soir soiree evening tonight مساء : evening`)
/** Words that go with the others: “aujourd’hui”, “après-midi”, “week-end”, “this”, “بعد الظهر”. */
const BESIDE = new Set("hui apres week ce cet this maintenant now الان ان بعد هذا في اسبوع".split(" "))
/** What children do then, more than when a door is open: they lead to places. */
const ACTIVITIES = new Set(["wednesday", "holidays"])

/** @param {string} question @returns {Asked} no moment when its words ask for no open door */
export function askedMoments(question) {
  const terms = termsOf(question)
  const rest = terms.filter((term) => !isOfMoment(term))
  if (!terms.some((term) => OPEN.has(term)) && !isOnlyWhen(terms)) return { moments: [], rest: question }
  return { moments: [momentOf(valueIn(DAYS, terms), valueIn(PARTS, terms))], rest: rest.some(tells) ? rest.join(" ") : "" }
}

// Private

/** @param {string | undefined} day @param {string | undefined} part */
function momentOf(day, part) {
  if (day === "holidays") return day
  if (day === undefined && part === undefined) return "now"
  return [day ?? "today", part].filter(Boolean).join("-")
}

/** “Samedi”, “ce soir”: nothing else is asked. @param {string[]} terms */
function isOnlyWhen(terms) {
  const [day, part] = [valueIn(DAYS, terms), valueIn(PARTS, terms)]
  return Boolean(day ?? part) && !ACTIVITIES.has(day ?? "") && terms.every((term) => isOfMoment(term) || !tells(term))
}

/** @param {Map<string, string>} words @param {string[]} terms */
function valueIn(words, terms) {
  return terms.map((term) => words.get(term)).find((value) => value !== undefined)
}

/** @param {string} term */
function isOfMoment(term) {
  return OPEN.has(term) || DAYS.has(term) || PARTS.has(term) || BESIDE.has(term)
}
