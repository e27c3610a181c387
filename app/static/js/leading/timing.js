// Whether the walk is early or late against its own plan: the minutes of each way and each stay, from the start on.

/**
 * @typedef {{ legMin: number, stayMin: number }} Planned of a stop: the way to it, and the time there
 * @typedef {import("./state.js").Led} Led
 */

const MINUTE_MS = 60_000

/**
 * @param {Planned[]} plan of every stop
 * @param {Led} led
 * @param {number} now by the phone's clock
 * @returns {{ lateMin: number, endsAt: number } | null} early is below 0; null before the start and when nothing is left
 */
export function timingOf(plan, led, now) {
  const { startedAt, next } = led
  if (startedAt === null || next >= plan.length) return null
  const reachedAt = Math.max(now, leavesAt(plan, led) + plan[next].legMin * MINUTE_MS)
  const lateMin = Math.round((reachedAt - startedAt) / MINUTE_MS - minutesTo(plan, led, next))
  const left = plan.reduce((sum, { stayMin, legMin }, i) => sum + (isLeft(led, i) ? stayMin + (i > next ? legMin : 0) : 0), 0)
  return { lateMin, endsAt: reachedAt + left * MINUTE_MS }
}

// Private

/** When they leave the last stop, at the soonest by the plan. @param {Planned[]} plan @param {Led} led */
function leavesAt(plan, { last, arrivals, startedAt }) {
  if (last < 0 || arrivals[last] === null) return Number(startedAt)
  return Number(arrivals[last]) + plan[last].stayMin * MINUTE_MS
}

/** What the plan gives from the start to a stop; stops left out take no time. @param {Planned[]} plan @param {Led} led @param {number} stop */
function minutesTo(plan, { standings }, stop) {
  return plan.slice(0, stop).reduce((sum, { legMin, stayMin }, i) => sum + legMin + (standings[i] === "skipped" ? 0 : stayMin), plan[stop].legMin)
}

/** @param {Led} led @param {number} stop */
function isLeft({ standings, next }, stop) {
  return stop >= next && standings[stop] === "ahead"
}
