// How a phone follows groups on walks of the sample: `node bench/leading.mjs < WALKS.json`, on the core that phones run.
// Noise of 8 m that lasts as in streets, 20 seeds a walk; of a fix a second, of two, and of one in five.

import { readFileSync } from "node:fs"

import { lead } from "../tests/js/leading/leader.js"

const SEEDS = 20
const RATES = [500, 1000, 5000]

const walks = JSON.parse(readFileSync(0, "utf8"))
for (const everyMs of RATES) {
  const told = walks.flatMap((walk) => Array.from({ length: SEEDS }, (_, i) => ({ stops: walk.doors.length, ...lead(walk, { sigma: 8, seed: i + 1, everyMs }) })))
  const sum = (/** @type {(one: any) => number} */ of) => told.reduce((all, one) => all + of(one), 0)
  const [stops, hours] = [sum(({ stops }) => stops), sum(({ seconds }) => seconds) / 3600]
  const proposed = (100 * sum((one) => one.proposed.length)) / stops
  console.log(`a fix each ${everyMs} ms: arrival proposed at ${proposed.toFixed(1)} % of ${stops} stops · ${(sum((one) => one.alarms) / hours).toFixed(2)} false alarms an hour in ${hours.toFixed(0)} h · ${sum((one) => one.offers)} stops offered wrongly`)
}
