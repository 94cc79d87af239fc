// Programs that have to succeed while something is packed.

import { spawnSync } from "node:child_process";

/** What a program writes; an error with its words if it fails. */
export function output(command, args, options = {}) {
  const done = spawnSync(command, args, { encoding: "utf8", maxBuffer: 1 << 26, ...options });
  if (done.status !== 0) throw new Error(`${command} ${args.join(" ")}: ${done.error?.message ?? done.stderr}`);
  return done.stdout;
}

/** Packs a folder into `file` in `into`: gzip, or a zip when the name says so, which the bsdtar of Windows writes. */
export function archived(parent, name, file, into) {
  const options = file.endsWith(".zip") ? ["-a", "-c", "-f"] : ["-c", "-z", "-f"];
  output("tar", [...options, file, "-C", parent, name], { cwd: into });
}
