#!/usr/bin/env node
// The command `blueprint-lens`.

import { isatty } from "node:tty";
import { compiled, run } from "./engine.mjs";
import { machine } from "./files.mjs";
import { patient } from "./patient.mjs";
import { inside } from "./paths.mjs";
import { ofProcess } from "./streams.mjs";
import { optimiseLate } from "./tiering.mjs";

const NATIVE_ONLY = ["watch", "lsp"];

function main(args) {
  if (NATIVE_ONLY.includes(args[0])) {
    const how = "pipx run blueprint-lens, brew, or cargo install";
    console.error(`blueprint-lens: \`${args[0]}\` is not part of the npm package; it is in the native program (${how})`);
    return 2;
  }
  const env = { ...process.env, PWD: inside(process.cwd()) };
  // The program cannot ask a terminal how wide it is.
  if (isatty(1)) env.COLUMNS ??= String(process.stdout.columns);
  const [input, ...outputs] = [0, 1, 2].map(ofProcess);
  // The server for assistants waits for its client, but not for ever.
  const { stream, files } = args.includes("mcp") ? patient(machine) : { stream: input, files: machine };
  optimiseLate();
  return run(compiled(), { args: ["blueprint-lens", ...args], env, files, streams: [stream, ...outputs] });
}

process.exitCode = main(process.argv.slice(2));
