// Keys of access at the desk: a script alone, on the two pages that have a button for them. Without it the password is there.

import { mayUseKeys, offerKey } from "./desk/keys.js"

if (mayUseKeys()) for (const button of document.querySelectorAll("button[data-key]")) offerKey(/** @type {HTMLButtonElement} */ (button))
