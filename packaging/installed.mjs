// What the tests of packages share: empty places, programs that run, files to run them on.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { packages, root } from "./folders.mjs";

const made = [];
after(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** An empty folder, gone after the tests. */
export function empty() {
  const folder = mkdtempSync(join(tmpdir(), "blueprint-lens-"));
  made.push(folder);
  return folder;
}

/** The one package whose name fits. */
export function packed(pattern) {
  const found = existsSync(packages) ? readdirSync(packages).filter((name) => pattern.test(name)) : [];
  assert.equal(found.length, 1, `${packages} has ${found.length} files like ${pattern}; \`cargo xtask package\` makes them`);
  return join(packages, found[0]);
}

/** Runs a program to its end: status, output and messages as bytes. */
export function run([program, ...first], args, { cwd, input = "", env = {} } = {}) {
  const done = spawnSync(program, [...first, ...args], {
    cwd,
    input,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: "1", ...env },
    maxBuffer: 1 << 30,
  });
  if (done.error !== undefined) throw done.error;
  return { status: done.status, stdout: done.stdout, stderr: done.stderr.toString() };
}

/** Runs a program that has to succeed, and gives its output as text. */
export function succeeded(program, args, options) {
  const { status, stdout, stderr } = run(program, args, options);
  assert.equal(status, 0, `${program.join(" ")} ${args.join(" ")}: ${stderr}${stdout}`);
  return stdout.toString();
}

/** The native program, with which every package has to agree. */
export const native = [process.env.BLUEPRINT_LENS ?? join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "debug", "blueprint-lens")];

/** Makes a git repository of versions of files, one commit each. */
export function repository(...versions) {
  const cwd = empty();
  const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];
  const git = (...args) => succeeded(["git", ...identity], args, { cwd, env: { GIT_CONFIG_GLOBAL: "/dev/null" } }).trim();
  git("init", "--quiet", "--initial-branch", "main");
  for (const files of versions) {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
    git("add", "--all");
    git("commit", "--quiet", "--message", "Change", "--date", "2026-01-02T03:04:05Z");
  }
  return { cwd, git };
}
