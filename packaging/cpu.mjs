// Loaded before a program: says at its end how much processor time it took, in milliseconds, on standard error.

import { writeSync } from "node:fs";

process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  writeSync(2, `\ncpu ${(user + system) / 1000}\n`);
});
