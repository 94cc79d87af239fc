// What a release has beside its packages: checksums, the Homebrew formula, and the notes from the changelog.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { packages, root } from "./folders.mjs";
import { formula } from "./formula.mjs";
import { version } from "./version.mjs";

const SUMS = "SHA256SUMS";
const files = readdirSync(packages, { withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== SUMS && !entry.name.endsWith(".rb"))
  .map(({ name }) => name)
  .sort();
const sums = new Map(files.map((name) => [name, createHash("sha256").update(readFileSync(join(packages, name))).digest("hex")]));

writeFileSync(join(packages, SUMS), [...sums].map(([name, sum]) => `${sum}  ${name}\n`).join(""));
writeFileSync(join(packages, "blueprint-lens.rb"), formula(version, sums));

const changelog = readFileSync(join(root, "CHANGELOG.md"), "utf8");
const notes = changelog.split(/^## /m).find((part) => part.startsWith(`${version} `)) ?? "";
mkdirSync(join(packages, "contents"), { recursive: true });
writeFileSync(join(packages, "contents", "notes.md"), notes.replace(/^.*\n/, "").trim());
