// Which names find a place: the main ones first, never on one another, and no name twice near itself.

/**
 * @typedef {object} Block a rectangle, turned around its middle
 * @property {number} x
 * @property {number} y
 * @property {number} angle in radians
 * @property {number} width
 * @property {number} height
 *
 * @typedef {{ x: number, y: number }} Spot
 * @typedef {Block & { words: string, kind: string, rank: number }} Label low ranks first
 */

/** A long street is named again after this much of the screen: a phone's frame always holds its name. */
const REPEAT_PX = 260
/** Where that may be: names find their place between pins and crossings. */
const TRY_PX = 90
/** A part of a line this much longer than its chord is a bend. */
const STRAIGHT = 1.015

/**
 * @template {Label} L
 * @param {L[]} labels
 * @param {Block[]} [taken] where no name may stand
 * @returns {L[]} those that have a place, the main ones first
 */
export function chooseLabels(labels, taken = []) {
  /** @type {L[]} */
  const chosen = []
  // Always in the same order, so that moving the map does not make names change places.
  for (const label of labels.slice().sort(inOrder)) {
    if (taken.some((block) => overlap(block, label)) || chosen.some((other) => quarrel(other, label))) continue
    chosen.push(label)
  }
  return chosen
}

/** @param {Block} one @param {Block} other @returns {boolean} */
export function overlap(one, other) {
  const gap = { x: other.x - one.x, y: other.y - one.y }
  const reach = (radiusOf(one) + radiusOf(other)) ** 2
  if (gap.x ** 2 + gap.y ** 2 > reach) return false
  const axes = [one.angle, one.angle + Math.PI / 2, other.angle, other.angle + Math.PI / 2]
  return axes.every((axis) => {
    const apart = Math.abs(gap.x * Math.cos(axis) + gap.y * Math.sin(axis))
    return apart < halfAlong(one, axis) + halfAlong(other, axis)
  })
}

/** @param {number} degrees of a street @returns {number} radians, so that its name is never upside down */
export function uprightAngle(degrees) {
  const turned = ((((degrees + 90) % 180) + 180) % 180) - 90
  return (turned * Math.PI) / 180
}

/**
 * The parts of a line that run nearly straight, one after the other.
 * @param {Spot[]} line
 * @returns {{ start: Spot, end: Spot, degrees: number, length: number }[]}
 */
export function straightRuns(line) {
  const runs = []
  for (let from = 0, to = 1; to < line.length; to++) {
    if (to < line.length - 1 && bendOf(line, from, to + 1) < STRAIGHT) continue
    runs.push(runOf(line[from], line[to]))
    from = to
  }
  return runs
}

/**
 * Where a name can stand along a run: in its middle, and again and again when it is long.
 * @param {{ start: Spot, end: Spot, length: number }} run @param {number} scale of the screen beside the run's own numbers
 * @returns {Spot[]} in the run's own numbers
 */
export function spotsAlong({ start, end, length }, scale) {
  const count = Math.max(1, Math.round((length * scale) / TRY_PX))
  return Array.from({ length: count }, (_, i) => {
    const share = (i + 0.5) / count
    return { x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share }
  })
}

// Private

/** @param {Spot} start @param {Spot} end */
function runOf(start, end) {
  const [dx, dy] = [end.x - start.x, end.y - start.y]
  return { start, end, degrees: (Math.atan2(dy, dx) * 180) / Math.PI, length: Math.hypot(dx, dy) }
}

/** How much longer than its chord a part of a line is. @param {Spot[]} line @param {number} from @param {number} to */
function bendOf(line, from, to) {
  let along = 0
  for (let i = from; i < to; i++) along += runOf(line[i], line[i + 1]).length
  return along / (runOf(line[from], line[to]).length || 1)
}

/** @param {Label} one @param {Label} other */
function inOrder(one, other) {
  return one.rank - other.rank || (one.words < other.words ? -1 : one.words > other.words ? 1 : 0) || one.x - other.x
}

/** @param {Label} one @param {Label} other */
function quarrel(one, other) {
  const isNear = one.words === other.words && Math.hypot(one.x - other.x, one.y - other.y) < REPEAT_PX
  return isNear || overlap(one, other)
}

/** @param {Block} block */
function radiusOf({ width, height }) {
  return Math.hypot(width, height) / 2
}

/** @param {Block} block @param {number} axis */
function halfAlong({ width, height, angle }, axis) {
  const turn = angle - axis
  return (Math.abs(Math.cos(turn)) * width + Math.abs(Math.sin(turn)) * height) / 2
}
