// WebAssembly to text and back, by the tools of Binaryen.

import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { features } from "./browsers.mjs";

const run = promisify(execFile);

/** What makes a module small; functions of one crate stand together, which compresses better. */
export const SMALL = ["--low-memory-unused", "-Oz", "--reorder-functions-by-name"];

/** The tools of the repository `root`. They keep files of their own until `done` is called. */
export async function wasmTools(root) {
  const work = await mkdtemp(join(tmpdir(), "blueprint-lens-module-"));
  const [text, binary] = [join(work, "module.wat"), join(work, "module.wasm")];
  const tool = (name, ...options) => run(fileURLToPath(new URL(`node_modules/.bin/${name}`, root)), [...features, ...options]);
  return {
    async toText(wasm) {
      await tool("wasm-dis", wasm, "-o", text);
      return readFile(text, "utf8");
    },
    async toBinary(wat, ...passes) {
      await writeFile(text, wat);
      await tool("wasm-opt", text, ...passes, "-o", binary);
      return readFile(binary);
    },
    done: () => rm(work, { recursive: true, force: true }),
  };
}
