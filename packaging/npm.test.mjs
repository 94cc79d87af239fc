// The npm package, installed from its file into an empty folder.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { same, sameAnswers } from "./agreement.mjs";
import { empty, native, packed, repository, run, succeeded } from "./installed.mjs";
import { version } from "./version.mjs";

const BLUEPRINT = `databases:
  - name: orders
    plan: basic-256mb
    ipAllowList: []
services:
  - type: web
    name: api
    env: docker
    region: oregon
    envVars:
      - {key: AUTH, fromService: {type: pserv, name: auth, property: hostport}}
  - {type: pserv, name: auth, runtime: docker, plan: starter, region: ohio}
`;
const OPEN = BLUEPRINT.replace("ipAllowList: []", "ipAllowList: [{source: 0.0.0.0/0}]");
/** Bytes of the packed file. */
const LARGEST = 1_745_000;
/** From Node's own start to the end of a check, in milliseconds of one processor, so that a busy machine does not count. */
const SLOWEST = 150;

let folder;
let program;
before(() => {
  folder = empty();
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  succeeded(["npm"], ["install", "--offline", "--no-audit", "--no-fund", packed(/^blueprint-lens-\d.*\.tgz$/)], { cwd: folder });
  program = [join(folder, "node_modules", ".bin", "blueprint-lens")];
});

test("it is small, and brings no dependency, no native code and no install script", () => {
  assert.ok(statSync(packed(/^blueprint-lens-\d.*\.tgz$/)).size <= LARGEST);
  const installed = join(folder, "node_modules", "blueprint-lens");
  const described = JSON.parse(readFileSync(join(installed, "package.json"), "utf8"));
  assert.equal(described.version, version);
  for (const name of ["dependencies", "optionalDependencies", "scripts", "os", "cpu"]) assert.equal(described[name], undefined, name);
  assert.deepEqual(readdirSync(installed).filter((name) => /\.(node|so|dll|dylib|exe)$/.test(name)), []);
  assert.deepEqual(readdirSync(join(folder, "node_modules")).filter((name) => !name.startsWith(".")), ["blueprint-lens"]);
});

test("every command answers as the native program, byte for byte", () => {
  const runs = sameAnswers(program);
  assert.ok(runs > 100, `${runs} runs`);
});

test("git is asked for revisions, histories and what a tree holds", () => {
  const { cwd } = repository({ "render.yaml": BLUEPRINT }, { "render.yaml": OPEN });
  const alike = (...args) => same(program, args, { cwd });
  for (const format of ["text", "markdown", "json"]) alike("diff", "HEAD~1", "HEAD", "--format", format);
  const { status } = alike("diff", "HEAD~1:render.yaml", "render.yaml", "--fail-on", "new-exposure");
  assert.equal(status, 1);
  alike("check", "--whole-tree");
  alike("diff", "--history");
  assert.equal(alike("bisect", "internet -/> orders").status, 0);
  assert.equal(alike("diff", "no-such-revision", "render.yaml").status, 2);
});

