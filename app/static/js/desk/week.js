// The week editor made quicker: a day is copied without asking the server, and what is not chosen is put away.

/** @param {HTMLFormElement} form */
export function quickenWeek(form) {
  for (const select of form.querySelectorAll("select[data-own]")) followChoice(form, /** @type {HTMLSelectElement} */ (select))
  form.querySelector("[data-look]")?.remove()
  form.addEventListener("click", (event) => {
    const button = /** @type {Element} */ (event.target).closest("button[name=copy]")
    if (!(button instanceof HTMLButtonElement)) return
    event.preventDefault()
    copyDays(form, button.value)
    form.dispatchEvent(new CustomEvent("adeuxpas:filled"))
  })
}

// Private

/** @param {HTMLFormElement} form @param {HTMLSelectElement} select */
function followChoice(form, select) {
  const own = form.querySelector(`#${select.dataset.own}`)
  if (!(own instanceof HTMLElement)) return
  const show = () => {
    own.hidden = select.value !== own.dataset.when
    if (own instanceof HTMLDetailsElement) own.open = !own.hidden
  }
  select.addEventListener("change", show)
  show()
}

/** @param {HTMLFormElement} form @param {string} asked `week.3` from the day before, `week.all` from Monday to Friday */
function copyDays(form, asked) {
  const [kind, day] = asked.split(".")
  if (day === "all") for (const number of [1, 2, 3, 4]) copyDay(form, `${kind}.0`, `${kind}.${number}`)
  else copyDay(form, `${kind}.${Number(day) - 1}`, asked)
}

/** @param {HTMLFormElement} form @param {string} from @param {string} to */
function copyDay(form, from, to) {
  const inputs = (/** @type {string} */ day) => [...form.querySelectorAll(`[data-day="${day}"] input`)].map((input) => /** @type {HTMLInputElement} */ (input))
  for (const input of inputs(to)) {
    const same = inputs(from).find((each) => each.name.slice(from.length) === input.name.slice(to.length))
    input.value = input.type === "checkbox" ? input.value : (same?.value ?? "")
    input.checked = same?.checked ?? false
  }
}
