// WebAssembly for Node, made small.

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { features } from "../xtask/page/browsers.mjs";
import { root } from "./folders.mjs";

/** What is left of a file: the same program without names, in fewer bytes. Node 20 runs what the page's browsers run. */
export function shrunk(wasm) {
  const work = mkdtempSync(join(tmpdir(), "blueprint-lens-"));
  try {
    const small = join(work, "small.wasm");
    const options = ["-Oz", "--strip-debug", "--strip-producers", "--strip-target-features", ...features];
    const done = spawnSync(join(root, "node_modules", ".bin", "wasm-opt"), [wasm, ...options, "-o", small], { encoding: "utf8" });
    if (done.status !== 0) throw new Error(`wasm-opt: ${done.error?.message ?? done.stderr}`);
    return readFileSync(small);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
