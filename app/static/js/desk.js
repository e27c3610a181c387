// The desk's one script: hours are read back while they are typed, a translation is saved from the keyboard, and a round is
// taken onto this phone. Without it the same hours are said once the form is sent, the button is there, a round is printed.

import { readHours } from "./desk/hours-read.js"
import { saveByKeys } from "./desk/translating.js"
import { takeRound } from "./round/take.js"

for (const field of document.querySelectorAll("textarea[data-hours]")) readHours(/** @type {HTMLTextAreaElement} */ (field))
for (const form of document.querySelectorAll("form[data-translating]")) saveByKeys(/** @type {HTMLFormElement} */ (form))
for (const form of document.querySelectorAll("form[data-take]")) takeRound(/** @type {HTMLFormElement} */ (form))
