// The archive of the native program, unpacked into an empty folder.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { sameAnswers } from "./agreement.mjs";
import { packages, root } from "./folders.mjs";
import { empty, packed, succeeded } from "./installed.mjs";
import { version } from "./version.mjs";

const ARCHIVE = /^blueprint-lens-\d.*\.(tar\.gz|zip)$/;

let folder;
let name;
before(() => {
  const place = empty();
  succeeded(["tar"], ["-x", "-f", packed(ARCHIVE)], { cwd: place });
  [name] = readdirSync(place);
  folder = join(place, name);
});

test("it holds the program, completions, manual pages and licences", () => {
  const files = readdirSync(folder).sort();
  assert.deepEqual(files.filter((file) => !file.startsWith("blueprint-lens")), ["CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT", "README.md", "completions", "man"]);
  assert.equal(readdirSync(join(folder, "completions")).length, 5);
  const pages = readdirSync(join(folder, "man"));
  for (const page of ["blueprint-lens.1", "blueprint-lens-check.1", "blueprint-lens-diff.1"]) assert.ok(pages.includes(page), page);
  for (const page of pages) assert.match(readFileSync(join(folder, "man", page), "utf8"), /^\.TH /m, page);
});

test("the program in it runs and answers as the one that is tested", () => {
  const program = [join(folder, process.platform === "win32" ? "blueprint-lens.exe" : "blueprint-lens")];
  assert.ok(succeeded(program, ["--version"]).startsWith(`blueprint-lens ${version}\n`));
  sameAnswers(program, { few: true });
});

test("no path of the machine that made it is in it", () => {
  const program = readFileSync(join(folder, "blueprint-lens"), "latin1");
  for (const path of [root, process.env.HOME].filter(Boolean)) assert.ok(!program.includes(join(path, "/")), path);
});

test("the checksums are those of the files", () => {
  const lines = readFileSync(join(packages, "SHA256SUMS"), "utf8").trim().split("\n");
  for (const line of lines) {
    const [sum, file] = line.split("  ");
    assert.equal(createHash("sha256").update(readFileSync(join(packages, file))).digest("hex"), sum, file);
  }
  const named = new Set(lines.map((line) => line.split("  ")[1]));
  for (const file of readdirSync(packages)) {
    if (statSync(join(packages, file)).isFile() && !/SUMS$|\.rb$/.test(file)) assert.ok(named.has(file), file);
  }
});

test("cargo binstall finds it by its name", () => {
  const manifest = readFileSync(join(root, "cli", "Cargo.toml"), "utf8");
  const [, section] = manifest.split("[package.metadata.binstall]");
  const value = (key) => new RegExp(`^${key} = "(.*)"$`, "m").exec(section)[1];
  const target = name.slice(`blueprint-lens-${version}-`.length);
  const filled = (text) =>
    text
      .replaceAll("{ repo }", "REPO")
      .replaceAll("{ version }", version)
      .replaceAll("{ target }", target)
      .replaceAll("{ archive-suffix }", ".tar.gz")
      .replaceAll("{ bin }", "blueprint-lens")
      .replaceAll("{ binary-ext }", "");
  assert.equal(filled(value("pkg-url")), `REPO/releases/download/v${version}/blueprint-lens-${version}-${target}.tar.gz`);
  assert.equal(filled(value("bin-dir")), `blueprint-lens-${version}-${target}/blueprint-lens`);
  assert.ok(statSync(join(folder, filled(value("bin-dir")).split("/")[1])).isFile());
});
