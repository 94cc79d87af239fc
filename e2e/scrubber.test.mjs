// The history of a Blueprint as one file: the scrubber moves with the keys, boxes stay put, and all of it is there
// without scripts.

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
import { SHOP } from "./shop.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

const SIGN_IN = SHOP.replace("databases:", "  - {type: pserv, name: auth, runtime: docker, plan: starter}\ndatabases:").replace(
  "databases:",
  "  - {type: worker, name: jobs, runtime: docker, plan: starter, envVars: [{key: AUTH, fromService: {type: pserv, name: auth, property: hostport}}]}\ndatabases:",
);
const OPEN = SIGN_IN.replace("ipAllowList: []", "ipAllowList: [{source: 0.0.0.0/0}]");
const MOVED = OPEN.replace("name: orders, plan", "name: orders-2, plan").replace("{name: orders,", "{name: orders-2,");
const VERSIONS = [
  ["A shop", SHOP],
  ["Sign-in", SIGN_IN],
  ["Let the office in", OPEN],
  ["Half a merge", `${OPEN}  - {name: [\n`],
  ["Another database", MOVED],
];

const folder = mkdtempSync(join(tmpdir(), "blueprint-lens-"));
const browser = await connect();
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await browser.close();
});

function run(command, ...args) {
  const date = { GIT_AUTHOR_DATE: "2026-03-01T10:00:00Z", GIT_COMMITTER_DATE: "2026-03-01T10:00:00Z" };
  const done = spawnSync(command, args, { cwd: folder, encoding: "utf8", env: { ...process.env, ...date } });
  assert.equal(done.status, 0, done.stderr);
  return done.stdout;
}

const git = (...args) => run("git", "-c", "user.name=Ann", "-c", "user.email=ann@example.com", "-c", "commit.gpgsign=false", ...args);
git("init", "--quiet");
for (const [subject, text] of VERSIONS) {
  writeFileSync(join(folder, "render.yaml"), text);
  git("add", "render.yaml");
  git("commit", "--quiet", "-m", subject);
}
writeFileSync(join(folder, "history.html"), run(program, "diff", "--history"));
const url = pathToFileURL(join(folder, "history.html")).href;

async function open(options = {}, hash = "") {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("request", (request) => request.url().startsWith("file:") || problems.push(request.url()));
  await page.goto(url + hash);
  return { page, problems };
}

/** Where every visible box stands, by its id. */
const boxes = (page) =>
  page.$$eval("#over-time [data-node]", (nodes) =>
    Object.fromEntries(
      nodes
        .filter((node) => node.getClientRects().length > 0)
        .map((node) => {
          const { x, y, height } = node.querySelector(".node-box, .node-lid, rect, path").getBoundingClientRect();
          return [node.dataset.node, { x: Math.round(x + scrollX), y: Math.round(y + height / 2 + scrollY) }];
        }),
    ),
  );

/** The subject of the version that is shown. */
const subject = (page) => page.$$eval(".step", (steps) => steps.filter((step) => step.offsetParent).map((step) => step.querySelector("h3").textContent));

