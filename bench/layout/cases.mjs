// What the layouts are compared on: real Blueprints, and generated ones of every size, number of regions and kind of
// environments.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { resources, text } from "./generate.mjs";

/** Sizes and the numbers of regions at each; Graphviz needs minutes for every one of the largest. */
const SIZES = [
  [10, [1, 2, 3, 4, 5]],
  [20, [1, 2, 3, 4, 5]],
  [50, [1, 2, 3, 4, 5]],
  [100, [1, 2, 3, 4, 5]],
  [200, [3]],
  [300, [5]],
];
/** Up to this size the drawing of an edited text is compared as well. */
const MOST_EDITED = 100;
const ENVIRONMENTS = ["none", "open", "isolated"];

/** `{ name, group, text, edited }` for each; `edited` is the text with one resource more, where it is not too large. */
export function generated() {
  return SIZES.flatMap(([size, numbers]) =>
    numbers.flatMap((regions) =>
      ENVIRONMENTS.map((environments, kind) => {
        const all = resources({ size, regions, seed: 1000 * size + 10 * regions + kind });
        return {
          name: `${size} resources, ${regions} regions, environments: ${environments}`,
          group: `${size} resources`,
          text: text(all, environments),
          edited: size <= MOST_EDITED ? text(withOneMore(all), environments) : undefined,
        };
      }),
    ),
  );
}

/** The same resources and, in the middle, a worker that calls what the resource before it calls. */
function withOneMore(all) {
  const middle = Math.floor(all.length / 2);
  const store = all.find(({ kind, application }) => kind === "postgres" && application === all[middle].application);
  const references = [store ?? all.find(({ kind }) => kind === "postgres")];
  const added = { ...all[middle], kind: "worker", name: "added-worker", references };
  return [...all.slice(0, middle), added, ...all.slice(middle)];
}

/** The real Blueprints of a folder. */
export function real(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => ({ name, group: "real Blueprints", text: readFileSync(join(folder, name), "utf8") }));
}
