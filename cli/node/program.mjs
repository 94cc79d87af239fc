// The command as a function: for the Action, which runs it many times and compiles it once.

import { compiled, run } from "./engine.mjs";
import { machine } from "./files.mjs";
import { inside } from "./paths.mjs";
import { giving, keeping } from "./streams.mjs";
import { optimiseLate } from "./tiering.mjs";

/** Compiles the command, and gives what runs it in the working directory: its status, output and messages. */
export function program() {
  optimiseLate();
  const module = compiled();
  return (args) => {
    const [out, said] = [keeping(), keeping()];
    const env = { ...process.env, PWD: inside(process.cwd()) };
    const streams = [giving(Buffer.alloc(0)), out, said];
    const status = run(module, { args: ["blueprint-lens", ...args], env, files: machine, streams });
    return { status, stdout: out.content().toString(), stderr: said.content().toString() };
  };
}