test("the plugin for remark puts pictures in place of fences, of texts and of files below the folder", () => {
  const cwd = empty();
  writeFileSync(join(cwd, "render.yaml"), BLUEPRINT);
  const elsewhere = empty();
  writeFileSync(join(elsewhere, "there.yaml"), BLUEPRINT);
  symlinkSync(elsewhere, join(cwd, "out"), "junction");
  const plugin = pathToFileURL(join(folder, "node_modules", "blueprint-lens", "remark.mjs")).href;
  const script = `
    import plugin from ${JSON.stringify(plugin)};
    const fence = (meta, value) => ({ type: "code", lang: "render-blueprint", meta, value });
    const other = { type: "code", lang: "yaml", meta: null, value: "a: 1" };
    const tree = { type: "root", children: [other, { type: "blockquote", children: [fence(null, "services: [{type: pserv, name: auth, runtime: node}]")] }, fence("file=render.yaml", "")] };
    const said = [];
    const file = { path: "page.md", fail: (words) => said.push(words) };
    await plugin()(tree, file);
    const names = ["/etc/hostname", "out/there.yaml", "out/gone.yaml", "out/there.yaml/more.yaml", "/etc/gone/hostname", "no.yaml"];
    const outside = { type: "root", children: names.map((name) => fence("file=" + name, "")) };
    await plugin()(outside, file);
    console.log(JSON.stringify({ tree, said }));
  `;
  const { tree, said } = JSON.parse(succeeded([process.execPath], ["--input-type=module", "--eval", script], { cwd }));
  const [other, quote, named] = tree.children;
  assert.equal(other.lang, "yaml");
  for (const [paragraph, id] of [[quote.children[0], "pserv:auth"], [named, "web:api"]]) {
    const [{ type, url, alt }] = paragraph.children;
    assert.equal(type, "image");
    assert.match(alt, /resource/);
    assert.ok(Buffer.from(url.split(",")[1], "base64").toString().includes(id), id);
  }
  // What lies elsewhere is refused in the same words whether or not it is there.
  const missing = said.pop();
  assert.equal(said.length, 5);
  for (const words of said) assert.match(words, /^\S+ is not below the current folder$/);
  assert.match(missing, /^there is no no\.yaml, as seen from /);
});

test("files are written, and only where asked", () => {
  const cwd = empty();
  const file = join(cwd, "render.yaml");
  writeFileSync(file, BLUEPRINT);
  succeeded(program, ["fix", "render.yaml"], { cwd });
  assert.equal(readFileSync(file, "utf8"), BLUEPRINT);
  succeeded(program, ["fix", "render.yaml", "--write"], { cwd });
  assert.equal(readFileSync(file, "utf8"), BLUEPRINT.replace("env: docker", "runtime: docker"));
  succeeded(program, ["render", "render.yaml", "--output", "network.png"], { cwd });
  assert.equal(readFileSync(join(cwd, "network.png")).subarray(1, 4).toString(), "PNG");
  assert.deepEqual(readdirSync(cwd).sort(), ["network.png", "render.yaml"]);
});

test("settings and ignored folders count", () => {
  const { cwd } = repository({ "render.yaml": BLUEPRINT, ".blueprint-lens.yaml": "rules:\n  cross-region-reference: off\n" });
  const { stdout } = same(program, ["check", ".", "--format", "json"], { cwd });
  assert.ok(!stdout.includes("cross-region-reference"));
});

test("a reader that goes away is no error", async () => {
  const child = spawn(program[0], ["rules", "--format", "json"], { stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.destroy();
  let said = "";
  child.stderr.on("data", (text) => (said += text));
  const status = await new Promise((ended) => child.once("close", ended));
  assert.deepEqual([status, said], [0, ""]);
});

test("what needs the native program says so", () => {
  for (const command of ["watch", "lsp"]) {
    const { status, stderr } = run(program, [command]);
    assert.equal(status, 2);
    assert.match(stderr, /not part of the npm package/);
  }
});

test("the help of the server ends though standard input stays open", async () => {
  const child = spawn(program[0], [...program.slice(1), "mcp", "--help"], { stdio: ["pipe", "ignore", "inherit"] });
  const late = setTimeout(() => child.kill(), 20_000);
  const code = await new Promise((ended) => child.once("exit", ended));
  clearTimeout(late);
  assert.equal(code, 0);
});

test("assistants get the same answers", () => {
  const ask = (id, method, params) => `${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`;
  const client = { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "test", version: "1" } };
  const call = (id, name, given) => ask(id, "tools/call", { name, arguments: given });
  const input =
    ask(1, "initialize", client) +
    `${JSON.stringify({ jsonrpc: "2.0", method: "notifications/initialized" })}\n` +
    ask(2, "tools/list", {}) +
    call(3, "check", { text: BLUEPRINT }) +
    call(4, "fix", { text: BLUEPRINT }) +
    call(5, "check", {});
  const answers = (one) => {
    const { status, stdout, stderr } = run(one, ["mcp"], { input });
    assert.deepEqual([status, stderr], [0, ""]);
    const lines = stdout.toString().trim().split("\n").map((line) => JSON.parse(line));
    return new Map(lines.map((line) => [line.id, line]));
  };
  const [ours, theirs] = [answers(program), answers(native)];
  assert.equal(ours.size, 5);
  assert.deepEqual(ours, theirs);
});

test("a client that never says its folders is waited for, and then answered from the working folder", async () => {
  const cwd = empty();
  writeFileSync(join(cwd, "render.yaml"), BLUEPRINT);
  const child = spawn(program[0], ["mcp"], { cwd, stdio: ["pipe", "pipe", "inherit"] });
  const ask = (message) => child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
  const call = (id) => ask({ id, method: "tools/call", params: { name: "check", arguments: { path: "render.yaml" } } });
  const clientInfo = { name: "test", version: "1" };
  ask({ id: 1, method: "initialize", params: { protocolVersion: "2025-06-18", capabilities: { roots: {} }, clientInfo } });
  ask({ method: "notifications/initialized" });
  call(2);
  const asked = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const { id, method, result } = JSON.parse(line);
    if (method === "roots/list") asked.push(id);
    else if (id === 2) call(3);
    if (result?.structuredContent !== undefined) assert.equal(result.structuredContent.files[0].path, "render.yaml");
    if (id === 3) child.stdin.end();
  }
  assert.equal(asked.length, 2, "each question asks anew");
});

