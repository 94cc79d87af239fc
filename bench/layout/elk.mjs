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

/** The drawing: boxes, routes, and how large all of it is. `options` go to the whole graph. */
export async function elk(graph, options = {}) {
  const placed = await engine.layout(source(graph, options));
  const nodes = new Map();
  const collect = ({ id, x, y, width, height, children = [] }) => {
    if (children.length === 0) nodes.set(id, { x, y, width, height });
    children.forEach(collect);
  };
  placed.children.forEach(collect);
  const routes = new Map(placed.edges.map(({ id, sections }) => [id, route(sections[0])]));
  const edges = graph.edges.map((edge) => ({ ...edge, route: routes.get(edge.id) }));
  return { nodes, edges, size: { width: placed.width, height: placed.height } };
}

function route({ startPoint, bendPoints = [], endPoint }) {
  return [startPoint, ...bendPoints, endPoint].map(({ x, y }) => [x, y]);
}

function source({ lanes, groups, nodes, edges }, options) {
  const leaf = ({ id, width, height, column }) => ({
    id,
    width,
    height,
    ...(column < 0 ? {} : { layoutOptions: { "elk.partitioning.partition": column } }),
  });
  const inside = (lane, group) => nodes.filter((node) => node.lane === lane && node.group === group).map(leaf);
  const box = (id, children, padding) => ({ id, layoutOptions: { ...PARTITIONS, ...padding }, children });
  const head = (height) => (height ? { "elk.padding": `[top=${height},left=12,bottom=12,right=12]` } : {});
  const frames = (lane) =>
    groups.filter((group) => group.lane === lane).map(({ id }) => box(`group ${id}`, inside(lane, id), head(options.head)));
  return {
    id: "root",
    layoutOptions: { ...OPTIONS, ...options.root },
    children: [
      ...inside(undefined, undefined),
      ...lanes.map((lane) => box(`lane ${lane}`, [...inside(lane, undefined), ...frames(lane)], head(options.head))),
    ],
    edges: edges.map(({ id, from, to, label }) => ({
      id,
      sources: [from],
      targets: [to],
      ...(label ? { labels: [{ text: id, ...label }] } : {}),
    })),
  };
}
