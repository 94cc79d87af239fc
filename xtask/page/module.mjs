// The WebAssembly of a release page: split in two (split.mjs), or whole and saying what runs, to be recorded (record.mjs).

import { createHash } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { transform } from "esbuild";
import { browsers } from "./browsers.mjs";
import { instrument, listening } from "./instrument.mjs";
import { linkedConstants } from "./linked.mjs";
import { idleFunctions } from "./profile.mjs";
import { split } from "./split.mjs";
import { SMALL, wasmTools } from "./wasm-tools.mjs";

/** The names of the functions of a page that is recorded, beside it. */
export const NAMES = "functions.json";

/** The WebAssembly that a page links: its file, and its name without hash and ending. */
function linkedBy(html) {
  const found = /href="\.\/(([\w-]+)-[0-9a-f]+_bg\.wasm)"/.exec(html);
  if (found === null) throw new Error("index.html links no WebAssembly");
  const [, file, name] = found;
  return { file, name };
}

/** The script that wasm-bindgen has made for it. */
const scriptOf = (file) => file.replace("_bg.wasm", ".js");

async function shorten(script) {
  const { code } = await transform(await readFile(script, "utf8"), { minify: true, format: "esm", target: browsers });
  await writeFile(script, code);
}

/** The two modules of the page as text, of what wasm-bindgen has made of what was `linked`, as text. */
export async function splitText(wat, linked) {
  return split(wat, await idleFunctions(), linkedConstants(await readFile(linked)));
}

/**
 * Replaces the WebAssembly in `folder`, which wasm-bindgen has made of what was `linked`, by its two modules, and shortens
 * its script; gives the page that names both.
 */
export async function splitModule(html, root, folder, linked) {
  const { file, name } = linkedBy(html);
  const { toText, toBinary, done } = await wasmTools(root);
  try {
    const modules = await splitText(await toText(join(folder, file)), linked);
    const primary = await toBinary(modules.primary, ...SMALL);
    const secondary = await toBinary(modules.secondary, ...SMALL);
    // One hash for both: each fits only the other.
    const hash = createHash("sha256").update(primary).update(secondary).digest("hex").slice(0, 16);
    const [first, second] = [`${name}-${hash}_bg.wasm`, `${name}-secondary-${hash}.wasm`];
    await rm(join(folder, file));
    await shorten(join(folder, scriptOf(file)));
    await writeFile(join(folder, first), primary);
    await writeFile(join(folder, second), secondary);
    return naming(html.replaceAll(file, first), second);
  } finally {
    await done();
  }
}

/** The page that names its secondary module. */
const naming = (html, file) => html.replace("</title>", `</title>\n<meta name="secondary-module" content="./${file}">`);

/** The secondary module of a page that is recorded. It is not there: what runs then is what runs before it has come. */
export const NEVER = "never.wasm";

/** The page to be recorded: one whose rules do not come. */
export const withoutRules = (html) => naming(html, NEVER);

/** Has every function in `folder` say that it runs. */
export async function recordableModule(html, root, folder) {
  const { file } = linkedBy(html);
  const { toText, toBinary, done } = await wasmTools(root);
  try {
    const { names, wat } = instrument(await toText(join(folder, file)));
    await writeFile(join(folder, file), await toBinary(wat));
    await writeFile(join(folder, NAMES), JSON.stringify(names));
    const script = join(folder, scriptOf(file));
    await writeFile(script, listening(await readFile(script, "utf8")));
  } finally {
    await done();
  }
}
