// The desk's one script: hours are read back while they are typed, and a translation is saved from the keyboard. Without
// it the same is said once the form is sent, and the button is there.

import { readHours } from "./desk/hours-read.js"
import { saveByKeys } from "./desk/translating.js"

for (const field of document.querySelectorAll("textarea[data-hours]")) readHours(/** @type {HTMLTextAreaElement} */ (field))
for (const form of document.querySelectorAll("form[data-translating]")) saveByKeys(/** @type {HTMLFormElement} */ (form))
