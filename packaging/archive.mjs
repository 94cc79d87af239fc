// The archive of the native program, with completions, manual pages and licences: node packaging/archive.mjs PROGRAM TARGET

import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { archived, output } from "./command.mjs";
import { contents, licences, packages, root } from "./folders.mjs";
import { version } from "./version.mjs";

const SHELLS = { bash: "blueprint-lens.bash", elvish: "blueprint-lens.elv", fish: "blueprint-lens.fish", powershell: "_blueprint-lens.ps1", zsh: "_blueprint-lens" };
const [program, target] = process.argv.slice(2);

const name = `blueprint-lens-${version}-${target}`;
const folder = join(contents(target), name);
for (const part of ["completions", "man"]) mkdirSync(join(folder, part), { recursive: true });

copyFileSync(program, join(folder, basename(program)));
chmodSync(join(folder, basename(program)), 0o755);
for (const [shell, file] of Object.entries(SHELLS)) writeFileSync(join(folder, "completions", file), output(program, ["completions", shell]));

const commands = output(program, ["--help"])
  .split(/^Commands:$/m)[1]
  .split(/^\S/m)[0]
  .matchAll(/^ {2}([a-z]+) /gm);
writeFileSync(join(folder, "man", "blueprint-lens.1"), output(program, ["man"]));
for (const [, command] of commands) {
  if (command !== "help") writeFileSync(join(folder, "man", `blueprint-lens-${command}.1`), output(program, ["man", command]));
}
for (const file of ["README.md", "CHANGELOG.md"]) copyFileSync(join(root, file), join(folder, file));
licences(folder);

const packed = target.includes("windows") ? `${name}.zip` : `${name}.tar.gz`;
archived(dirname(folder), name, packed, packages);
console.log(join(packages, packed));
