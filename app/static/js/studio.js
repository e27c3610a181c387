// Entry point of the studio, where sheets of paper are chosen: loaded there and nowhere else.

import { OwnPrinter } from "./studio/own-printer.js"
import { PrintRun } from "./studio/print-run.js"
import { PrintStudio } from "./studio/print-studio.js"

customElements.define("print-run", PrintRun)
customElements.define("print-studio", PrintStudio)
// After the studio, which draws the sheet again when a printer is taken up.
customElements.define("own-printer", OwnPrinter)
