// The bundles of the page, for esbuild (build.mjs).

import { fileURLToPath } from "node:url";
import { browsers } from "../../xtask/page/browsers.mjs";

/** What all bundles share; the browsers are those that the README names. */
const shared = (isRelease) => ({
  absWorkingDir: fileURLToPath(new URL("../..", import.meta.url)),
  outdir: OUT,
  bundle: true,
  minify: isRelease,
  sourcemap: isRelease ? false : "inline",
  target: browsers,
  legalComments: "none",
  logLevel: "warning",
});

/** Where they go, below the root. */
export const OUT = "app/editor/dist";

/** The options of each. */
export const bundles = (isRelease) => [
  { ...shared(isRelease), entryPoints: { boot: "app/page/boot.ts" }, format: "iife" },
  {
    ...shared(isRelease),
    entryPoints: { main: "app/editor/src/main.ts", start: "app/page/start.ts", style: "style/main.css" },
    format: "esm",
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
    assetNames: "fonts/[name]-[hash]",
    loader: { ".woff2": "file", ".svg": "dataurl" },
  },
];
