// Whether the walk is early or late against its own plan: the minutes of each way and each stay, from the start on. Who
// set out for a session that was announced is late against that.

/**
 * @typedef {{ legMin: number, stayMin: number }} Planned of a stop: the way to it, and the time there
 * @typedef {import("./state.js").Led} Led
 * @typedef {{ lateMin: number, endsAt: number, reaches: (number | null)[] }} Timing early is below 0; `reaches`: when they
 *   come to each stop that is still to be done
 */

const MINUTE_MS = 60_000
/** Who starts a walk is not out for a session of another part of the day. */
const SAME_SESSION_MS = 5_400_000

/**
 * @param {{ stops: Planned[], sessions?: number[] }} plan
 * @param {Led} led
 * @param {number} now by the phone's clock
 * @returns {Timing | null} null before the start and when nothing is left
 */
export function timingOf({ stops, sessions = [] }, led, now) {
  const { startedAt, next } = led
  if (startedAt === null || next >= stops.length) return null
  let at = Math.max(now, leavesAt(stops, led) + stops[next].legMin * MINUTE_MS)
  const lateMin = Math.round((at - plannedStart(sessions, startedAt)) / MINUTE_MS - minutesTo(stops, led, next))
  const reaches = stops.map(({ stayMin, legMin }, i) => {
    if (!isLeft(led, i)) return null
    const reached = i > next ? at + legMin * MINUTE_MS : at
    at = reached + stayMin * MINUTE_MS
    return reached
  })
  return { lateMin, endsAt: at, reaches }
}

// Private

/** @param {number[]} sessions @param {number} startedAt */
function plannedStart(sessions, startedAt) {
  const nearest = [...sessions].sort((one, other) => Math.abs(one - startedAt) - Math.abs(other - startedAt))[0]
  return nearest !== undefined && Math.abs(nearest - startedAt) <= SAME_SESSION_MS ? nearest : startedAt
}

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
