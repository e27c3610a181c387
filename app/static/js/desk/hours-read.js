// Hours in words, as families will read them, beside the field in which somebody types them.

/** Milliseconds of rest after the last letter: nobody wants to hear of half a word. */
const REST_MS = 400

/** @param {HTMLTextAreaElement} field whose `data-hours` is the address that reads them */
export function readHours(field) {
  const told = field.form?.querySelector("#hours-read")
  if (!told) return
  let timer = 0
  let asked = 0
  field.addEventListener("input", () => {
    clearTimeout(timer)
    timer = setTimeout(async () => {
      const turn = ++asked
      const said = await ask(field)
      if (said && turn === asked) tell(told, said)
    }, REST_MS)
  })
}

// Private

/** @typedef {{ lines: string[] }} Read */

/** @param {HTMLTextAreaElement} field @returns {Promise<Read | undefined>} nothing without network: the form says it when it is sent */
async function ask(field) {
  const address = new URL(field.dataset.hours ?? "", location.href)
  address.searchParams.set("text", field.value)
  const response = await fetch(address).catch(() => undefined)
  return response?.ok ? response.json() : undefined
}

/** @param {Element} told @param {Read} read */
function tell(told, { lines }) {
  const said = lines.map((line) => Object.assign(document.createElement("p"), { dir: "auto", textContent: line }))
  told.replaceChildren(...said)
}
