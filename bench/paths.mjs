// How long routes take on a graph: `node bench/paths.mjs FILE.bin < PAIRS.json`.

import { readFileSync } from "node:fs"

import { decodePaths } from "../app/static/js/lib/path-graph.js"
import { Router } from "../app/static/js/lib/router.js"

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
  for (const [from, to] of pairs) router.route(from, to, profile)
  const times = pairs.map(([from, to]) => {
    const begin = performance.now()
    router.route(from, to, profile)
    return performance.now() - begin
  })
  times.sort((a, b) => a - b)
  const at = (share) => times[Math.floor(share * (times.length - 1))].toFixed(2)
  return `${profile} median ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms`
})
console.log(`read in ${decoded.toFixed(1)} ms, made ready in ${prepared.toFixed(1)} ms · ${figures.join(" · ")}`)
