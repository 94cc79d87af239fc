// The npm package of the element, installed from its file and built into a page with Vite.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";
import { build } from "vite";
import { launch } from "../e2e/browser.mjs";
import { empty, packed, succeeded } from "./installed.mjs";
import { version } from "./version.mjs";

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title>
<script type="module" src="main.js"></script>
<blueprint-lens><pre>services:
  - {type: pserv, name: auth, runtime: docker}
</pre></blueprint-lens></html>`;
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm" };

let folder;
before(() => {
  folder = empty();
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  const file = packed(/^blueprint-lens-element-.*\.tgz$/);
  succeeded(["npm"], ["install", "--offline", "--no-audit", "--no-fund", file], { cwd: folder });
});

test("it is described, and brings its engine and its types", () => {
  const installed = join(folder, "node_modules", "@blueprint-lens", "element");
  const described = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  assert.equal(described.version, version);
  assert.equal(described.dependencies, undefined);
  const files = readdirSync(installed);
  assert.equal(files.filter((name) => name.endsWith(".wasm")).length, 2);
  assert.ok(files.includes("index.d.ts"));
});

test("a page that Vite built draws a Blueprint", async () => {
  writeFileSync(join(folder, "index.html"), PAGE);
  writeFileSync(join(folder, "main.js"), 'import "@blueprint-lens/element";\n');
  await build({ root: folder, logLevel: "warn", configFile: false });
  const dist = join(folder, "dist");
  const server = createServer(({ url }, response) => {
    const path = url === "/" ? "/index.html" : url;
    const isThere = existsSync(join(dist, path));
    response.writeHead(isThere ? 200 : 404, { "content-type": TYPES[extname(path)] ?? "text/plain" });
    response.end(isThere ? readFileSync(join(dist, path)) : "");
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const browser = await launch();
  after(() => Promise.all([browser.close(), server.closeAllConnections(), server.close()]));
  const page = await browser.newPage();
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const node = page.locator('blueprint-lens [data-checked] [data-node="pserv:auth"]');
  await node.waitFor({ timeout: 30_000 });
  assert.deepEqual(complaints, []);
});
