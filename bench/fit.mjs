// How large the words of drawings are when they are fitted into a room, beside Mermaid, ELK and Graphviz:
// `node bench/fit.mjs PROGRAM [BEFORE]`.
//
// PROGRAM is `blueprint-lens`, BEFORE an older one that knows no rooms. BLUEPRINT_LENS_CORPUS names a folder of real
// Blueprints, of which the sixty with the most resources are drawn; MERMAID names Mermaid's `mermaid.min.js`, which is
// drawn in Chromium. What is missing is left out, and said. Method and results are in docs/layout.md.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { connect } from "../e2e/browser.mjs";
import { real } from "./layout/cases.mjs";
import { crossings } from "./layout/count.mjs";
import { elk } from "./layout/elk.mjs";
import { graphviz, version } from "./layout/graphviz.mjs";
import { graph, ours } from "./layout/ours.mjs";

/** The page's pane at 1440 × 900, a phone's width where the page scrolls, and a picture on its own. */
const ROOMS = { pane: [960, 432], phone: [336, 100000], "16:10": [1280, 800] };
/** The smallest words on nodes at full size: ours, those before, Mermaid's. */
const [TEXT, TEXT_BEFORE, TEXT_MERMAID] = [14, 12, 16];
/** Larger words than this read no better. */
const LARGEST = 12;
const REAL = 60;
/** Height of a lane's heading, and of a label's card. */
const [HEAD, CARD] = [32, 18];

const [program, before] = process.argv.slice(2);
if (!program) throw new Error("say which program: node bench/fit.mjs target/release/blueprint-lens");
const mermaid = process.env.MERMAID && existsSync(process.env.MERMAID) ? process.env.MERMAID : undefined;
if (!mermaid) console.log("MERMAID names no file: Mermaid is left out");
if (!version()) console.log("Graphviz's `dot` is not installed: it is left out");
const corpus = process.env.BLUEPRINT_LENS_CORPUS;
if (!corpus) console.log("BLUEPRINT_LENS_CORPUS names no folder: only our own pictures are drawn");

const folder = mkdtempSync(join(tmpdir(), "fit-"));
const file = join(folder, "render.yaml");
const told = (command, ...options) => {
  const { status, stdout, stderr } = spawnSync(command, ["render", file, ...options], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(stderr);
  return stdout;
};
/** The drawing with its legend, as JSON. */
const scene = (command, ...options) => JSON.parse(told(command, "--format", "json", ...options));

function own(path, group) {
  const at = fileURLToPath(new URL(path, import.meta.url));
  return readdirSync(at)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => ({ name, group, text: readFileSync(join(at, name), "utf8") }));
}

/** How large the words are when a drawing is fitted into a room. */
const fitted = ({ width, height }, [wide, high], text) => Math.min(text * Math.min(wide / width, high / height), LARGEST);
const length = ({ edges }) =>
  edges.reduce((sum, { route }) => sum + route.slice(1).reduce((s, [x, y], at) => s + Math.hypot(x - route[at][0], y - route[at][1]), 0), 0);

/** The same content for the others: our boxes, room for headings and labels, and later a legend of our height; ways in are
 * no edges, as they are stubs. */
function content(drawn) {
  const bare = graph(drawn);
  const labels = new Map(drawn.edges.map(({ id, label }) => [id, label?.box]));
  const isShort = new Set(drawn.edges.filter((edge) => edge.class === "ingress").map(({ id }) => id));
  return {
    ...bare,
    nodes: bare.nodes.filter(({ lane }) => lane),
    edges: bare.edges
      .filter(({ id }) => !isShort.has(id))
      .map((edge) => ({ ...edge, ...(labels.get(edge.id) ? { label: { width: labels.get(edge.id).width, height: CARD } } : {}) })),
  };
}

const browser = mermaid ? await connect() : undefined;
const page = await browser?.newPage();
if (page) {
  await page.setContent("<main></main>");
  await page.addScriptTag({ path: mermaid });
  await page.evaluate(() => globalThis.mermaid.initialize({ startOnLoad: false, flowchart: { htmlLabels: true } }));
}
let charts = 0;
/** The size of Mermaid's drawing of our flowchart. */
async function chart(direction) {
  const text = told(program, "--format", "mermaid").replace(/^flowchart \w+/, `flowchart ${direction}`);
  charts += 1;
  return page.evaluate(
    async ([id, text]) => {
      const { svg } = await globalThis.mermaid.render(id, text);
      const [, , width, height] = /viewBox="([^"]+)"/.exec(svg)[1].split(" ").map(Number);
      return { width, height };
    },
    [`chart${charts}`, text],
  );
}

