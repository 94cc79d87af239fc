// How good the drawings are, beside Graphviz and ELK on the same graphs: `node bench/layout.mjs PROGRAM [--check]`.
//
// BLUEPRINT_LENS_CORPUS names a folder of real Blueprints, of which those with at least four references are drawn;
// without it, only generated ones are. Method and results are in docs/layout.md. With `--check` the run fails when a
// box, an edge or a label of ours stands where it must not, or a goal is missed. `examples/typing`, built beside PROGRAM,
// says what moves while somebody types.

import { dirname, join } from "node:path";
import { collisions, covered, crossings, overlaps, throughBoxes } from "./layout/count.mjs";
import { generated, real } from "./layout/cases.mjs";
import { elk } from "./layout/elk.mjs";
import { graphviz, version } from "./layout/graphviz.mjs";
import { graph, ours, picture, whileTyping } from "./layout/ours.mjs";
import { movement } from "./layout/stability.mjs";

/** Fewer references than this can hardly be drawn badly. */
const LEAST_REFERENCES = 4;
/** The share of cases with no more crossings than the better of the two others. */
const GOAL = 0.9;

const program = process.argv[2];
if (!program) throw new Error("say which program: node bench/layout.mjs target/release/blueprint-lens");
const dot = version();
if (!dot) {
  console.log("skipped: Graphviz's `dot` is not installed");
  process.exit();
}
const typingExample = join(dirname(program), "examples", "typing");
const corpus = process.env.BLUEPRINT_LENS_CORPUS;
if (!corpus) console.log("BLUEPRINT_LENS_CORPUS names no folder: only generated Blueprints are drawn");

/** One picture of ours, and its graph drawn by the others. */
async function draw(drawn) {
  const bare = graph(drawn);
  const ingress = new Set(drawn.edges.filter((edge) => edge.class === "ingress").map(({ id }) => id));
  return { ingress, ours: ours(drawn), dot: graphviz(bare), elk: await elk(bare) };
}

/** Everything that is counted in one case. */
function count({ name, group }, drawn) {
  const among = ({ edges }) => ({ edges: edges.filter(({ id }) => !drawn.ingress.has(id)) });
  const of = (drawing) => ({
    references: crossings(among(drawing)),
    all: crossings(drawing),
    overlaps: overlaps(drawing),
    throughBoxes: throughBoxes(drawing),
    covered: covered(drawing),
  });
  const sides = { ours: of(drawn.ours), dot: of(drawn.dot), elk: of(drawn.elk) };
  return { name, group, labels: drawn.ours.labels.length, collisions: collisions(drawn.ours), ...sides };
}

const rows = [];
const moves = [];
for (const sample of [...(corpus ? real(corpus) : []), ...generated()]) {
  const drawing = picture(program, sample.text);
  if (drawing.edges.filter((edge) => edge.class !== "ingress").length < LEAST_REFERENCES) continue;
  const before = await draw(drawing);
  const row = count(sample, before);
  rows.push(row);
  console.error(`${row.name}: ${["ours", "dot", "elk"].map((side) => `${side} ${row[side].references}/${row[side].all}`).join(", ")}`);
  if (sample.edited) {
    const after = await draw(picture(program, sample.edited));
    const moved = (side) => movement(before[side], after[side]);
    const typing = movement(...whileTyping(typingExample, sample.text, sample.edited));
    moves.push({ group: sample.group, ours: moved("ours"), typing, dot: moved("dot"), elk: moved("elk") });
  }
}

const sum = (list, value) => list.reduce((total, item) => total + value(item), 0);
const groups = (list) => [...new Set(list.map(({ group }) => group))].map((name) => [name, list.filter(({ group }) => group === name)]);
const noMore = (kind) => (row) => row.ours[kind] <= Math.min(row.dot[kind], row.elk[kind]);

/** Crossings of one kind by size. */
function table(kind) {
  return [...groups(rows), ["all", rows]].map(([group, members]) => ({
    group,
    cases: members.length,
    ours: sum(members, (row) => row.ours[kind]),
    dot: sum(members, (row) => row.dot[kind]),
    ELK: sum(members, (row) => row.elk[kind]),
    "no more than the better": `${members.filter(noMore(kind)).length} (${((100 * members.filter(noMore(kind)).length) / members.length).toFixed(0)} %)`,
  }));
}

const faults = (side) => ({
  "boxes that overlap": sum(rows, (row) => row[side].overlaps),
  "edges through boxes": sum(rows, (row) => row[side].throughBoxes),
  "edges on top of each other": sum(rows, (row) => row[side].covered),
});
const percent = (members, side) => `${((100 * sum(members, (move) => move[side])) / members.length).toFixed(1)} %`;

console.log(`crossings of all edges; Graphviz ${dot}, Node ${process.version}`);
console.table(table("all"));
console.log("crossings among references, without the edges from the internet");
console.table(table("references"));
console.table({ ours: faults("ours"), dot: faults("dot"), ELK: faults("elk") });
console.log(`${sum(rows, (row) => row.collisions)} of our ${sum(rows, (row) => row.labels)} labels collide with anything`);
console.log("mean movement after one resource more, as a share of the diagonal");
console.table(
  groups(moves).map(([group, members]) => ({
    group,
    cases: members.length,
    ours: percent(members, "ours"),
    "ours, while typing": percent(members, "typing"),
    dot: percent(members, "dot"),
    ELK: percent(members, "elk"),
  })),
);

if (process.argv.includes("--check")) {
  const { "boxes that overlap": boxes, "edges through boxes": through } = faults("ours");
  const broken = boxes + through + sum(rows, (row) => row.collisions);
  const share = rows.filter(noMore("all")).length / rows.length;
  if (broken > 0) console.log(`${broken} boxes, edges or labels of ours stand where they must not`);
  if (share < GOAL) console.log(`${(100 * share).toFixed(0)} % of cases have no more crossings; ${100 * GOAL} % are wanted`);
  if (broken > 0 || share < GOAL) process.exitCode = 1;
}
