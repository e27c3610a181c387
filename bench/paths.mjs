// How long routes take on a graph: `node bench/paths.mjs FILE.bin < PAIRS.json`. Of each pair the best of some rounds
// counts: other work on the machine stops single ones for longer than they last.

import { readFileSync } from "node:fs"

import { decodePaths } from "../app/static/js/routing/graph.js"
import { Router } from "../app/static/js/routing/router.js"

const ROUNDS = 5
const PROFILES = ["everyone", "stroller", "wheelchair"]

const data = readFileSync(process.argv[2])
const bytes = data.buffer.slice(data.byteOffset, data.byteOffset + data.length)
const pairs = JSON.parse(readFileSync(0, "utf8"))

let start = performance.now()
const graph = decodePaths(bytes)
const decoded = performance.now() - start
start = performance.now()
const router = new Router(graph)
const prepared = performance.now() - start
const figures = PROFILES.map((profile) => {
  const times = pairs.map(([from, to]) => Math.min(...Array.from({ length: ROUNDS }, () => timeOf(from, to, profile))))
  times.sort((a, b) => a - b)
  const at = (share) => times[Math.floor(share * (times.length - 1))].toFixed(2)
  return `${profile} median ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms`
})
console.log(`read in ${decoded.toFixed(1)} ms, made ready in ${prepared.toFixed(1)} ms · ${figures.join(" · ")}`)

/** @param {any} from @param {any} to @param {any} profile @returns {number} milliseconds */
function timeOf(from, to, profile) {
  const begin = performance.now()
  router.route(from, to, profile)
  return performance.now() - begin
}
