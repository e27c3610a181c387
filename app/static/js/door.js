// On a static site, what our server does there: lead to the page in the visitor's language. A page that only leads on
// loads this first, before anything is drawn. A visitor who cannot be led chooses.

import { pageOf, partOf, readCode } from "./page/codes.js"
import { preferred } from "./page/languages.js"

const asked = /** @type {HTMLScriptElement} */ (document.currentScript).dataset
const base = document.documentElement.dataset.base ?? "/"
const languages = (asked.languages ?? "").split(" ")
/** How long the memory of a phone may take to answer; no visitor waits longer for it. */
const MEMORY_WITHIN_MS = 1000

lead()

async function lead() {
  const [rest, lang] = [asked.to ?? (await pageOfAddress()), (await languageKept()) ?? languageAsked() ?? asked.otherwise]
  if (rest === undefined || !lang) return
  const [path, part] = rest.split("#")
  location.replace(`${base}${lang}/${path}${location.search}${part ? `#${part}` : location.hash}`)
}

/** An address that no file has may be a code in another case, or with an O for a 0. @returns {Promise<string | undefined>} */
async function pageOfAddress() {
  const code = readCode(location.pathname.slice(base.length).replace(/\/$/, ""))
  const answer = code ? await fetch(`${base}codes.json`).catch(() => undefined) : undefined
  const target = code && answer?.ok ? (await answer.json())[code] : undefined
  return code && target ? `${pageOf(code, target).replace(/\/$/, "")}/${partOf(target)}` : undefined
}

/** The language of the last page read, as the worker keeps it. @returns {Promise<string | undefined>} */
async function languageKept() {
  const kept = globalThis.caches?.match(`${base}_language`).then((language) => language?.text())
  const late = new Promise((resolve) => setTimeout(resolve, MEMORY_WITHIN_MS))
  return known((await Promise.race([kept?.catch(() => undefined), late])) ?? "")
}

function languageAsked() {
  return preferred(navigator.languages, languages)
}

/** @param {string} lang */
function known(lang) {
  return languages.includes(lang) ? lang : undefined
}
