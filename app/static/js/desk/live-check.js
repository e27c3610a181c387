// A form that says beside each field, while it is filled in, what saving would be refused for: in the words of the server.

/** Milliseconds of rest after the last change. */
const REST_MS = 600

/** @param {HTMLFormElement} form */
export function checkLive(form) {
  let timer = 0
  let asked = 0
  /** What was touched: nobody hears of a field that waits for its turn. @type {Set<string>} */
  const touched = new Set()
  const check = async () => {
    const turn = ++asked
    const said = await ask(form)
    if (said && turn === asked) tell(form, touched, said)
  }
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(check, REST_MS)
  }
  form.addEventListener("adeuxpas:filled", wait)
  form.addEventListener("change", (event) => {
    const name = /** @type {HTMLInputElement} */ (event.target).name
    if (name) touched.add(fieldOf(name))
    if (name) wait()
  })
}

// Private

/** @typedef {{ problems: Record<string, string>, lines?: string[] }} Said problems by input; for hours the days to come */

/** @param {HTMLFormElement} form @returns {Promise<Said | undefined>} nothing without network */
async function ask(form) {
  const body = new FormData(form)
  body.set("check", "1")
  const response = await fetch(form.action, { method: "POST", body: new URLSearchParams(/** @type {any} */ (body)) }).catch(() => undefined)
  return response?.ok ? response.json() : undefined
}

/** @param {HTMLFormElement} form @param {Set<string>} touched @param {Said} said */
function tell(form, touched, { problems, lines }) {
  for (const day of form.querySelectorAll("[data-day]")) {
    tellDay(/** @type {HTMLElement} */ (day), problems[/** @type {HTMLElement} */ (day).dataset.day ?? ""] ?? "")
  }
  const list = form.querySelector("[data-preview] > ul")
  if (list && lines?.length) list.replaceChildren(...lines.map((words) => Object.assign(document.createElement("li"), { dir: "auto", textContent: words })))
  for (const field of form.querySelectorAll("[data-field]")) {
    const name = /** @type {HTMLElement} */ (field).dataset.field ?? ""
    const line = field.querySelector(":scope > [data-problem], :scope > fieldset > [data-problem]")
    if (!line || !(line instanceof HTMLElement)) continue
    const words = touched.has(fieldOf(name)) ? (problems[name] ?? "") : (line.textContent ?? "")
    if (line.textContent !== words) line.textContent = words
    line.hidden = !words
    field.classList.toggle("has-problem", Boolean(words))
    if (words) line.setAttribute("role", "status")
  }
}

/** @param {HTMLElement} day @param {string} words */
function tellDay(day, words) {
  const line = day.querySelector("[data-problem]")
  if (!(line instanceof HTMLElement)) return
  line.textContent = words
  line.hidden = !words
  day.classList.toggle("has-problem", Boolean(words))
}

/** Both numbers of a position are one field, and so are a number and its unit. @param {string} name */
function fieldOf(name) {
  return name.replace(/\.(lon|lat|unit)$/, "")
}
