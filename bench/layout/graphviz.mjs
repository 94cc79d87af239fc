// The same graph drawn by Graphviz: ranks from left to right, lanes and environments as clusters, its usual splines.

import { spawnSync } from "node:child_process";

const POINTS_PER_INCH = 72;
/** Straight pieces that stand for one Bézier curve. */
const PIECES = 12;

/** Graphviz's version, or nothing when it is not installed. */
export function version() {
  const { stderr, error } = spawnSync("dot", ["-V"]);
  return error ? undefined : /version ([\d.]+)/.exec(stderr.toString())?.[1];
}

/** The drawing: boxes, routes, and how large all of it is. `options` say its direction and the height of headings. */
export function graphviz(graph, options = {}) {
  const input = source(graph, options);
  const { status, stdout, stderr } = spawnSync("dot", ["-Tjson"], { input, maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`dot ended with ${status}: ${stderr}`);
  const { objects = [], edges = [], bb } = JSON.parse(stdout);
  const [left, bottom, right, top] = bb.split(",").map(Number);
  const nodes = objects
    .filter(({ nodes: members, subgraphs, pos }) => pos && !members && !subgraphs)
    .map(({ name, pos, width, height }) => {
      const [x, y] = pos.split(",").map(Number);
      const [w, h] = [width, height].map((inches) => Number(inches) * POINTS_PER_INCH);
      return [graph.nodes[Number(name.slice(1))].id, { x: x - w / 2, y: y - h / 2, width: w, height: h }];
    });
  const routes = new Map(edges.map(({ id, pos }) => [Number(id), flatten(points(pos))]));
  return {
    nodes: new Map(nodes),
    edges: graph.edges.map((edge, index) => ({ ...edge, route: routes.get(index) })),
    size: { width: right - left, height: top - bottom },
  };
}

/** A label of that size that says nothing. */
const blank = ({ width, height }) =>
  `<<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" FIXEDSIZE="TRUE" WIDTH="${Math.round(width)}" HEIGHT="${Math.round(height)}"><TR><TD></TD></TR></TABLE>>`;
const heading = (height) => (height ? `labeljust=l; label=${blank({ width: 120, height })};` : "");

function source({ lanes, groups, nodes, edges }, { direction = "LR", head }) {
  const number = new Map(nodes.map(({ id }, index) => [id, index]));
  const box = ({ id, width, height }) =>
    `n${number.get(id)} [width=${width / POINTS_PER_INCH}, height=${height / POINTS_PER_INCH}];`;
  const inside = (lane, group) => nodes.filter((node) => node.lane === lane && node.group === group).map(box);
  const lines = ["digraph {", `rankdir=${direction}; node [shape=box, fixedsize=true, label=""]; edge [dir=none];`];
  lines.push(...inside(undefined, undefined));
  for (const [index, lane] of lanes.entries()) {
    lines.push(`subgraph cluster_${index} {`, heading(head), ...inside(lane, undefined));
    for (const [place, group] of groups.entries()) {
      if (group.lane !== lane) continue;
      lines.push(`subgraph cluster_g${place} {`, heading(head), ...inside(lane, group.id), "}");
    }
    lines.push("}");
  }
  for (const [index, { from, to, label }] of edges.entries()) {
    const words = label ? `, label=${blank(label)}` : "";
    lines.push(`n${number.get(from)} -> n${number.get(to)} [id="${index}"${words}];`);
  }
  return [...lines, "}"].join("\n");
}

const points = (pos) => pos.split(" ").map((point) => point.split(",").map(Number));

/** A chain of cubic Bézier curves as straight pieces. */
function flatten(controls) {
  const route = [controls[0]];
  for (let first = 0; first + 3 < controls.length; first += 3) {
    const [a, b, c, d] = controls.slice(first, first + 4);
    for (let piece = 1; piece <= PIECES; piece += 1) {
      const t = piece / PIECES;
      const u = 1 - t;
      const at = (axis) =>
        u ** 3 * a[axis] + 3 * u ** 2 * t * b[axis] + 3 * u * t ** 2 * c[axis] + t ** 3 * d[axis];
      route.push([at(0), at(1)]);
    }
  }
  return route;
}
