// "Take onto this phone": the desk hands a part of a round over to the page that works without a network. No cookie goes along.

import { tell } from "../page/tell.js"
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
    tell(document.querySelector("[data-round-told]"), told)
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
