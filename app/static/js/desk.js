// The desk's one script: hours are read back while they are typed. Without it the same is said once the form is sent.

import { readHours } from "./desk/hours-read.js"

for (const field of document.querySelectorAll("textarea[data-hours]")) readHours(/** @type {HTMLTextAreaElement} */ (field))
