// The live view beside somebody's own editor: what is saved is drawn, and everything stays where it was.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { connect } from "./browser.mjs";
import { program } from "./program.mjs";
import { SHOP } from "./shop.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

const AUTH = "  - {type: pserv, name: auth, runtime: docker, plan: starter}\n";
const WITH_AUTH = SHOP.replace("databases:", `${AUTH}databases:`);
const OPEN = SHOP.replace("ipAllowList: []", "ipAllowList: [{source: 0.0.0.0/0}]");

const browser = await connect();
const started = [];
const folders = [];
after(async () => {
  started.forEach((child) => child.kill());
  folders.forEach((folder) => rmSync(folder, { recursive: true, force: true }));
  await browser.close();
});

function folder(files) {
  const made = mkdtempSync(join(tmpdir(), "blueprint-lens-"));
  folders.push(made);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(made, name), text);
  return made;
}

/** Starts the program; what it prints is in `printed()`. */
async function watch(cwd, ...args) {
  const child = spawn(program, ["watch", "--no-open", ...args], { cwd, stdio: ["ignore", "pipe", "pipe"] });
  started.push(child);
  let printed = "";
  child.stderr.setEncoding("utf8").on("data", (text) => (printed += text));
  await new Promise((ready, failed) => {
    child.stdout.setEncoding("utf8").on("data", (text) => {
      printed += text;
      if (/^http.*\n/m.test(printed)) ready();
    });
    child.once("exit", (code) => failed(new Error(`ended with ${code}: ${printed}`)));
  });
  const url = /^http\S+/m.exec(printed)[0];
  const ended = new Promise((done) => child.once("exit", done));
  return { url, printed: () => printed, stop: () => (child.kill(), ended) };
}

async function opened(url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(error.message));
  await page.goto(url);
  await page.locator("#picture svg").waitFor();
  return { page, problems, node: (id) => page.locator(`[data-node="${id}"]`), close: () => context.close() };
}

const place = (locator) => locator.evaluate((node) => `${node.getBoundingClientRect().x} ${node.getBoundingClientRect().y}`);

/** Puts a new file in place of the old one, as many editors save. */
function saveAtOnce(path, text) {
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}

test("what is saved is drawn, in either way of saving, and what was there stays in place", async () => {
  const cwd = folder({ "render.yaml": SHOP });
  const file = join(cwd, "render.yaml");
  const live = await watch(cwd, "render.yaml");
  const lens = await opened(live.url);
  const before = await place(lens.node("web:api"));
  writeFileSync(file, WITH_AUTH);
  await lens.node("pserv:auth").waitFor();
  assert.equal(await place(lens.node("web:api")), before);
  saveAtOnce(file, OPEN);
  await lens.node("pserv:auth").waitFor({ state: "detached" });
  await lens.page.getByText("open-database").waitFor();
  saveAtOnce(file, WITH_AUTH);
  await lens.node("pserv:auth").waitFor();
  assert.match(await lens.page.title(), /render\.yaml$/);
  assert.deepEqual(lens.problems, []);
  await lens.close();
});

test("a broken file still draws what can be understood, and comes back as it was", async () => {
  const cwd = folder({ "render.yaml": WITH_AUTH });
  const file = join(cwd, "render.yaml");
  const lens = await opened((await watch(cwd)).url);
  const before = await place(lens.node("postgres:orders"));
  writeFileSync(file, `${SHOP.slice(0, SHOP.indexOf("databases:"))}  - {type: [\n`);
  await lens.page.getByText(/^1 error|[2-9] errors/).first().waitFor();
  await lens.node("web:api").waitFor();
  writeFileSync(file, WITH_AUTH);
  await lens.node("pserv:auth").waitFor();
  assert.equal(await place(lens.node("postgres:orders")), before);
  assert.deepEqual(lens.problems, []);
  await lens.close();
});

test("a file that goes is said, and its picture stays until it comes back", async () => {
  const cwd = folder({ "render.yaml": SHOP });
  const file = join(cwd, "render.yaml");
  const lens = await opened((await watch(cwd, "render.yaml")).url);
  rmSync(file);
  await lens.page.locator("#trouble", { hasText: "render.yaml cannot be read" }).waitFor();
  assert.equal(await lens.node("web:api").count(), 1);
  writeFileSync(file, SHOP);
  await lens.page.locator("#trouble:empty").waitFor({ state: "attached" });
  await lens.close();
});

