// The sentences scripts say, in the language of the page: read from the page's own data blocks.

/** @typedef {Record<string, string | Record<string, string>>} Messages */

/** One block a topic; pages of the first release had a single one. */
const BLOCKS = "[data-messages], #messages"

/** @type {Messages | null} */
let messages = null
/** Made once: each costs as much as drawing a pin. @type {Intl.PluralRules | null} */
let plurals = null
/** @type {Intl.NumberFormat | null} */
let numbers = null

/**
 * Say a sentence of `app/language/phone/` with its values put in.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 * @returns {string} the key itself when this page (of an older release) does not know it
 */
export function say(key, values = {}) {
  const message = catalogue()[key]
  return typeof message === "string" ? fill(message, values) : key
}

/**
 * Say a sentence that counts, in the plural form that the language wants for `count`.
 * @param {string} key
 * @param {number} count
 * @param {Record<string, string | number>} [values]
 */
export function sayCount(key, count, values = {}) {
  const forms = catalogue()[key]
  if (typeof forms !== "object") return key
  plurals ??= new Intl.PluralRules(pageLanguage())
  const form = plurals.select(count)
  return fill(forms[form] ?? forms.other ?? key, { count: formatNumber(count), ...values })
}

/** Add a topic's sentences that pages do not carry. @param {Messages} sentences */
export function learn(sentences) {
  Object.assign(catalogue(), sentences)
}

/** @returns {string} the BCP 47 tag of the page, with the calendar and the digits of the street, as the server writes them */
export function pageLanguage() {
  return `${document.documentElement.lang || "fr"}-u-ca-gregory-nu-latn`
}

/** @param {number} number */
export function formatNumber(number) {
  numbers ??= new Intl.NumberFormat(pageLanguage())
  return numbers.format(number)
}

// Private

function catalogue() {
  messages ??= Object.assign({}, ...[...document.querySelectorAll(BLOCKS)].map((block) => JSON.parse(block.textContent || "{}")))
  return /** @type {Messages} */ (messages)
}

/**
 * @param {string} message
 * @param {Record<string, string | number>} values
 */
function fill(message, values) {
  return message.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole))
}