test("the API takes texts and gives the JSON of the commands", async () => {
  const api = await import(pathToFileURL(join(folder, "node_modules", "blueprint-lens", "index.mjs")));
  assert.throws(() => api.check(BLUEPRINT), /init/);
  await api.init();
  const cwd = empty();
  writeFileSync(join(cwd, "render.yaml"), BLUEPRINT);
  writeFileSync(join(cwd, "base.yaml"), BLUEPRINT);
  writeFileSync(join(cwd, "head.yaml"), OPEN);
  const native_ = (...args) => run(native, args, { cwd }).stdout;
  assert.deepEqual(api.check(BLUEPRINT), JSON.parse(native_("check", "--format", "json")));
  assert.equal(api.check("", { name: "a.yaml" }).files[0].path, "a.yaml");
  assert.deepEqual(api.reach(BLUEPRINT), JSON.parse(native_("reach", "render.yaml", "--format", "json")));
  assert.deepEqual(api.diff(BLUEPRINT, OPEN), JSON.parse(native_("diff", "base.yaml", "head.yaml", "--format", "json")));
  assert.equal(api.render(BLUEPRINT), native_("render", "render.yaml").toString());
  assert.deepEqual(api.render(BLUEPRINT, { format: "json" }), JSON.parse(native_("render", "render.yaml", "--format", "json")));
  assert.deepEqual(api.render(BLUEPRINT, { format: "png" }), new Uint8Array(native_("render", "render.yaml", "--format", "png")));
  assert.deepEqual(api.fix(BLUEPRINT), { text: BLUEPRINT.replace("env: docker", "runtime: docker"), applied: 1 });
  assert.equal(api.fix(BLUEPRINT, { unsafe: true }).applied >= 1, true);
  assert.throws(() => api.render("x".repeat(5 << 20)), /4 MiB/);
});

test("the first finding is there soon after Node", () => {
  const cwd = empty();
  writeFileSync(join(cwd, "render.yaml"), BLUEPRINT);
  const fastest = (args) => {
    const clock = new URL("cpu.mjs", import.meta.url).href;
    const times = Array.from({ length: 12 }, () => {
      const { stderr } = run([process.execPath, "--import", clock], args, { cwd });
      return Number(/^cpu ([\d.]+)$/m.exec(stderr)[1]);
    });
    return Math.min(...times);
  };
  const command = join(folder, "node_modules", "blueprint-lens", "command.mjs");
  const more = fastest([command, "check"]) - fastest(["--eval", "0"]);
  assert.ok(more <= SLOWEST, `${more.toFixed(0)} ms after Node's own start`);
  console.log(`# first finding ${more.toFixed(0)} ms after Node's own start`);
});
