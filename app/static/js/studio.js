// Entry point of the studio, where sheets of paper are chosen: loaded there and nowhere else.

import { PrintRun } from "./studio/print-run.js"
import { PrintStudio } from "./studio/print-studio.js"

customElements.define("print-run", PrintRun)
customElements.define("print-studio", PrintStudio)
