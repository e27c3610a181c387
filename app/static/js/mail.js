// What speaks with the outbox: loaded by pages that hold a form, and by others while something
// waits. It is built by itself, so it shares no state with the page's other scripts.

import { OutBox } from "./elements/out-box.js"
import { ReportForm } from "./elements/report-form.js"
import { SpotPick } from "./elements/spot-pick.js"

customElements.define("out-box", OutBox)
customElements.define("report-form", ReportForm)
customElements.define("spot-pick", SpotPick)
