// Whether a program gives byte for byte what the native one gives.

import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { root } from "./folders.mjs";
import { empty, native, run } from "./installed.mjs";

const PLANS = join(root, "core", "tests", "plans");
const corpus = process.env.BLUEPRINT_LENS_CORPUS;

/** The Blueprints to compare with: those of our own tests, and a few real ones where there are any. */
function blueprints() {
  const own = readdirSync(PLANS).filter((name) => name.endsWith(".yaml")).map((name) => join(PLANS, name));
  const real = corpus === undefined ? [] : readdirSync(corpus).filter((name) => name.endsWith(".yaml")).sort();
  const step = Math.max(1, Math.floor(real.length / 8));
  return [...own.slice(0, 6), ...real.filter((_, index) => index % step === 0).map((name) => join(corpus, name))];
}

/** The number of an error depends on the system that counts; its words do not. */
const said = (text) => text.replaceAll(/ \(os error \d+\)/g, "");

/** Compares one run. */
export function same(program, args, options = {}) {
  const [ours, theirs] = [run(program, args, options), run(native, args, options)];
  const what = `blueprint-lens ${args.join(" ")}`;
  assert.equal(said(ours.stderr), said(theirs.stderr), `${what}: messages`);
  assert.ok(ours.stdout.equals(theirs.stdout), `${what}: output\n${ours.stdout.subarray(0, 400)}\n-- native --\n${theirs.stdout.subarray(0, 400)}`);
  assert.equal(ours.status, theirs.status, `${what}: exit status`);
  return ours;
}

/** Commands over one Blueprint. */
const OVER_ONE = [
  ["check"],
  ["check", "--format", "json"],
  ["check", "--format", "sarif"],
  ["check", "--format", "github", "--fail-on", "warning"],
  ["check", "--format", "render", "--all-advice"],
  ["render"],
  ["render", "--format", "json"],
  ["render", "--format", "html", "--theme", "dark"],
  ["render", "--format", "mermaid"],
  ["render", "--format", "png"],
  ["reach"],
  ["reach", "--format", "json"],
  ["reach", "--format", "csv"],
  ["checklist"],
  ["checklist", "--format", "markdown"],
  ["expand"],
  ["fix"],
  ["fix", "--unsafe"],
];

/** Commands that need no Blueprint. */
const OVER_NONE = [
  ["--version"],
  ["--help"],
  ["check", "--help"],
  ["rules"],
  ["rules", "--format", "json"],
  ["fields"],
  ["facts"],
  ["explain", "cross-region-reference"],
  ["explain", "W08"],
  ["completions", "bash"],
  ["man"],
  ["man", "check"],
  ["no-such-command"],
  ["check", "no-such-file.yaml"],
  ["explain", "no-such-rule"],
];

/** Compares every command; `few` leaves out most files, for programs that only come in another package. */
export function sameAnswers(program, { few = false } = {}) {
  const cwd = empty();
  const files = blueprints().slice(0, few ? 2 : undefined).map((path) => {
    const name = basename(path);
    writeFileSync(join(cwd, name), readFileSync(path));
    return name;
  });
  const options = { cwd };
  let runs = 0;
  const compare = (args, more) => {
    same(program, args, { ...options, ...more });
    runs += 1;
  };
  for (const file of files) for (const [command, ...rest] of OVER_ONE) compare([command, file, ...rest]);
  for (const args of OVER_NONE) compare(args);
  const [base, head] = files;
  for (const format of ["text", "markdown", "json", "html"]) compare(["diff", base, head, "--format", format]);
  compare(["plan", base, head]);
  compare(["checklist", base, head, "--format", "json"]);
  compare(["check", "."]);
  compare(["check", "-", "--stdin-filename", "name.yaml"], { input: readFileSync(join(cwd, base)) });
  const guide = `# A\n\n\`\`\`render-blueprint\n${readFileSync(join(cwd, head))}\`\`\`\n`;
  for (const form of ["svg", "image", "element"]) compare(["embed", "--as", form], { input: guide });
  return runs;
}
