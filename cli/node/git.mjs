// The file through which the program has git run: it writes one request as JSON, and reads what came of it.

import { spawnSync } from "node:child_process";
import { outside } from "./paths.mjs";

/** Its path inside the program. */
export const GIT = "/dev/blueprint-lens/git";

/** A fresh request. */
export function gitFile() {
  const request = [];
  let answer;
  return {
    stat: () => ({ kind: "other", size: 0, inode: 0, modified: 0 }),
    write(buffer) {
      request.push(Buffer.from(buffer));
      return buffer.length;
    },
    read(buffer) {
      answer ??= run(JSON.parse(Buffer.concat(request)));
      const part = answer.subarray(0, buffer.length);
      buffer.set(part);
      answer = answer.subarray(part.length);
      return part.length;
    },
    truncate() {},
    close() {},
  };
}

/** A line with the status and the length of standard output, then standard output, then standard error. */
function run({ folder, arguments: args, input, set, removed }) {
  const env = { ...process.env, ...Object.fromEntries(set) };
  for (const name of removed) delete env[name];
  const options = { cwd: outside(folder), env, input, maxBuffer: Number.MAX_SAFE_INTEGER, windowsHide: true };
  const done = spawnSync("git", args, options);
  if (done.error !== undefined) throw done.error;
  const header = Buffer.from(`${done.status ?? 1} ${done.stdout.length}\n`);
  return Buffer.concat([header, done.stdout, done.stderr]);
}
