// The WebAssembly of a page that is recorded (record.mjs): each function says that it runs.

import { definitions, expected, moduleOf } from "./wat.mjs";

/** Where the page counts; a set of indices into the names. */
export const RAN = "functionsThatRan";

/** The module as text in which each function says so, and the names of the functions. */
export function instrument(wat) {
  const all = definitions(wat);
  const names = all.filter(({ kind }) => kind === "func").map(({ name }) => name);
  const [, glue] = expected(/\(import "([^"]+_bg\.js)"/.exec(wat), "import of the script of wasm-bindgen");
  let index = -1;
  const texts = all.map(({ kind, text }) => (kind === "func" ? saying(text, (index += 1)) : text));
  return { names, wat: moduleOf([` (import "${glue}" "ran" (func $record:ran (param i32)))`, ...texts]) };
}

/** The function that first says its index; locals come before any instruction. */
function saying(text, index) {
  const lines = text.split("\n");
  const body = lines.findIndex((line, at) => at > 0 && !line.startsWith("  (local "));
  return lines.toSpliced(body, 0, `  (call $record:ran (i32.const ${index}))`).join("\n");
}

/** The JavaScript of wasm-bindgen with the function that hears it. */
export function listening(script) {
  const imports = "const import0 = {";
  if (!script.includes(imports)) throw new Error("wasm-bindgen writes its imports in another way");
  return script.replace(imports, `${imports}\n        ran: (index) => (globalThis.${RAN} ??= new Set()).add(index),`);
}
