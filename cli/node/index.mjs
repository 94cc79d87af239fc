// The API: the commands over texts, with nothing read from the machine.

import { compiled, run } from "./engine.mjs";
import { memoryFiles } from "./memory.mjs";
import { giving, keeping } from "./streams.mjs";

let module;

/** Loads the engine; everything else is synchronous afterwards. */
export async function init() {
  module ??= compiled();
}

/** What a command writes when it reads `text` from standard input; an `Error` when it cannot answer. */
function asked(args, text, files = {}) {
  if (module === undefined) throw new Error("call `await init()` first");
  const [out, said] = [keeping(), keeping()];
  const streams = [giving(Buffer.from(text)), out, said];
  const env = { PWD: "/", NO_COLOR: "1" };
  const status = run(module, { args: ["blueprint-lens", ...args], env, files: memoryFiles(files), streams });
  if (status > 1) throw new Error(said.content().toString().replace(/^blueprint-lens: /, "").trim());
  return out.content();
}

const json = (content) => JSON.parse(content.toString());

/** The findings: what `check --format json` writes. */
export function check(text, { name = "render.yaml" } = {}) {
  return json(asked(["check", "-", "--format", "json", "--stdin-filename", name], text));
}

/** The picture: an object for `json`, bytes for `png`, else a string. */
export function render(text, { format = "svg" } = {}) {
  const content = asked(["render", "-", "--format", format], text);
  if (format === "json") return json(content);
  return format === "png" ? new Uint8Array(content) : content.toString();
}

/** Who can reach whom: what `reach --format json` writes. */
export function reach(text) {
  return json(asked(["reach", "-", "--format", "json"], text));
}

/** What changed: what `diff --format json` writes. */
export function diff(base, head) {
  const files = { "base.yaml": base, "head.yaml": head };
  return json(asked(["diff", "--format", "json", "--", ...Object.keys(files)], "", files));
}

/** The text with fixes applied, and how many. */
export function fix(text, { unsafe = false } = {}) {
  const { text: fixed, applied } = json(asked(["fix", "-", "--format", "json", ...(unsafe ? ["--unsafe"] : [])], text));
  return { text: fixed, applied };
}
