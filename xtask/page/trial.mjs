// Tries the engine of the element out, in Node: which of its functions do pictures need?
//
// What is drawn are the examples of the page, benchmarks and what rules are tested with, each in narrow and wide columns.

import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { blueprint } from "../../bench/blueprints.mjs";
import { RAN, instrument, listening } from "./instrument.mjs";

/** Columns in CSS pixels: a phone, a page of documentation, a wide window. */
const COLUMNS = [340, 720, 1400];
const SIZES = [1, 5, 20, 60, 150];

/** The module that the engine imports to have its secondary module joined. */
export const JOINING = "blueprint-lens-secondary";

/**
 * Whether a function may wait, by its name in the text `wat` of the engine: no picture needs it. `work` is the folder in
 * which wasm-bindgen has put the script of the engine, `engine.js`.
 */
export async function noPictureNeeds(wat, work, tools, root) {
  const trial = instrument(wat);
  const script = listening(await readFile(join(work, "engine.js"), "utf8"));
  const outfile = join(work, "trial.mjs");
  await build({
    stdin: { contents: script, sourcefile: "engine.js" },
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    logLevel: "warning",
    plugins: [whole],
  });
  const { initSync, Analysis } = await import(pathToFileURL(outfile));
  initSync({ module: new WebAssembly.Module(await tools.toBinary(trial.wat)) });
  for (const text of await blueprints(root)) draw(new Analysis(text));
  const ran = new Set([...globalThis[RAN]].map((index) => trial.names[index]));
  delete globalThis[RAN];
  return (name) => !ran.has(name);
}

/** The engine that is tried is whole: there is nothing to join. */
const whole = {
  name: "whole",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^${JOINING}$`) }, ({ path }) => ({ path, namespace: "whole" }));
    onLoad({ filter: /.*/, namespace: "whole" }, () => ({ contents: "export const join = () => {};" }));
  },
};

/** All that an element asks for before somebody wants another view. */
function draw(analysis) {
  analysis.redacted();
  for (const width of COLUMNS) analysis.picture(width);
  analysis.ends();
  analysis.free();
}

/** All kinds of Blueprints. */
export async function blueprints(root) {
  const texts = async (folder) => {
    const names = (await readdir(new URL(folder, root))).sort();
    return Promise.all(names.map((name) => readFile(new URL(`${folder}${name}`, root), "utf8")));
  };
  const pages = [...(await texts("core/tests/rules/")), ...(await texts("core/tests/mistakes/"))];
  const blocks = pages.flatMap((page) => [...page.matchAll(/^```(?:yaml|fixed)\n(.*?)^```$/gms)].map(([, text]) => text));
  return [...(await texts("app/examples/")), ...blocks, ...SIZES.map((size) => blueprint(size).text), ""];
}
