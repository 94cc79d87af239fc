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
import { OUT, bundles } from "./bundles.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const isRelease = process.env.TRUNK_PROFILE !== "debug";

// Chunks and fonts carry hashes, so those of earlier builds would pile up.
await rm(`${root}/${OUT}`, { recursive: true, force: true });
for (const folder of ["chunks", "fonts"]) await mkdir(`${root}/${OUT}/${folder}`, { recursive: true });

await Promise.all(bundles(isRelease).map((options) => build(options)));
