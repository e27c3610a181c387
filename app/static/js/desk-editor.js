// The desk's editor: a form says at once what would be refused, a photo is made light, a pin is moved on the plan, and stops
// are dragged into order. Without it the same forms say so once they are sent, positions are two numbers, and stops have
// buttons.

import { dragOrder } from "./desk/drag-order.js"
import { lightenPhoto } from "./desk/light-photo.js"
import { checkLive } from "./desk/live-check.js"
import { PinMap } from "./desk/pin-map.js"
import { quickenWeek } from "./desk/week.js"

for (const form of document.querySelectorAll("form[data-live]")) {
  checkLive(/** @type {HTMLFormElement} */ (form))
  if (form.querySelector("[data-day]")) quickenWeek(/** @type {HTMLFormElement} */ (form))
}
for (const form of document.querySelectorAll("form[data-photo]")) lightenPhoto(/** @type {HTMLFormElement} */ (form))
for (const list of document.querySelectorAll("[data-order]")) dragOrder(/** @type {HTMLElement} */ (list))
customElements.define("pin-map", PinMap)
