// Another language is the same page with the same question: filters, words and the way that was asked for go along.

export function keepQuestions() {
  document.addEventListener("click", ({ target }) => {
    const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (target).closest(".language-list a[hreflang]"))
    if (link) Object.assign(link, { search: location.search, hash: location.hash })
  }, { capture: true })
}
