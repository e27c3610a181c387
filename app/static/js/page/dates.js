// Dates as the page's language writes them, the twin of `app/language/formats.py`.

import { pageLanguage } from "./messages.js"

/** Each costs as much as drawing a pin. @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map()

/**
 * Say a date; French counts the first day of a month only: "1er mai", where browsers write "1 mai".
 * @param {Date | number} date
 * @param {Intl.DateTimeFormatOptions} options
 * @returns {string}
 */
export function sayDate(date, options) {
  const isCounted = /^fr\b/.test(pageLanguage())
  const parts = formatOf(options).formatToParts(date)
  return parts.map(({ type, value }) => (isCounted && type === "day" && value === "1" ? "1er" : value)).join("")
}

// Private

/** @param {Intl.DateTimeFormatOptions} options */
function formatOf(options) {
  const key = pageLanguage() + JSON.stringify(options)
  const format = formats.get(key) ?? new Intl.DateTimeFormat(pageLanguage(), options)
  formats.set(key, format)
  return format
}
