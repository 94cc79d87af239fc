// The program: its WebAssembly, and one run of it.

import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import { Exit, wasi } from "./wasi.mjs";

const FILE = new URL("blueprint-lens.wasm.br", import.meta.url);

/** The program, compiled. */
export const compiled = () => new WebAssembly.Module(brotliDecompressSync(readFileSync(FILE)));

/** Runs the program to its end and gives its exit status. */
export function run(module, host) {
  const { imports, use } = wasi(host);
  const { exports } = new WebAssembly.Instance(module, { wasi_snapshot_preview1: imports });
  use(exports.memory);
  try {
    exports._start();
    return 0;
  } catch (error) {
    if (error instanceof Exit) return error.status;
    throw error;
  }
}
