// What the finder says of a search, in one line.

import { pageLanguage, say, sayCount } from "../page/messages.js"

/** No number holds both what is known and what is not. @param {import("./data.js").Findings} findings @param {string} words */
export function summaryOf({ yes, likely, ask, isGuess }, words) {
  if (isGuess && yes.length + likely.length + ask.length) return say("results_guess", { words })
  const parts = [sayCount("results", yes.length)]
  if (likely.length) parts.push(sayCount("results_likely", likely.length))
  if (ask.length) parts.push(sayCount("results_ask", ask.length))
  return parts.join(" · ")
}

/** @param {string[]} welcome ages of the children that the place is for @param {string[]} ages of all */
export function childrenWords(welcome, ages) {
  if (welcome.length === 0 || welcome.length === ages.length) return ""
  const words = welcome.map((age) => sayCount(age.endsWith("m") ? "age_months" : "age_years", Number.parseInt(age, 10)))
  return sayCount("for_children", welcome.length, { ages: new Intl.ListFormat(pageLanguage()).format(words) })
}
