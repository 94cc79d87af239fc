// How long `blueprint-lens check` takes over a folder of real Blueprints, beside the schema alone in
// Node (`yaml` and `ajv`) on the same files, and over a tree of 5,000: `node bench/check.mjs PROGRAM`.
//
// BLUEPRINT_LENS_CORPUS names the folder, BLUEPRINT_LENS_SCHEMA the official schema; without them
// this says so and measures nothing. Times are of whole processes, from the start to the end, the
// median of several runs; those of Node are also given without its start.

import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const RUNS = 9;
const TREE = 5000;
/** What `check` must reach: times as fast as Node, and seconds for the tree on two cores. */
const GOAL = { ratio: 20, seconds: 2 };

const program = process.argv[2];
const { BLUEPRINT_LENS_CORPUS: corpus, BLUEPRINT_LENS_SCHEMA: schema } = process.env;
if (!program) throw new Error("say which program: node bench/check.mjs target/release/blueprint-lens");
if (!corpus || !schema) {
  console.log("skipped: BLUEPRINT_LENS_CORPUS and BLUEPRINT_LENS_SCHEMA name no folder and no schema");
  process.exit();
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Milliseconds that a whole process takes; its output is read and dropped. */
function time(command, args, env = {}) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(command, args, {
    env: { ...process.env, ...env },
    maxBuffer: 1 << 30,
  });
  const taken = performance.now() - start;
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${stderr}`);
  return { taken, stdout: stdout.toString() };
}

const files = readdirSync(corpus)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => join(corpus, name));
const check = (...args) => ["check", "--format", "json", "--fail-on", "never", ...args];

// The two take turns, so that a busy moment of the machine meets both.
const times = { lens: [], one: [], node: [], loop: [] };
for (let run = 0; run < RUNS; run += 1) {
  times.lens.push(time(program, check(...files)).taken);
  times.one.push(time(program, check(...files), { RAYON_NUM_THREADS: "1" }).taken);
  const node = time(process.execPath, [fileURLToPath(new URL("schema.mjs", import.meta.url)), schema, ...files]);
  times.node.push(node.taken);
  times.loop.push(JSON.parse(node.stdout).milliseconds);
}

const tree = mkdtempSync(join(tmpdir(), "blueprints-"));
const treeTimes = [];
try {
  for (let number = 0; number < TREE; number += 1) {
    const folder = join(tree, `team-${Math.floor(number / 100)}`, `app-${number % 100}`);
    mkdirSync(folder, { recursive: true });
    copyFileSync(files[number % files.length], join(folder, "render.yaml"));
  }
  for (let run = 0; run < 5; run += 1) treeTimes.push(time(program, check(tree)).taken);
} finally {
  rmSync(tree, { recursive: true });
}

const version = execFileSync(program, ["--version"]).toString().split("\n")[0];
const ms = (value) => Number(value.toFixed(0));
const row = (what, taken) => ({ what, ms: ms(median(taken)), "times as fast": Number((median(times.node) / median(taken)).toFixed(1)) });
console.log(`${version}, ${files.length} Blueprints, Node ${process.version}, median of ${RUNS} runs`);
console.table([
  row("yaml + ajv in Node", times.node),
  row("the same without Node's start", times.loop),
  row("blueprint-lens check, one thread", times.one),
  row("blueprint-lens check", times.lens),
]);
console.log(`a tree of ${TREE} Blueprints: ${(median(treeTimes) / 1000).toFixed(2)} s`);

if (process.argv.includes("--check")) {
  const ratio = median(times.node) / median(times.lens);
  if (ratio < GOAL.ratio || median(treeTimes) > GOAL.seconds * 1000) {
    console.log(`over budget: ${GOAL.ratio} times as fast and ${GOAL.seconds} s for the tree are wanted`);
    process.exitCode = 1;
  }
}
