// `npm pack` of a folder.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { spawnSync } from "node:child_process";

/** Packs `folder` into a file in `into`, and gives its path. */
export function pack(folder, into) {
  mkdirSync(into, { recursive: true });
  const done = spawnSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", into], {
    cwd: folder,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (done.status !== 0) throw new Error(`npm pack: ${done.error?.message ?? done.stderr}`);
  const answer = JSON.parse(done.stdout);
  // A list of packages, or since npm 12 an object by their names.
  const [{ filename }] = Array.isArray(answer) ? answer : Object.values(answer);
  return join(into, filename.replace(/^@/, "").replace("/", "-"));
}
