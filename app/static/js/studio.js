// Entry point of the studio, where sheets of paper are chosen: loaded there and nowhere else.

import { PrintStudio } from "./studio/print-studio.js"

customElements.define("print-studio", PrintStudio)
