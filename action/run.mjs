// The action on a runner: checks with annotations, compares with the base, writes the job summary, the
// reports and SARIF, and keeps one comment on the pull request up to date. Needs Node and git, but no
// packages.

import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { git, isBlueprint, isIn, isKubernetes, lens, revision } from "./tools.mjs";
import { joined, MARKER, NO_CHANGE } from "./comment.mjs";
import { keepComment, sendSarif } from "./github.mjs";

const env = process.env;
/** What was not done, by the reason. */
const skipped = new Map();
const notice = (kind, text) =>
  console.log(`::${kind} title=Blueprint Lens::${text.replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A")}`);

try {
  process.exitCode = await main();
} catch (error) {
  notice("error", error.message);
  process.exitCode = 2;
}

async function main() {
  const program = await lens(env.LENS_BINARY);
  const event = env.GITHUB_EVENT_PATH ? JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, "utf8")) : {};
  const pull = event.pull_request;
  const paths = (env.LENS_PATHS || ".").split(/\s+/).filter(Boolean);
  const reports = env.LENS_REPORTS;
  mkdirSync(reports, { recursive: true });
  output("reports", reports);

  // A file that is named and that the change deletes is told as removed, not as one that cannot be read.
  const left = paths.filter((path) => existsSync(path) || !isIn(revision(env.LENS_BASE, pull), path));
  // `--` ends the options, so that no path is read as one.
  const check = (...options) =>
    left.length === 0
      ? { status: 2, stdout: "", stderr: "no Blueprint found: all that are named are deleted" }
      : program(["check", "--whole-tree", ...options, "--", ...left]);
  const annotated = check("--format", "github", "--fail-on", env.LENS_FAIL_ON || "error");
  process.stdout.write(once(annotated.stdout));
  for (const [, what] of annotated.stderr.matchAll(/^blueprint-lens: (.* is skipped)$/gm)) notice("notice", what);
  // A pull request may remove the last one.
  const none = annotated.stderr.includes("no Blueprint found");
  if (annotated.status > 1 && !none) throw new Error(annotated.stderr.trim() || "the check failed to run");
  const sarif = none ? "" : check("--format", "sarif", "--fail-on", "never").stdout;
  if (!none) writeFileSync(join(reports, "blueprint-lens.sarif"), sarif);
  const found = none ? [] : JSON.parse(check("--format", "json", "--fail-on", "never").stdout).files;
  const counts = { errors: 0, warnings: 0, infos: 0 };
  for (const file of found) for (const sort in counts) counts[sort] += file.summary[sort];
  summary(
    `## Blueprint Lens\n\n${found.length} Blueprint${found.length === 1 ? "" : "s"}: ` +
      `${counts.errors} errors, ${counts.warnings} warnings, ${counts.infos} notes\n`,
  );

  const base = revision(env.LENS_BASE, pull);
  let failed = annotated.status === 1;
  let changed = false;
  if (base) {
    const compared = compare(program, base, found.map((file) => file.path), paths, reports);
    changed = compared.some((one) => one.markdown !== "");
    failed ||= compared.some((one) => one.failed);
    output("changed", String(changed));
    const body = changed ? joined(compared) : `${MARKER}\n${NO_CHANGE}\n`;
    summary(`\n${changed ? body : `${NO_CHANGE}\n`}`);
    if (pull && env.LENS_COMMENT !== "false") {
      await tried("the comment", () => keepComment(pull.number, body, changed));
    }
  } else if (pull) {
    throw new Error("the base of the pull request is not in the checkout: use `fetch-depth: 2`");
  }
  if (env.LENS_SARIF !== "false" && !none) {
    await tried("code scanning", () => sendSarif(sarif));
  }
  sayWhatWasSkipped();
  return failed ? 1 : 0;
}

/** Compares every Blueprint, including deleted ones, and writes their HTML reports. */
function compare(program, base, present, paths, reports) {
  // A file that was moved is not gone: the program finds its former path.
  const gone = git(["diff", "--name-only", "--find-renames", "--diff-filter=D", "-z", base])
    .split("\0")
    .filter((path) => isBlueprint(path) || paths.includes(path))
    .filter((path) => paths.some((asked) => isBelow(path, asked)))
    .filter((path) => !isKubernetes(git(["show", `${base}:${path}`])));
  const sides = [
    ...present.map((path) => ({ path, before: base, after: path })),
    // A deleted Blueprint counts as empty after the change.
    ...gone.map((path) => ({ path, before: `${base}:${path}`, after: "HEAD" })),
  ];
  return sides.map(({ path, before, after }, index) => {
    const run = (...options) => {
      const done = program(["diff", ...options, "--", before, after]);
      if (done.status > 1) throw new Error(`${path}: ${done.stderr.trim()}`);
      return done;
    };
    const markdown = run("--format", "markdown").stdout;
    const { status, stdout } = run("--format", "json", "--fail-on", env.LENS_DIFF_FAIL_ON || "never");
    if (markdown !== "") {
      const name = path.replace(/^\.\//, "").replace(/[^\w.-]+/g, "-");
      writeFileSync(join(reports, `${index + 1}-${name}.html`), run("--format", "html").stdout);
    }
    return { path, markdown, difference: JSON.parse(stdout), failed: status === 1 };
  });
}

/** Whether a path of git is a path that was asked for, or below it. */
function isBelow(path, asked) {
  const folder = asked.replace(/^\.\//, "").replace(/\/+$/, "");
  return folder === "." || folder === "" || path === folder || path.startsWith(`${folder}/`);
}

/** Does what a read-only token, such as that of a fork, does not allow: that is no failure, and the summary has the text. */
async function tried(what, action) {
  try {
    await action();
  } catch (error) {
    skipped.set(error.message, [...(skipped.get(error.message) ?? []), what]);
  }
}

/** One notice for each reason. */
function sayWhatWasSkipped() {
  for (const [reason, what] of skipped) {
    notice("notice", `Skipped: ${what.join(" and ")} (${reason}). The job summary has the same text.`);
  }
}

/** The lines of a text, each only the first time. */
function once(text) {
  return [...new Set(text.split("\n"))].join("\n");
}

function summary(text) {
  if (env.GITHUB_STEP_SUMMARY) appendFileSync(env.GITHUB_STEP_SUMMARY, text);
}

function output(name, value) {
  if (env.GITHUB_OUTPUT) appendFileSync(env.GITHUB_OUTPUT, `${name}=${value}\n`);
}
