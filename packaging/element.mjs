// The npm package `@blueprint-lens/element`, from what Cargo made of its engine: node packaging/element.mjs ENGINE.wasm

import { copyFileSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { element } from "../xtask/page/embed.mjs";
import { contents, licences, packages, root } from "./folders.mjs";
import { pack } from "./pack.mjs";
import { version } from "./version.mjs";

const source = join(root, "packaging", "element");
const folder = contents("element");

await element(process.argv[2], pathToFileURL(root), folder);
// The page for frames is part of the site, not of the package.
for (const name of readdirSync(folder).filter((each) => /^embed[.-]/.test(each))) rmSync(join(folder, name));

// Bundlers find a file beside a module by an address that is written out where it is used.
const script = join(folder, "blueprint-lens.js");
const modules = readdirSync(folder).filter((name) => name.endsWith(".wasm"));
writeFileSync(script, modules.reduce(writtenOut, readFileSync(script, "utf8")));

for (const each of ["index.d.ts", "README.md"]) copyFileSync(join(source, each), join(folder, each));
licences(folder);

/** The script with the address of a module where it is used. */
function writtenOut(text, module) {
  const [, name] = new RegExp(`([\\w$]+)\\s*=\\s*["']\\./${module}["']`).exec(text) ?? [];
  const used = name === undefined ? -1 : text.split(`new URL(${name},import.meta.url)`).length - 1;
  if (used !== 1) throw new Error(`${script} uses the address of ${module} ${used} times, not once`);
  return text.replace(`new URL(${name},import.meta.url)`, `new URL("./${module}",import.meta.url)`);
}

const described = JSON.parse(readFileSync(join(source, "package.json"), "utf8"));
writeFileSync(join(folder, "package.json"), `${JSON.stringify({ ...described, version }, null, 2)}\n`);
console.log(pack(folder, packages));
