// Runs the browser tests on the release page in dist/: `node e2e/run.mjs [FILE…]`.
//
// One server and one Chromium for all files; the tests themselves run under Node's test runner, two files at once, whose
// summary ends the output.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { launchServer } from "./browser.mjs";
import { serve } from "./server.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = `${root}dist`;

if (!existsSync(`${dist}/index.html`)) {
  console.error("There is no page in dist/: build it with `cargo xtask build`.");
  process.exit(1);
}

const named = process.argv.slice(2);
const all = (await readdir(`${root}e2e`)).filter((name) => name.endsWith(".test.mjs")).sort();
const files = named.length > 0 ? named : all.map((name) => `e2e/${name}`);

// Served below a folder on purpose: nothing may depend on standing at the root of a host.
const server = await serve(dist, "/some/folder/");
const browser = await launchServer();
const tests = spawn(
  process.execPath,
  ["--test", "--test-concurrency=2", "--test-reporter=spec", ...files],
  {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, E2E_URL: server.url, E2E_BROWSER: browser.wsEndpoint() },
  },
);
process.exitCode = await new Promise((ended) => tests.once("exit", (code) => ended(code ?? 1)));
await browser.close();
await server.close();
