// The one-file reports of the command line, opened from a file: address: without requests, with and without scripts.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { connect } from "./browser.mjs";
import { program } from "./program.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

const BASE = `services:
  - type: web
    name: api
    runtime: docker
    plan: starter
    envVars:
      - key: DATABASE_URL
        fromDatabase: {name: orders, property: connectionString}
      - key: AUTH
        fromService: {type: pserv, name: auth, property: hostport}
  - {type: pserv, name: auth, runtime: docker, plan: starter}
  - {type: pserv, name: lonely, runtime: docker, plan: starter}
databases:
  - {name: orders, plan: basic-256mb, ipAllowList: []}
`;
const HEAD = BASE.replace("  - {type: pserv, name: lonely", "  - {type: worker, name: jobs")
  .replace("ipAllowList: []", "ipAllowList: [{source: 0.0.0.0/0}]")
  .replace(/ {6}- key: AUTH\n.*\n/, "");

const folder = mkdtempSync(join(tmpdir(), "blueprint-lens-"));
const browser = await connect();
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await browser.close();
});

function run(name, ...args) {
  writeFileSync(join(folder, "base.yaml"), BASE);
  writeFileSync(join(folder, "head.yaml"), HEAD);
  const done = spawnSync(program, args, { cwd: folder, encoding: "utf8" });
  assert.equal(done.status, 0, done.stderr);
  writeFileSync(join(folder, name), done.stdout);
  return pathToFileURL(join(folder, name)).href;
}

const difference = run("diff.html", "diff", "base.yaml", "head.yaml", "--format", "html");
const blueprint = run("render.html", "render", "head.yaml", "--format", "html");

async function open(url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const problems = [];
  const requests = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(url);
  const close = async () => {
    assert.deepEqual(problems, []);
    assert.deepEqual(requests.filter((request) => !request.startsWith(url)), [], "nothing is loaded");
    await context.close();
  };
  return { page, close };
}

test("the switch shows before, after and both", async () => {
  for (const javaScriptEnabled of [true, false]) {
    const { page, close } = await open(difference, { javaScriptEnabled });
    const shown = async () => {
      const all = await Promise.all(["before", "both", "after"].map((id) => page.locator(`#${id}`).isVisible()));
      return all.map(Number).join("");
    };
    assert.equal(await shown(), "010");
    await page.locator("label", { hasText: "Before" }).click();
    assert.equal(await shown(), "100");
    assert.equal(await page.locator("#before [data-node='pserv:lonely']").count(), 1);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    assert.equal(await shown(), "001");
    assert.equal(await page.locator("#after [data-node='pserv:lonely']").count(), 0);
    await close();
  }
});

test("both sides are on one picture, with marks", async () => {
  const { page, close } = await open(difference);
  const tags = await page.locator("#both [data-node] .tag-text").allTextContents();
  assert.deepEqual(tags.map((tag) => tag.trim()).sort(), ["changed", "changed", "gone", "new"]);
  assert.equal(await page.locator("#both .is-gone[data-edge]").count(), 1);
  await close();
});

test("hovering and focusing light a path and dim the rest", async () => {
  const { page, close } = await open(difference);
  const opacity = (id) =>
    page.locator(`#both [data-node="${id}"]`).evaluate(async (node) => {
      await Promise.all(node.getAnimations().map((animation) => animation.finished));
      return Number(getComputedStyle(node).opacity);
    });
  await page.locator('#both [data-node="postgres:orders"]').hover();
  assert.equal(await opacity("web:api"), 1);
  assert.ok((await opacity("worker:jobs")) < 0.5);
  await page.mouse.move(2, 2);
  assert.equal(await opacity("worker:jobs"), 1);
  await page.locator('#both [data-node="worker:jobs"]').focus();
  assert.ok((await opacity("web:api")) < 0.5);
  await page.keyboard.press("Enter");
  await page.locator('#both [data-node="web:api"]').evaluate((node) => node.ownerDocument.activeElement.blur());
  assert.ok((await opacity("web:api")) < 0.5, "Enter keeps the path lit");
  await close();
});

test("a line link opens the folded text", async () => {
  const { page, close } = await open(blueprint);
  const line = page.locator("#problems a.line-link").first();
  const href = await line.getAttribute("href");
  assert.equal(await page.locator(href).isVisible(), false);
  await line.click();
  await page.locator(href).waitFor({ state: "visible" });
  await close();
});

test("axe finds nothing, in light and in dark", async () => {
  for (const url of [difference, blueprint]) {
    for (const colorScheme of ["light", "dark"]) {
      const { page, close } = await open(url, { colorScheme });
      await page.addScriptTag({ path: axe });
      const { violations } = await page.evaluate(() => globalThis.axe.run());
      const told = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join("; ")}`);
      assert.deepEqual(told, [], `${url} in ${colorScheme}`);
      await close();
    }
  }
});

test("changed lines take the width of the page, on a phone, too", async () => {
  for (const [width, least] of [[390, 0.7], [1280, 0.85]]) {
    const { page, close } = await open(difference, { viewport: { width, height: 800 } });
    const measured = await page.evaluate(() => {
      const wide = (element) => element.getBoundingClientRect().width;
      const table = document.querySelector("#lines table");
      const texts = [...table.querySelectorAll("tbody tr:not(.gap) td:last-child")].map(wide);
      return { table: wide(table), section: wide(document.querySelector("#lines")), texts, all: document.documentElement.scrollWidth };
    });
    assert.ok(measured.texts.length > 5, `${measured.texts.length} lines`);
    assert.equal(measured.table, measured.section, "the table is as wide as its section");
    for (const text of measured.texts) assert.ok(text > least * measured.table, `${width}: ${text} of ${measured.table}`);
    assert.ok(measured.all <= width, `${width}: the page scrolls sideways to ${measured.all}`);
    await close();
  }
});
