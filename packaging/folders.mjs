// Where packages are made.

import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
const target = process.env.CARGO_TARGET_DIR ?? join(root, "target");

/** What is handed out. */
export const packages = join(target, "packages");

/** An empty folder in which the content of a package is laid out. */
export function contents(name) {
  const folder = join(packages, "contents", name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Puts the licences beside what they are for. */
export function licences(folder) {
  for (const name of ["LICENSE-APACHE", "LICENSE-MIT"]) copyFileSync(join(root, name), join(folder, name));
}
