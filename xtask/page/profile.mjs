// The profile of the page's WebAssembly: which functions did not run while the page was recorded (record.mjs). It holds a
// hash for each name, because names of generic functions are long, and sorted lines, because branches merge.

import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";

const file = new URL("profile.txt", import.meta.url);

const HEAD = `# Functions that ran neither for a first picture nor while somebody typed: hashes of their names.
# Written by \`cargo xtask record\`; a function that is not here stays in the primary module.
`;

/** A short form of a function's name as WebAssembly text has it: the same in every build of the same code. */
function short(name) {
  const readable = name.replace(/^\$"?|"$/g, "").replaceAll(/\\(.)/g, "$1");
  // What tells crates of one name apart, and functions of one name.
  const stable = readable.replaceAll(/\[[0-9a-f]{16}\]/g, "").replace(/_\d+$/, "");
  return createHash("sha256").update(stable).digest("hex").slice(0, 10);
}

/** Whether a name says which function it is: one without a name goes by its number, which is another in the next build. */
const isName = (name) => !/^\$\d+$/.test(name);

/** Whether a function did not run while the page was recorded, by its name. */
export async function idleFunctions() {
  const hashes = new Set((await readFile(file, "utf8")).split("\n").filter((line) => /^[0-9a-f]/.test(line)));
  return (name) => isName(name) && hashes.has(short(name));
}

/** Writes the profile: `all` names, and those of the functions that `ran`. */
export async function writeProfile(all, ran) {
  const busy = new Set(ran.map(short));
  const idle = new Set(all.filter(isName).map(short).filter((hash) => !busy.has(hash)));
  await writeFile(file, HEAD + [...idle].sort().map((hash) => `${hash}\n`).join(""));
}
