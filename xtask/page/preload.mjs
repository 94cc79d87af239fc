// Chunks that the editor imports at once: named in the head, so that they load beside it and not
// after it.

import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Links for the chunks that `main-….js` imports statically. */
export async function preloads(folder, html) {
  const main = /src="\.\/(main-[0-9a-f]+\.js)"/.exec(html)?.[1];
  if (main === undefined) throw new Error("index.html loads no main script");
  const code = await readFile(join(folder, main), "utf8");
  const imports = [...code.matchAll(/(?:from|import)\s*"\.\/(chunks\/[\w.-]+\.js)"/g)].map(([, chunk]) => chunk);
  return [...new Set(imports)].map((chunk) => `<link rel="modulepreload" href="./${chunk}">`).join("\n");
}
