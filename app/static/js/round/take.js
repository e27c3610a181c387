// "Take onto this phone": the desk hands a part of a round over to the page that works without a network. No cookie goes along.

import { RoundStore } from "./store.js"

/** @param {HTMLFormElement} form with `data-base`, `data-go`, `data-failed` and `data-unkept` */
export function takeRound(form) {
  const button = /** @type {HTMLButtonElement} */ (form.querySelector("button"))
  button.disabled = false
  form.addEventListener("submit", async (event) => {
    event.preventDefault()
    button.disabled = true
    const told = await take(form)
    button.disabled = false
    if (!told) return location.assign(form.dataset.go ?? "/")
    tell(told)
  })
}

// Private

/** @param {HTMLFormElement} form @returns {Promise<string>} why not, in a sentence; "" once the phone has it */
async function take(form) {
  const request = { method: "POST", headers: { Accept: "application/json" }, body: new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)])) }
  const response = await fetch(form.action, request).catch(() => undefined)
  const round = response?.ok ? await response.json().catch(() => undefined) : undefined
  if (!round?.token) return form.dataset.failed ?? ""
  return new RoundStore(form.dataset.base ?? "/").replace(round).then(() => "", () => form.dataset.unkept ?? "")
}

/** @param {string} words */
function tell(words) {
  const told = /** @type {HTMLElement | null} */ (document.querySelector("[data-round-told]"))
  const line = told?.querySelector("span")
  if (!told || !line) return
  line.textContent = words
  told.hidden = false
  told.scrollIntoView({ block: "center" })
}
