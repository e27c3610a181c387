// Entry point of the touch screen of a kiosk: loaded there and nowhere else.

import { KioskCodes } from "./kiosk/kiosk-codes.js"
import { KioskPrinter } from "./kiosk/kiosk-printer.js"
import { KioskScreens } from "./kiosk/screens.js"
import { KioskWaiting } from "./kiosk/waiting.js"

customElements.define("kiosk-waiting", KioskWaiting)
customElements.define("kiosk-screens", KioskScreens)
customElements.define("kiosk-printer", KioskPrinter)
customElements.define("kiosk-codes", KioskCodes)

// No setting of a browser turns off what a long press opens.
for (const type of ["contextmenu", "dragstart", "selectstart"]) addEventListener(type, (event) => event.preventDefault())
