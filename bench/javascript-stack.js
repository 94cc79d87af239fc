// What a page built from JavaScript libraries would do with the same text: read it with `yaml`, lay
// it out with ELK's layered algorithm. No rules, no drawing: this is the floor of its time.

import ELK from "elkjs/lib/elk.bundled.js";
import { parse } from "yaml";

const elk = new ELK();
const SIZE = { width: 206, height: 58 };

/** Nodes by region and the references between them. */
function graph(text) {
  const document = parse(text);
  const places = [document, ...(document.projects ?? []).flatMap(({ environments }) => environments)];
  const services = places.flatMap((place) => place.services ?? []);
  const all = [...services, ...places.flatMap((place) => place.databases ?? [])];
  const regions = [...new Set(all.map(({ region }) => region))];
  const edges = services.flatMap(({ name, envVars = [] }) =>
    envVars
      .map(({ fromService, fromDatabase }) => (fromService ?? fromDatabase)?.name)
      .filter((target) => target !== undefined)
      .map((target, index) => ({ id: `${name}>${target}#${index}`, sources: [name], targets: [target] })),
  );
  const declared = new Set(all.map(({ name }) => name));
  const undeclared = new Set(edges.map(({ targets }) => targets[0]).filter((name) => !declared.has(name)));
  const lane = (region) => ({
    id: `region:${region}`,
    children: all.filter((item) => item.region === region).map(({ name }) => ({ id: name, ...SIZE })),
  });
  return {
    id: "root",
    layoutOptions: {
      "elk.algorithm": "layered",
      "elk.direction": "RIGHT",
      "elk.hierarchyHandling": "INCLUDE_CHILDREN",
    },
    children: [...regions.map(lane), ...[...undeclared].map((name) => ({ id: name, ...SIZE }))],
    edges,
  };
}

/** Milliseconds from the text to the coordinates. */
window.javascriptStack = async (text) => {
  const start = performance.now();
  await elk.layout(graph(text));
  return performance.now() - start;
};
