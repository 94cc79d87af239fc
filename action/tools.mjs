// Runs the program and git without a shell, so that no file name can become a command.

import { spawnSync } from "node:child_process";

const options = { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 };

/** Runs the program; its status, output and messages. */
export function lens(program, args) {
  const done = spawnSync(program, args, options);
  if (done.error) throw new Error(`${program} cannot be run: ${done.error.message}`);
  return { status: done.status ?? 2, stdout: done.stdout, stderr: done.stderr };
}

/** The output of git. */
export function git(args) {
  const done = spawnSync("git", args, options);
  if (done.error || done.status !== 0) {
    throw new Error(`git ${args[0]}: ${done.error?.message ?? done.stderr.trim()}`);
  }
  return done.stdout;
}

function commit(name) {
  const done = spawnSync("git", ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`], options);
  return done.status === 0 ? done.stdout.trim() : null;
}

/** The commit to compare with; null if there is none. */
export function revision(asked, pull) {
  if (asked) {
    const found = commit(asked);
    if (!found) throw new Error(`the base ${asked} is not in this checkout`);
    return found;
  }
  if (!pull) return null;
  // GitHub checks out the merge commit of the pull request, whose first parent is the base.
  return (commit("HEAD^2") && commit("HEAD^1")) ?? commit(pull.base.sha);
}

/** Whether a commit, if there is one, has a file or a folder of this path. */
export function isIn(commit, path) {
  if (!commit) return false;
  const object = `${commit}:./${path.replace(/^\.\//, "")}`;
  return spawnSync("git", ["cat-file", "-e", object], options).status === 0;
}

/** Whether a path is that of a Blueprint, by the rule by which the program searches directories. */
export function isBlueprint(path) {
  const name = path.split("/").at(-1);
  return /^render\.(?:.+\.)?ya?ml$/.test(name);
}
