// What a redraw is measured beside: `yaml` and ELK, as a script for a page.

import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The script, which adds the function `javascriptStack` to a page. */
export async function javascriptStack() {
  const bundle = await build({
    absWorkingDir: root,
    entryPoints: ["bench/javascript-stack.js"],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    platform: "browser",
    external: ["web-worker"],
    logLevel: "error",
  });
  return bundle.outputFiles[0].text;
}
