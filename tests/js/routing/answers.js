// Reads `{graph: base64, questions: [[start, end, profile], …]}` and writes the routes that a phone would find.

import { readFileSync } from "node:fs"

import { decodePaths } from "../../../app/static/js/routing/graph.js"
import { Router } from "../../../app/static/js/routing/router.js"

const { graph, questions } = JSON.parse(readFileSync(0, "utf8"))
const router = new Router(decodePaths(Uint8Array.from(Buffer.from(graph, "base64")).buffer))
const answers = questions.map(([start, end, profile]) => router.route(start, end, profile) ?? router.whyNot(start, end, profile))
process.stdout.write(JSON.stringify(answers))
