// A translation is saved from the keyboard, without leaving its field.

/** @param {HTMLFormElement} form whose first button is what Ctrl + Enter stands for */
export function saveByKeys(form) {
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    form.requestSubmit(form.querySelector("button"))
  })
}