/** The largest of some texts. */
const best = async (drawings, room, text, legend = 0) =>
  Math.max(...(await Promise.all(drawings)).map(({ size: { width, height } }) => fitted({ width, height: height + legend }, room, text)));

const samples = ["../app/examples/", "../core/tests/suite/fixture/"].flatMap((path) => own(path, "own pictures"));
samples.push({ name: "render.yaml", group: "own pictures", text: readFileSync(new URL("../render.yaml", import.meta.url), "utf8") });
const all = corpus ? real(corpus) : [];
const resources = (text) => {
  writeFileSync(file, text);
  return scene(program).nodes.filter(({ declared, kind }) => declared && kind !== "internet").length;
};
const largest = all.map((sample) => ({ ...sample, resources: resources(sample.text) })).sort((a, b) => b.resources - a.resources || (a.name < b.name ? -1 : 1));
samples.push(...largest.slice(0, REAL).map((sample) => ({ ...sample, group: "real Blueprints" })));

const rows = [];
for (const { name, group, text } of samples) {
  writeFileSync(file, text);
  const alone = content(scene(program));
  const across = [elk(alone, { head: HEAD }), elk(alone, { head: HEAD, root: { "elk.direction": "DOWN" } })];
  const dots = version() ? ["LR", "TB"].map((direction) => graphviz(alone, { direction, head: HEAD })) : [];
  const charted = page ? [{ size: await chart("LR") }, { size: await chart("TB") }] : [];
  for (const [room, size] of Object.entries(ROOMS)) {
    const drawn = scene(program, "--fit", size.join("x"));
    const old = before ? scene(before) : undefined;
    const counted = ours(drawn);
    const legend = drawn.size.height - Math.max(...drawn.lanes.map(({ box }) => box.y + box.height));
    rows.push({
      name,
      group,
      room,
      ours: fitted(drawn.size, size, TEXT),
      aspect: drawn.size.width / drawn.size.height,
      crossings: crossings(counted),
      length: length(counted),
      ...(old && { before: fitted(old.size, size, TEXT_BEFORE), aspectBefore: old.size.width / old.size.height, crossingsBefore: crossings(ours(old)), lengthBefore: length(ours(old)) }),
      elk: await best(across, size, TEXT, legend),
      ...(dots.length > 0 && { dot: await best(dots, size, TEXT, legend) }),
      ...(page && { mermaid: await best(charted, size, TEXT_MERMAID) }),
    });
  }
  console.error(name, rows.slice(-3).map(({ room, ours, before, elk, dot, mermaid }) => `${room} ${[ours, before, elk, dot, mermaid].map((n) => n?.toFixed(1)).join("/")}`).join("  "));
}
rmSync(folder, { recursive: true });
await browser?.close();

const mean = (list, key) => (list.some((row) => row[key] === undefined) ? "" : (list.reduce((sum, row) => sum + row[key], 0) / list.length).toFixed(1));
const sum = (list, key) => (list.some((row) => row[key] === undefined) ? "" : Math.round(list.reduce((sum, row) => sum + row[key], 0)));
const EPSILON = 0.05;
const isLargest = (row) => ["elk", "dot", "mermaid"].every((other) => (row[other] ?? 0) <= row.ours + EPSILON);
const summary = [];
for (const group of [...new Set(rows.map((row) => row.group))]) {
  for (const room of Object.keys(ROOMS)) {
    const list = rows.filter((row) => row.group === group && row.room === room);
    summary.push({
      group,
      room,
      cases: list.length,
      "text before": mean(list, "before"),
      text: mean(list, "ours"),
      ELK: mean(list, "elk"),
      dot: mean(list, "dot"),
      Mermaid: mean(list, "mermaid"),
      "ours largest": `${list.filter(isLargest).length} (${((100 * list.filter(isLargest).length) / list.length).toFixed(0)} %)`,
      "aspect before": mean(list, "aspectBefore"),
      aspect: mean(list, "aspect"),
      "crossings before": sum(list, "crossingsBefore"),
      crossings: sum(list, "crossings"),
      "length before": sum(list, "lengthBefore"),
      length: sum(list, "length"),
    });
  }
}
console.table(summary);
for (const row of rows.filter((row) => !isLargest(row))) console.log(`smaller than another: ${row.name} (${row.room}): ${row.ours.toFixed(1)}, ELK ${row.elk.toFixed(1)}, dot ${row.dot?.toFixed(1)}, Mermaid ${row.mermaid?.toFixed(1)}`);
