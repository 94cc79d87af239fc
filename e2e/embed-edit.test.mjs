// The element with `editable`: its text is typed in somebody else's page, under a strict policy, and all it shows follows.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";
import { host, hostPage, linkedText } from "./host.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const TEXT = `services:
  - type: web
    name: api
    runtime: docker
    plan: starter
    envVars:
      - key: AUTH
        fromService: {type: pserv, name: auth, property: hostport}
  - {type: pserv, name: auth, runtime: docker, plan: starter}
`;
const WORKER = "  - {type: worker, name: jobs, runtime: docker, plan: starter}\n";

const html = hostPage(`<main><h1>Somebody's page</h1><blueprint-lens editable><pre>${TEXT}</pre></blueprint-lens></main>`);
const visit = await host(() => html);

async function open(options) {
  const { page, requests, close } = await visit(options);
  await page.evaluate(() => {
    window.told = [];
    document.addEventListener("blueprint-change", ({ target, detail }) => window.told.push([target.localName, detail.text]));
  });
  const field = page.getByLabel("Text of the Blueprint");
  await field.waitFor();
  return { page, field, requests, close };
}

/** Counts what the element has analysed: every call of the engine that makes an analysis. */
function countAnalyses() {
  window.analyses = 0;
  const { Instance } = WebAssembly;
  WebAssembly.Instance = function (module, imports) {
    const { exports } = new Instance(module, imports);
    const { analysis_new: analyse } = exports;
    const counted = (...text) => {
      window.analyses += 1;
      return analyse(...text);
    };
    return { exports: { ...exports, analysis_new: counted } };
  };
}

const linked = (page) => linkedText(page.getByRole("link", { name: "Open in editor" }));

test("an edit is analysed once, whatever views show it", async () => {
  const { page, field, close } = await open({ script: countAnalyses });
  assert.equal(await page.evaluate(() => window.analyses), 1, "the text that was there");
  await field.focus();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.insertText(WORKER);
  await page.locator("[data-node='worker:jobs']").waitFor();
  await page.waitForFunction(() => window.told.length > 0);
  for (const tab of await page.getByRole("tab").all()) await tab.click();
  assert.equal(await page.evaluate(() => window.analyses), 2);
  await close();
});

test("picture, reach, problems and link follow the typing, and the host hears of it once it rests", async () => {
  const { page, field, requests, close } = await open();
  assert.equal(await field.inputValue(), TEXT);
  assert.equal(await page.locator("[data-node='worker:jobs']").count(), 0);
  await field.focus();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.insertText(WORKER);
  await page.locator("[data-node='worker:jobs']").waitFor();
  await page.waitForFunction(() => window.told.length > 0);
  assert.deepEqual(await page.evaluate(() => window.told), [["blueprint-lens", TEXT + WORKER]]);
  assert.equal(await linked(page), TEXT + WORKER);
  assert.ok(await field.evaluate((area) => area.matches(":focus")), "typing goes on");
  await page.locator("#reach").click();
  await page.locator("table").getByText("jobs").first().waitFor();
  await page.locator("#problems").click();
  const rules = () => page.locator("[data-problem]").evaluateAll((rows) => rows.map((row) => row.dataset.rule));
  assert.ok(!(await rules()).includes("cross-region-reference"));
  await field.fill(TEXT.replace("plan: starter}", "plan: starter, region: frankfurt}"));
  await page.locator("[data-rule='cross-region-reference']").waitFor();
  assert.equal((await page.evaluate(() => window.told)).length, 2);
  const kinds = requests.filter((url) => url.startsWith(process.env.E2E_URL)).map((url) => url.split(".").at(-1));
  assert.deepEqual(kinds.sort(), ["js", "wasm", "wasm"], "no editor is loaded");
  await close();
});

test("a line of a problem is selected in the text", async () => {
  const { page, field, close } = await open();
  await field.fill(TEXT.replace("plan: starter}", "plan: starter, region: frankfurt}"));
  await page.locator("#problems").click();
  const link = page.locator("[data-rule='cross-region-reference'] a.line-link").first();
  const line = Number(await link.getAttribute("data-line"));
  await link.focus();
  await page.keyboard.press("Enter");
  const selected = await field.evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd));
  assert.equal(selected, (await field.inputValue()).split("\n")[line - 1]);
  assert.ok(await field.evaluate((area) => area.matches(":focus")));
  await close();
});

test("a text of more than 4 MiB stays in the field and is not read; a smaller one is drawn again", async () => {
  const { page, field, close } = await open();
  // Set as a paste would: typing that much takes the browser's driver minutes.
  const put = (text) =>
    field.evaluate((area, text) => {
      area.value = text;
      area.dispatchEvent(new Event("input", { bubbles: true }));
    }, text);
  const large = `${TEXT}# ${"é".repeat(2 * 1024 * 1024)}\n`;
  await put(large);
  await page.getByText("This text is larger than 4 MiB").waitFor();
  assert.equal(await page.locator("[data-node]").count(), 0);
  assert.equal(await page.getByRole("link", { name: "Open in editor" }).count(), 0, "no address carries that much");
  assert.equal(await field.evaluate((area) => area.value.length), large.length);
  await put(TEXT);
  await page.locator("[data-node='pserv:auth']").waitFor();
  assert.equal(await linked(page), TEXT);
  await close();
});

test("the attribute comes and goes", async () => {
  const { page, field, close } = await open();
  await field.fill(TEXT + WORKER);
  await page.locator("[data-node='worker:jobs']").waitFor();
  const turn = (on) => page.locator("blueprint-lens").evaluate((lens, on) => lens.toggleAttribute("editable", on), on);
  await turn(false);
  await field.waitFor({ state: "detached" });
  assert.equal(await page.locator("[data-node='worker:jobs']").count(), 1, "what was typed stays");
  await turn(true);
  await field.waitFor();
  assert.equal(await field.inputValue(), TEXT + WORKER);
  await close();
});

test("axe finds nothing, in light and in dark, and nothing is wider than a phone", async () => {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [1000, 390]) {
      const { page, field, close } = await open({ colorScheme, viewport: { width, height: 800 } });
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      const [text, panel] = await Promise.all([field.boundingBox(), page.locator("#panel").boundingBox()]);
      const beside = text.x >= panel.x + panel.width;
      assert.equal(beside, width === 1000, "beside the picture where there is room, else under it");
      assert.ok(beside || text.y >= panel.y + panel.height);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run());
      const told = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join("; ")}`);
      assert.deepEqual(told, [], `${width} px in ${colorScheme}`);
      await close();
    }
  }
});
