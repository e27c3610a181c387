// Entry point of every page: defines the elements that the server's HTML may hold.

import { ClockNotice } from "./elements/clock-notice.js"
import { ClosableNotice } from "./elements/closable-notice.js"
import { EditionLine } from "./elements/edition-line.js"
import { InstallAdvice } from "./elements/install-advice.js"
import { KeepQuarter } from "./elements/keep-quarter.js"
import { KeptPages } from "./elements/kept-pages.js"
import { OfflineBanner } from "./elements/offline-banner.js"
import { PassingDates } from "./elements/passing-dates.js"
import { PlaceFinder } from "./elements/place-finder.js"
import { PlaceStatus } from "./elements/place-status.js"
import { ShareButton } from "./elements/share-button.js"
import { UpdateOffer } from "./elements/update-offer.js"
import { WalkDirections } from "./elements/walk-directions.js"
import { watchPacks } from "./packs/watch.js"
import { assetOf } from "./page/addresses.js"
import { keepQuestions } from "./page/language-links.js"
import { carryHandOver } from "./page/hand-over.js"
import { recall } from "./page/memory.js"
import { readyPaper } from "./page/paper.js"
import { whenSeen } from "./page/seen.js"
import { startWorker } from "./page/worker.js"

const ELEMENTS = {
  "clock-notice": ClockNotice,
  "closable-notice": ClosableNotice,
  "install-advice": InstallAdvice,
  "keep-quarter": KeepQuarter,
  "kept-pages": KeptPages,
  "offline-banner": OfflineBanner,
  "passing-dates": PassingDates,
  "place-finder": PlaceFinder,
  "place-status": PlaceStatus,
  "share-button": ShareButton,
  "update-offer": UpdateOffer,
  "walk-directions": WalkDirections,
  // After those that listen to it.
  "edition-line": EditionLine,
}

for (const [name, element] of Object.entries(ELEMENTS)) customElements.define(name, element)
carryHandOver()
startWorker()
readyPaper()
watchPacks()
keepQuestions()

if (document.querySelector("outbox-page")) import(assetOf("outbox.js")).catch(() => undefined)

if (document.querySelector("list-button, my-list")) import(assetOf("list.js")).catch(() => undefined)

// Most pages have nothing to send: they do not carry what sends. A page that cannot load it keeps a plain form.
const loadMail = () => void import(assetOf("mail.js")).catch(() => undefined)
const form = document.querySelector("report-form")
if (recall("outbox")) loadMail()
else if (form) whenSeen(form, loadMail)
