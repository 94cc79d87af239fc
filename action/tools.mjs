// Runs the program and git without a shell, so that no file name can become a command.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const options = { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 };

/** The engine that a release carries. */
const PACKED = new URL("dist/program.mjs", import.meta.url);

/** What runs the program, `binary` or else the packed engine: its status, output and messages. */
export async function lens(binary) {
  if (binary) {
    return (args) => {
      const done = spawnSync(binary, args, options);
      if (done.error) throw new Error(`${binary} cannot be run: ${done.error.message}`);
      return { status: done.status ?? 2, stdout: done.stdout, stderr: done.stderr };
    };
  }
  if (!existsSync(PACKED)) {
    throw new Error("this revision of the action has no packed engine: use a release, such as `@v0.1.0` or its commit");
  }
  return (await import(PACKED.href)).program();
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

/** Whether a text is that of a Kubernetes file, which some call `render.yaml`, too; by the rule of the program. */
export function isKubernetes(text) {
  const keys = new Set(Array.from(text.matchAll(/^([A-Za-z]+):/gm), ([, key]) => key));
  return keys.has("apiVersion") && keys.has("kind") && !["services", "databases", "envVarGroups", "projects"].some((key) => keys.has(key));
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
