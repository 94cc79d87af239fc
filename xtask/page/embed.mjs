// The element for other pages: `blueprint-lens.js`, under a name that stays, and beside it the two modules of its engine
// (split.mjs), under names with a hash: what pictures need (trial.mjs), and what the other views need. Then `embed.html`, a
// page with one element for places that take an address only.

import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build, transform } from "esbuild";
import { browsers as target } from "./browsers.mjs";
import { linkedConstants } from "./linked.mjs";
import { FRAME_POLICY } from "./policy.mjs";
import { split } from "./split.mjs";
import { JOINING, noPictureNeeds } from "./trial.mjs";
import { SMALL, wasmTools } from "./wasm-tools.mjs";

const run = promisify(execFile);
const sheets = ["tokens", "unseen", "diagram", "diagram-media", "reach", "exposure", "problems", "embed"];

/** Writes all files into `folder`; `wasm` is what cargo made of the package blueprint-lens-embed. */
export async function element(wasm, root, folder) {
  const work = await mkdtemp(join(tmpdir(), "blueprint-lens-embed-"));
  const tools = await wasmTools(root);
  try {
    await run("wasm-bindgen", [wasm, "--target", "web", "--no-typescript", "--out-name", "engine", "--out-dir", work]);
    const { primary, secondary } = await modules(wasm, work, root, tools);
    // One hash for both: each fits only the other.
    const hash = createHash("sha256").update(primary).update(secondary).digest("hex").slice(0, 16);
    const names = { engine: `blueprint-lens-engine-${hash}.wasm`, secondary: `blueprint-lens-engine-secondary-${hash}.wasm` };
    await writeFile(join(folder, names.engine), primary);
    await writeFile(join(folder, names.secondary), secondary);
    const given = {
      "blueprint-lens-engine-address": JSON.stringify(`./${names.engine}`),
      "blueprint-lens-secondary-address": JSON.stringify(`./${names.secondary}`),
      "blueprint-lens-styles": JSON.stringify(await styles(root)),
    };
    await build({
      ...script(root, "app/embed/main.ts"),
      outfile: join(folder, "blueprint-lens.js"),
      alias: { "blueprint-lens-engine": join(work, "engine.js"), [JOINING]: fileURLToPath(new URL("app/embed/secondary.ts", root)) },
      plugins: [values(given)],
    });
    await framePage(root, folder);
  } finally {
    await tools.done();
    await rm(work, { recursive: true, force: true });
  }
}

/** The two modules of the engine that was `linked` as one, and that wasm-bindgen has put into `work`. */
async function modules(linked, work, root, tools) {
  const wat = await tools.toText(join(work, "engine_bg.wasm"));
  const mayWait = await noPictureNeeds(wat, work, tools, root);
  const { primary, secondary } = split(wat, mayWait, linkedConstants(await readFile(linked)));
  return { primary: await tools.toBinary(primary, ...SMALL), secondary: await tools.toBinary(secondary, ...SMALL) };
}

/** How a script for the pages of others is made of one file. */
const script = (root, file) => ({
  absWorkingDir: fileURLToPath(root),
  entryPoints: [file],
  bundle: true,
  minify: true,
  format: "esm",
  target,
  legalComments: "none",
  // Only the script of wasm-bindgen warns, of calls that are not made here.
  pure: ["console.warn"],
  logLevel: "warning",
});

/** Writes the page for frames with its script, which uses that of the element. */
async function framePage(root, folder) {
  const { outputFiles } = await build({ ...script(root, "app/embed/frame.ts"), write: false });
  const { contents } = outputFiles[0];
  const name = `embed-${createHash("sha256").update(contents).digest("hex").slice(0, 16)}.js`;
  await writeFile(join(folder, name), contents);
  const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${FRAME_POLICY}
<title>Blueprint</title>
<script type="module" src="./blueprint-lens.js"></script>
<script type="module" src="./${name}"></script>
</head>
<body></body>
</html>
`;
  await writeFile(join(folder, "embed.html"), page);
}

/** Styles for the inside of a shadow: what the page sets on its root, the element sets on its frame. */
async function styles(root) {
  const read = (name) => readFile(new URL(`style/${name}.css`, root), "utf8");
  // A rem is the text of the page around the element, which may have any size.
  const pixels = (css) => css.replaceAll(/\b([\d.]+)rem\b/g, (_, size) => `${16 * Number(size)}px`);
  const all = pixels((await Promise.all(sheets.map(read))).join("\n")).replaceAll(":root", ".lens");
  return withoutUnused((await transform(all, { loader: "css", minify: true, target })).code);
}

/** Styles without the custom properties that none of them uses: those of the editor. */
function withoutUnused(css) {
  const used = new Set([...css.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
  return css.replaceAll(/(--[\w-]+): *[^;{}]*;?/g, (property, name) => (used.has(name) ? property : ""));
}

/** Modules whose default export is a value. */
const values = (given) => ({
  name: "values",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^blueprint-lens-(engine-address|secondary-address|styles)$/ }, ({ path }) => ({ path, namespace: "value" }));
    onLoad({ filter: /.*/, namespace: "value" }, ({ path }) => ({ contents: `export default ${given[path]}` }));
  },
});