test("focus, what is pinned, what is unfolded and the place on the page outlive a drawing", async () => {
  const cwd = folder({ "render.yaml": SHOP });
  const lens = await opened((await watch(cwd)).url, { viewport: { width: 1280, height: 500 } });
  await lens.node("web:api").click();
  await lens.node("web:api").focus();
  await lens.page.locator("#picture summary").click();
  await lens.node("web:api").focus();
  await lens.page.locator("#doors h2").evaluate((heading) => heading.scrollIntoView({ behavior: "instant" }));
  const top = () => lens.page.locator("#doors h2").evaluate((heading) => Math.round(heading.getBoundingClientRect().top));
  const before = await top();
  writeFileSync(join(cwd, "render.yaml"), WITH_AUTH.replace("type: pserv, name: auth", "type: web, name: auth"));
  await lens.node("web:auth").waitFor();
  assert.ok(Math.abs((await top()) - before) <= 1, `${before} and ${await top()}`);
  assert.equal(await lens.page.evaluate(() => document.activeElement?.dataset.node), "web:api");
  assert.ok(await lens.page.locator("#picture details").evaluate((details) => details.open));
  assert.equal(await lens.page.locator("#picture svg.has-path").count(), 1, "the path of the pinned node is still lit");
  assert.deepEqual(lens.problems, []);
  await lens.close();
});

test("the picture is laid out for the window, so a narrow one beside an editor reads well", async () => {
  const lens = await opened((await watch(folder({ "render.yaml": WITH_AUTH }))).url, { viewport: { width: 480, height: 900 } });
  const drawn = () => lens.page.locator("#picture svg").evaluate((svg) => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width);
  await lens.page.waitForFunction(() => document.querySelector("#picture svg").viewBox.baseVal.width <= 440);
  assert.ok((await drawn()) > 0.99);
  await lens.page.setViewportSize({ width: 1280, height: 900 });
  await lens.page.waitForFunction(() => document.querySelector("#picture svg").viewBox.baseVal.width > 440);
  await lens.close();
});

test("several files are one picture, and a new one joins it", async () => {
  const caller = "services: [{type: worker, name: jobs, runtime: node, envVars: [{key: A, fromService: {type: web, name: api, property: host}}]}]\n";
  const cwd = folder({ "render.yaml": SHOP, "render.jobs.yaml": caller });
  const lens = await opened((await watch(cwd, ".")).url);
  await lens.node("worker:jobs").waitFor();
  mkdirSync(join(cwd, "more"));
  // A folder that has just been made is watched as soon as the program has heard of it.
  await new Promise((done) => setTimeout(done, 300));
  writeFileSync(join(cwd, "more", "render.yaml"), `services:\n${AUTH}`);
  await lens.node("pserv:auth").waitFor();
  writeFileSync(join(cwd, "render.jobs.yaml"), caller.replace("jobs", "mail"));
  await lens.node("worker:mail").waitFor();
  await lens.close();
});

test("an open page comes back after a restart at the same address", async () => {
  const cwd = folder({ "render.yaml": SHOP });
  const token = "a-token-of-the-tests";
  const first = await watch(cwd, "--token", token);
  const port = new URL(first.url).port;
  const lens = await opened(first.url);
  await first.stop();
  await lens.page.locator("#trouble", { hasText: "starting again" }).waitFor();
  writeFileSync(join(cwd, "render.yaml"), WITH_AUTH);
  await watch(cwd, "--token", token, "--port", port);
  await lens.node("pserv:auth").waitFor();
  await lens.page.locator("#trouble:empty").waitFor({ state: "attached" });
  await lens.close();
});

/** The status of a request with headers of its own, which a browser would not send. */
function status(url, { method = "GET", headers = {} } = {}) {
  return new Promise((done, failed) => {
    const asked = request(url, { method, headers }, (answer) => {
      answer.destroy();
      done(answer.statusCode);
    });
    asked.once("error", failed).end();
  });
}

test("nobody else is served: not under a foreign host, not without the token, not from another page", async () => {
  const cwd = folder({ "render.yaml": SHOP, "secret.txt": "secret" });
  const { url } = await watch(cwd);
  const { port, origin, pathname } = new URL(url);
  assert.equal(new URL(url).hostname, "127.0.0.1");
  assert.equal(await status(url), 200);
  for (const path of ["", "events"]) {
    assert.equal(await status(`${url}${path}`, { headers: { host: `attacker.example:${port}` } }), 403);
    assert.equal(await status(`${url}${path}`, { headers: { origin: "https://attacker.example" } }), 403);
  }
  assert.equal(await status(`${url}`, { headers: { host: `localhost:${port}` } }), 200);
  for (const path of ["/", "/events", "/secret.txt", `${pathname}secret.txt`, `${pathname}..%2fsecret.txt`, `${pathname.slice(0, -2)}/`]) {
    assert.equal(await status(`${origin}${path}`), 404, path);
  }
  assert.equal(await status(`${url}open`, { method: "POST", headers: { origin: "https://attacker.example" } }), 403);
});

test("a click prints where it is, and opens the editor there", { skip: process.platform === "win32" }, async () => {
  const cwd = folder({ "render.yaml": OPEN, "editor.sh": '#!/bin/sh\nprintf "%s" "$*" > "$1"\n' });
  const live = await watch(cwd, "render.yaml", "--editor", "sh editor.sh 'the place'");
  const lens = await opened(live.url);
  await lens.node("web:api").click();
  await lens.page.locator("#said", { hasText: "render.yaml:3:11, opened in the editor" }).waitFor();
  assert.match(live.printed(), /^render\.yaml:3:11$/m);
  const told = () => existsSync(join(cwd, "the place")) && readFileSync(join(cwd, "the place"), "utf8");
  for (const end = Date.now() + 5000; Date.now() < end && told() !== "the place render.yaml:3:11"; ) {
    await new Promise((done) => setTimeout(done, 20));
  }
  assert.equal(told(), "the place render.yaml:3:11");
  await lens.page.locator("#problems .line-link").first().click();
  await lens.page.locator("#said", { hasText: /render\.yaml:\d+:\d+, opened/ }).waitFor();
  await lens.close();
});

