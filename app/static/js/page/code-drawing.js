// A code drawn to be scanned from this screen by another phone: dark on white, in the dark too.

import encodeQR from "qr"

const SVG = "http://www.w3.org/2000/svg"
/** Empty modules on each side (ISO/IEC 18004). */
const QUIET = 4

/**
 * @param {string} text
 * @param {{ label?: string, level?: "medium" | "quartile" }} [as] what it is, for who cannot see it: nothing where its frame says it
 * @returns {SVGSVGElement} one unit a module
 */
export function drawCode(text, { label = "", level = "medium" } = {}) {
  const rows = encodeQR(text, "raw", { ecc: level, border: QUIET })
  const svg = document.createElementNS(SVG, "svg")
  const path = document.createElementNS(SVG, "path")
  svg.setAttribute("viewBox", `0 0 ${rows.length} ${rows.length}`)
  svg.setAttribute("shape-rendering", "crispEdges")
  if (label) svg.setAttribute("role", "img")
  if (label) svg.setAttribute("aria-label", label)
  else svg.setAttribute("aria-hidden", "true")
  svg.dataset.text = text
  path.setAttribute("d", rows.map(strokesOf).join(""))
  svg.append(path)
  return svg
}

// Private

/** @param {boolean[]} row @param {number} y */
function strokesOf(row, y) {
  return row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")).join("")
}
