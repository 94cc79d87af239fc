// A Blueprint drawn by `blueprint-lens render`, and the bare graph in it for the others.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Columns from left to right, by kind, as the drawing has them. */
const COLUMNS = [
  ["web", "static"],
  ["pserv", "worker", "cron", "workflow"],
  ["postgres", "keyvalue", "replica"],
];

/** The picture as `render --format json` tells it. */
export function picture(program, text) {
  return JSON.parse(run(program, [text], (file) => ["render", file, "--format", "json"]));
}

/** The boxes before an edit and, kept in place, right after it, as the page shows them while somebody types. */
export function whileTyping(program, before, after) {
  const boxes = JSON.parse(run(program, [before, after], (...files) => files));
  return boxes.map((of) => ({ nodes: new Map(Object.entries(of)) }));
}

/** What a program prints when it is given files with these texts. */
function run(program, texts, args) {
  const folder = mkdtempSync(join(tmpdir(), "layout-"));
  try {
    const files = texts.map((text, index) => {
      const file = join(folder, `${index}.yaml`);
      writeFileSync(file, text);
      return file;
    });
    const { status, stdout, stderr } = spawnSync(program, args(...files), { maxBuffer: 1 << 28 });
    if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The lines of a picture: one for all edges that are drawn as one, none for an edge that is drawn when asked for. */
const lines = (edges) =>
  edges.filter(({ id, drawn = true, bundle, route }) => drawn && (bundle ?? id) === id && route.length > 1);

/** What every drawing is made of: boxes by id, edges with their routes, cards of labels. */
export function ours({ nodes, edges }) {
  return {
    nodes: new Map(nodes.map(({ id, box }) => [id, box])),
    edges: lines(edges).map(({ id, class: of, from, to, route }) => ({
      id,
      from,
      to,
      // Public traffic between two resources runs through the internet's bar.
      ...(of === "public" ? { medium: "internet" } : {}),
      route: route.map(({ x, y }) => [x, y]),
    })),
    labels: edges.flatMap(({ id, label }) => (label ? [{ edge: id, box: label.box }] : [])),
  };
}

/** The graph of a picture: boxes with their sizes, where they belong, and the edges that are drawn. */
export function graph({ lanes, groups, nodes, edges }) {
  const groupOf = ({ lane, scope }) => groups.find((group) => group.lane === lane && group.env === scope)?.id;
  return {
    lanes: lanes.map(({ id }) => id),
    groups: groups.map(({ id, lane }) => ({ id, lane })),
    nodes: nodes.map((node) => ({
      id: node.id,
      // The internet is a bar beside all lanes in ours; the others get a box of ordinary height.
      ...(node.lane ? { width: node.box.width, height: node.box.height } : { width: 44, height: 58 }),
      lane: node.lane ?? undefined,
      group: groupOf(node),
      column: COLUMNS.findIndex((kinds) => kinds.includes(node.expected ?? node.kind)),
    })),
    edges: lines(edges).map(({ id, from, to }) => ({ id, from, to })),
  };
}
