// The same graph drawn by ELK's layered algorithm: from left to right, lanes and environments as nested boxes, our
// columns as partitions, orthogonal edges.

import ELK from "elkjs/lib/elk.bundled.js";

const engine = new ELK();
const PARTITIONS = { "elk.partitioning.activate": true };
const OPTIONS = {
  ...PARTITIONS,
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.edgeRouting": "ORTHOGONAL",
  "elk.hierarchyHandling": "INCLUDE_CHILDREN",
  "elk.json.shapeCoords": "ROOT",
  "elk.json.edgeCoords": "ROOT",
};

/** The drawing. */
export async function elk(graph) {
  const placed = await engine.layout(source(graph));
  const nodes = new Map();
  const collect = ({ id, x, y, width, height, children = [] }) => {
    if (children.length === 0) nodes.set(id, { x, y, width, height });
    children.forEach(collect);
  };
  placed.children.forEach(collect);
  const routes = new Map(placed.edges.map(({ id, sections }) => [id, route(sections[0])]));
  return { nodes, edges: graph.edges.map((edge) => ({ ...edge, route: routes.get(edge.id) })) };
}

function route({ startPoint, bendPoints = [], endPoint }) {
  return [startPoint, ...bendPoints, endPoint].map(({ x, y }) => [x, y]);
}

function source({ lanes, groups, nodes, edges }) {
  const leaf = ({ id, width, height, column }) => ({
    id,
    width,
    height,
    ...(column < 0 ? {} : { layoutOptions: { "elk.partitioning.partition": column } }),
  });
  const inside = (lane, group) => nodes.filter((node) => node.lane === lane && node.group === group).map(leaf);
  const box = (id, children) => ({ id, layoutOptions: PARTITIONS, children });
  const frames = (lane) =>
    groups.filter((group) => group.lane === lane).map(({ id }) => box(`group ${id}`, inside(lane, id)));
  return {
    id: "root",
    layoutOptions: OPTIONS,
    children: [
      ...inside(undefined, undefined),
      ...lanes.map((lane) => box(`lane ${lane}`, [...inside(lane, undefined), ...frames(lane)])),
    ],
    edges: edges.map(({ id, from, to }) => ({ id, sources: [from], targets: [to] })),
  };
}