test("arrow keys move, boxes stay put, picture and plan change", async () => {
  const { page, problems } = await open();
  assert.deepEqual(await subject(page), ["Another database"]);
  await page.focus("#version");
  const seen = [];
  for (let at = VERSIONS.length - 1; at >= 0; at--) {
    const words = await page.getAttribute("#version", "aria-valuetext");
    assert.ok(words.startsWith(`Version ${at + 1} of ${VERSIONS.length}: 2026-03-01, Ann: ${VERSIONS[at][0]}`), words);
    assert.deepEqual(await subject(page), [VERSIONS[at][0]]);
    assert.equal(await page.textContent("#shown"), words);
    seen.unshift(await boxes(page));
    await page.keyboard.press("ArrowLeft");
  }
  assert.deepEqual(Object.keys(seen[0]).sort(), ["internet", "postgres:orders", "web:api"]);
  assert.ok("pserv:auth" in seen[1] && !("pserv:auth" in seen[0]));
  assert.ok("postgres:orders-2" in seen[4] && !("postgres:orders" in seen[4]));
  const places = new Map();
  for (const [at, version] of seen.entries()) {
    for (const [id, { x, y }] of Object.entries(version)) {
      if (id === "internet") continue;
      const before = places.get(id) ?? { x, y };
      places.set(id, before);
      assert.ok(Math.abs(before.x - x) <= 1 && Math.abs(before.y - y) <= 1, `${id} moved in version ${at + 1}`);
    }
  }
  // The other end, with Home and End, and from the picture itself.
  await page.keyboard.press("End");
  assert.deepEqual(await subject(page), ["Another database"]);
  const step = page.locator(".step:visible");
  assert.match(await step.textContent(), /This merge leaves orders behind with its data and creates an empty orders-2/);
  await page.locator("#over-time [data-node='web:api']:visible").first().focus();
  await page.keyboard.press("ArrowLeft");
  assert.deepEqual(await subject(page), ["Half a merge"]);
  assert.match(await step.textContent(), /Broken: Render refuses this version/);
  assert.match(page.url(), /#v4$/);
  assert.deepEqual(problems, []);
  await page.context().close();
});

test("buttons, links and the list of all", async () => {
  const { page, problems } = await open({}, "#v3");
  assert.deepEqual(await subject(page), ["Let the office in"]);
  assert.match(await page.locator(".step:visible").textContent(), /every address may connect now/);
  await page.getByRole("button", { name: "Later version" }).click();
  assert.deepEqual(await subject(page), ["Half a merge"]);
  await page.getByRole("button", { name: "Later version" }).click();
  assert.equal(await page.getByRole("button", { name: "Later version" }).isDisabled(), true);
  assert.equal(await page.evaluate(() => document.activeElement.id), "version");
  await page.getByText("All versions at a glance").click();
  await page.locator(".glance a").first().click();
  await page.locator("#v1.is-shown").waitFor();
  assert.deepEqual(await subject(page), ["A shop"]);
  assert.equal(await page.locator(".glance .is-bad").count(), 3);
  await page.getByLabel("List all versions").check();
  assert.equal((await subject(page)).length, VERSIONS.length);
  assert.deepEqual(problems, []);
  await page.context().close();
});

test("nothing is wider than a phone, and axe finds nothing", async () => {
  for (const colorScheme of ["light", "dark"]) {
    for (const hash of ["#v1", "#v4", "#v5"]) {
      const { page, problems } = await open({ viewport: { width: 390, height: 844 }, colorScheme, reducedMotion: "reduce" }, hash);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
      // Words on the picture are large enough to be read; the picture scrolls in its frame.
      const height = await page.$eval("#over-time .node-name", (name) => name.getBoundingClientRect().height);
      assert.ok(height >= 8, `${height} px`);
      assert.deepEqual(problems, []);
      await page.addScriptTag({ path: axe });
      const { violations } = await page.evaluate(() => globalThis.axe.run());
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`), []);
      await page.context().close();
    }
  }
});

test("without scripts, and on paper, every version is there", async () => {
  const { page } = await open({ javaScriptEnabled: false });
  assert.equal(await page.locator(".scrubber").isVisible(), false);
  assert.equal(await page.locator(".step:visible").count(), VERSIONS.length);
  assert.ok(await page.locator("#over-time [data-node='postgres:orders-2']").first().isVisible());
  assert.equal(await page.locator("#over-time [data-node='postgres:orders']:visible").count(), 0);
  await page.context().close();
  const { page: printed } = await open();
  await printed.emulateMedia({ media: "print" });
  assert.equal(await printed.locator(".step:visible").count(), VERSIONS.length);
  assert.equal(await printed.locator(".scrubber").isVisible(), false);
  await printed.context().close();
});
