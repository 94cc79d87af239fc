// Where the bytes of the page and of the element are: `node bench/size.mjs LINKED`, after `cargo xtask build`; LINKED is the
// WebAssembly of the page as the linker made it. Browser tests hold the budgets (size/budget.mjs).

import { execFile } from "node:child_process";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompressSync } from "node:zlib";
import { splitText } from "../xtask/page/module.mjs";
import { SMALL, wasmTools } from "../xtask/page/wasm-tools.mjs";
import { ELEMENT, ELEMENT_LATER, FIRST_VISIT, LATER } from "./size/budget.mjs";
import { measured } from "./size/crates.mjs";
import { scripts } from "./size/scripts.mjs";
import { firstVisit } from "./size/visit.mjs";

const [linked] = process.argv.slice(2);
const root = new URL("..", import.meta.url);
const dist = new URL("dist/", root);
/** Less than this is summed up, in bytes. */
const SMALLEST = 4000;

const shown = (bytes) => bytes.toLocaleString("en").padStart(11);
const row = (bytes, what) => console.log(`${shown(bytes)}  ${what}`);
const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);

/** Prints parts by size, the small ones as one. */
function table(title, parts) {
  console.log(`\n${title}`);
  const sorted = [...parts].sort(([, a], [, b]) => b - a);
  for (const [what, bytes] of sorted.filter(([, bytes]) => bytes >= SMALLEST)) row(bytes, what);
  const rest = sorted.filter(([, bytes]) => bytes < SMALLEST);
  if (rest.length > 0) row(sum(rest.map(([, bytes]) => bytes)), `${rest.length} smaller ones`);
}

/** Both modules of the page with the names of their functions. */
async function namedModules() {
  const work = await mkdtemp(join(tmpdir(), "blueprint-lens-size-"));
  const tools = await wasmTools(root);
  try {
    await promisify(execFile)("wasm-bindgen", [linked, "--target", "web", "--no-typescript", "--out-name", "app", "--out-dir", work]);
    const { primary, secondary } = await splitText(await tools.toText(join(work, "app_bg.wasm")), linked);
    const binary = (text) => tools.toBinary(text, ...SMALL, "--debuginfo");
    return { primary: await binary(primary), secondary: await binary(secondary) };
  } finally {
    await tools.done();
    await rm(work, { recursive: true, force: true });
  }
}

/** Prints what a sum is, beside its budget. */
const budget = (what, bytes, most) => row(bytes, `${what}, of at most ${most.toLocaleString("en")}`);

const visit = await firstVisit(fileURLToPath(dist));
const names = await readdir(dist);
const sizeOf = async (pattern) => (await readFile(new URL(`${names.find((name) => pattern.test(name))}`, dist))).length;
console.log("Compressed with brotli, in bytes");
for (const { name, bytes } of visit.first) row(bytes, name);
budget("first visit", sum(visit.first.map(({ bytes }) => bytes)), FIRST_VISIT);
budget("after the picture", sum(visit.later.map(({ bytes }) => bytes)), LATER);
budget("element", (await sizeOf(/^blueprint-lens\.js\.br$/)) + (await sizeOf(/-engine-[0-9a-f]+\.wasm\.br$/)), ELEMENT);
budget("element, after its picture", await sizeOf(/-engine-secondary-.*\.br$/), ELEMENT_LATER);

for (const [name, module] of Object.entries(await namedModules())) {
  const { code, data, crates } = measured(module);
  console.log(`\n${name} module, compressed by themselves`);
  row(brotliCompressSync(code).length, "code");
  row(brotliCompressSync(data).length, "data");
  table(`${name} module: code by crate, not compressed`, crates);
}
for (const { name, parts } of await scripts()) table(`${name}: not compressed`, parts);
