// A code that hands a led walk over opens the page of the walk, as its printed code does: it is carried on to the page
// that the walk is led with.

export function carryHandOver() {
  const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector("[data-lead-link]"))
  if (link && /^#[0-9A-Z]{12,40}$/.test(location.hash)) location.replace(link.href + location.hash)
}
