// The element for other pages: `blueprint-lens.js`, under a name that stays, and its engine beside it, under one with a
// hash.

import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build, transform } from "esbuild";
import { browsers as target, features } from "./browsers.mjs";

const run = promisify(execFile);
const sheets = ["tokens", "diagram", "diagram-media", "reach", "exposure", "problems", "embed"];

/** Writes both files into `folder`; `wasm` is what cargo made of the package blueprint-lens-embed. */
export async function element(wasm, root, folder) {
  const work = await mkdtemp(join(tmpdir(), "blueprint-lens-embed-"));
  try {
    await run("wasm-bindgen", [wasm, "--target", "web", "--no-typescript", "--out-name", "engine", "--out-dir", work]);
    const small = join(work, "small.wasm");
    const wasmOpt = fileURLToPath(new URL("node_modules/.bin/wasm-opt", root));
    await run(wasmOpt, ["-Oz", ...features, join(work, "engine_bg.wasm"), "-o", small]);
    const bytes = await readFile(small);
    const name = `blueprint-lens-engine-${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}.wasm`;
    await writeFile(join(folder, name), bytes);
    const given = {
      "blueprint-lens-engine-address": JSON.stringify(`./${name}`),
      "blueprint-lens-styles": JSON.stringify(await styles(root)),
    };
    await build({
      absWorkingDir: fileURLToPath(root),
      entryPoints: ["app/embed/main.ts"],
      outfile: join(folder, "blueprint-lens.js"),
      bundle: true,
      minify: true,
      format: "esm",
      target,
      legalComments: "none",
      logLevel: "warning",
      alias: { "blueprint-lens-engine": join(work, "engine.js") },
      plugins: [values(given)],
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Styles for the inside of a shadow: what the page sets on its root, the element sets on its frame. */
async function styles(root) {
  const read = (name) => readFile(new URL(`style/${name}.css`, root), "utf8");
  // A rem is the text of the page around the element, which may have any size.
  const pixels = (css) => css.replaceAll(/\b([\d.]+)rem\b/g, (_, size) => `${16 * Number(size)}px`);
  const all = pixels((await Promise.all(sheets.map(read))).join("\n")).replaceAll(":root", ".lens");
  return (await transform(all, { loader: "css", minify: true, target })).code;
}

/** Modules whose default export is a value. */
const values = (given) => ({
  name: "values",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^blueprint-lens-(engine-address|styles)$/ }, ({ path }) => ({ path, namespace: "value" }));
    onLoad({ filter: /.*/, namespace: "value" }, ({ path }) => ({ contents: `export default ${given[path]}` }));
  },
});
