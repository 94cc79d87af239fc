// What the layouts are compared on: real Blueprints, and generated ones of every size, number of regions and kind of
// environments.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { resources, text } from "./generate.mjs";

const SIZES = [10, 20, 50, 100, 200, 300];
const REGIONS = [1, 2, 3, 4, 5];
const ENVIRONMENTS = ["none", "open", "isolated"];

/** `{ name, group, text, edited }` for each; `edited` is the text with one resource more, for generated ones. */
export function generated() {
  return SIZES.flatMap((size) =>
    REGIONS.flatMap((regions) =>
      ENVIRONMENTS.map((environments, kind) => {
        const all = resources({ size, regions, seed: 1000 * size + 10 * regions + kind });
        return {
          name: `${size} resources, ${regions} regions, environments: ${environments}`,
          group: `${size} resources`,
          text: text(all, environments),
          edited: text(withOneMore(all), environments),
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