test("the picture is walked by keyboard, and says where one is", async () => {
  const text = WITH_AUTH.replace("ipAllowList: []", "ipAllowList: [{source: 0.0.0.0/0}]");
  const lens = await opened((await watch(folder({ "render.yaml": text }))).url);
  await lens.node("web:api").focus();
  const focused = (id) => lens.page.waitForFunction((id) => document.activeElement.dataset.node === id, id);
  const press = async (key, words) => {
    // What was said before may be the same.
    await lens.page.locator("#said").evaluate((said) => (said.textContent = ""));
    await lens.page.keyboard.press(key);
    await lens.page.locator("#said", { hasText: words }).waitFor();
  };
  await press("Shift+ArrowRight", /orders/);
  await press("Shift+ArrowRight", /orders/);
  await focused("postgres:orders");
  await press("Backspace", /orders/);
  await press("Backspace", /api/);
  await focused("web:api");
  await press("i", /Behind it: orders/);
  await press("r", /api can open a private connection to 2 of 2 others/);
  await press("F8", / of \d+\./);
  await lens.close();
});

test("with a revision, the plan of the change is shown while it is made", async () => {
  const cwd = folder({ "render.yaml": SHOP });
  const git = (...args) => {
    const done = spawnSync("git", ["-c", "user.name=Ann", "-c", "user.email=ann@example.com", "-c", "commit.gpgsign=false", ...args], { cwd, encoding: "utf8" });
    assert.equal(done.status, 0, done.stderr);
  };
  git("init", "--quiet", "--initial-branch", "main");
  git("add", "render.yaml");
  git("commit", "--quiet", "-m", "Begin");
  const lens = await opened((await watch(cwd, "render.yaml", "--diff", "main")).url);
  await lens.page.getByText("No semantic changes").waitFor();
  writeFileSync(join(cwd, "render.yaml"), SHOP.replaceAll("orders", "orders-2"));
  await lens.page.locator("#header .is-bad", { hasText: "orders" }).first().waitFor();
  await lens.page.locator("#changes").waitFor();
  assert.ok((await lens.page.locator("#picture :is(.is-gone, .is-changed, .is-new)").count()) > 0);
  git("commit", "--quiet", "-a", "-m", "Rename");
  await lens.page.getByText("No semantic changes").waitFor();
  assert.equal(await lens.page.locator("#changes").count(), 0);
  await lens.close();
});

test("what looks like a secret stays out of the page", async () => {
  const text = SHOP.replace("databases:", "  - {type: worker, name: jobs, runtime: docker, envVars: [{key: STRIPE_SECRET_KEY, value: hunter22-canary}]}\ndatabases:");
  const lens = await opened((await watch(folder({ "render.yaml": text }))).url);
  await lens.node("worker:jobs").waitFor();
  await lens.page.locator("#reach").scrollIntoViewIfNeeded();
  await lens.page.locator("#reach table").waitFor();
  assert.ok(!(await lens.page.content()).includes("hunter22-canary"));
  await lens.close();
});

test("no violation for axe, in light and dark, with trouble and without", async () => {
  const cwd = folder({ "render.yaml": OPEN });
  const { url } = await watch(cwd, "render.yaml");
  for (const colorScheme of ["light", "dark"]) {
    writeFileSync(join(cwd, "render.yaml"), OPEN);
    const lens = await opened(url, { colorScheme, bypassCSP: true });
    for (const state of ["whole", "gone"]) {
      if (state === "gone") {
        rmSync(join(cwd, "render.yaml"));
        await lens.page.locator("#trouble", { hasText: "cannot be read" }).waitFor();
      }
      await lens.page.addScriptTag({ path: axe });
      const { violations } = await lens.page.evaluate(() => axe.run());
      assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]), []);
    }
    await lens.close();
  }
});

test("a port that is taken and a missing file are errors", async () => {
  const cwd = folder({ "render.yaml": SHOP });
  const { port } = new URL((await watch(cwd)).url);
  const run = (...args) => spawnSync(program, ["watch", "--no-open", ...args], { cwd, encoding: "utf8", timeout: 10_000 });
  for (const [args, words] of [
    [["--port", port], /is not free/],
    [["no.yaml"], /no\.yaml cannot be read/],
    [["-"], /standard input cannot be watched/],
    [["--diff", "no-such-revision"], /no-such-revision/],
    [["--editor", "'open"], /quote/],
    [["--token", "short"], /token/],
  ]) {
    const done = run(...args);
    assert.equal(done.status, 2, args.join(" "));
    assert.match(done.stderr, words);
  }
});
