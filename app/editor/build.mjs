// Bundles the scripts and styles of the page into app/editor/dist/; Trunk runs it before each build.
//
//   boot.js    classic, synchronous: what must be known before the first paint
//   main.js    the editor, as a module; parts that are not needed at once are chunks of their own
//   start.js   starts the WebAssembly
//   style.css  every style, with the font files beside it
//
// Trunk puts a hash into the names of these four; esbuild puts one into those of chunks and fonts.

import { mkdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));
const out = "app/editor/dist";
const release = process.env.TRUNK_PROFILE !== "debug";

/** What all bundles share; the browsers are those that the README names. */
const shared = {
  absWorkingDir: root,
  outdir: out,
  bundle: true,
  minify: release,
  sourcemap: release ? false : "inline",
  target: ["chrome111", "edge111", "firefox115", "safari16.4"],
  legalComments: "none",
  logLevel: "warning",
};

// Chunks and fonts carry hashes, so those of earlier builds would pile up.
await rm(`${root}/${out}`, { recursive: true, force: true });
for (const folder of ["chunks", "fonts"]) await mkdir(`${root}/${out}/${folder}`, { recursive: true });

await Promise.all([
  build({ ...shared, entryPoints: { boot: "app/page/boot.ts" }, format: "iife" }),
  build({
    ...shared,
    entryPoints: { main: "app/editor/src/main.ts", start: "app/page/start.ts", style: "style/main.css" },
    format: "esm",
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
    assetNames: "fonts/[name]-[hash]",
    loader: { ".woff2": "file", ".svg": "dataurl" },
  }),
]);
