// The main job, end to end: a Blueprint goes in, its network and its mistakes come out, while one types.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeBrowser, openPage } from "./page.mjs";

const CROSS_REGION = `services:
  - type: web
    name: api
    runtime: node
    plan: starter
    region: oregon
    buildCommand: npm ci
    startCommand: npm start
    envVars:
      - key: DATABASE_URL
        fromDatabase:
          name: orders
          property: connectionString
databases:
  - name: orders
    plan: basic-1gb
    region: frankfurt
`;

const lineOf = (needle) => CROSS_REGION.split("\n").findIndex((line) => line.includes(needle)) + 1;

after(closeBrowser);

async function opened(options) {
  const lens = await openPage(options);
  await lens.ready();
  return lens;
}

test("the first example is drawn on arrival", async () => {
  const lens = await opened();
  assert.ok((await lens.ids("node")).length > 0);
  assert.notEqual((await lens.text()).trim(), "");
  await lens.close();
});

test("a pasted Blueprint is drawn: lanes, nodes, edges, marks, problems", async () => {
  const lens = await opened();
  await lens.setText(CROSS_REGION);
  await lens.node("postgres:orders").waitFor();
  assert.deepEqual(await lens.ids("node"), ["internet", "postgres:orders", "web:api"]);
  assert.deepEqual(await lens.ids("lane"), ["region:frankfurt", "region:oregon"]);
  assert.equal((await lens.edges()).filter(({ verdict }) => verdict === "blocked").length, 1);
  await lens.problem("cross-region-reference").first().waitFor();
  assert.equal(await lens.node("web:api").getAttribute("data-severity"), "error");
  await lens.close();
});

test("a mistake appears and disappears while typing", async () => {
  const lens = await opened({ text: CROSS_REGION.replace("frankfurt", "oregon") });
  assert.equal(await lens.problem("cross-region-reference").count(), 0);
  await lens.goToLine(lineOf("region: frankfurt"));
  await lens.page.keyboard.press("End");
  for (let letter = 0; letter < "oregon".length; letter += 1) await lens.page.keyboard.press("Backspace");
  await lens.page.keyboard.type("frankfurt");
  await lens.problem("cross-region-reference").first().waitFor();
  await lens.lane("region:frankfurt").waitFor();
  for (let letter = 0; letter < "frankfurt".length; letter += 1) await lens.page.keyboard.press("Backspace");
  await lens.page.keyboard.type("oregon");
  await lens.problem("cross-region-reference").first().waitFor({ state: "detached" });
  await lens.lane("region:frankfurt").waitFor({ state: "detached" });
  await lens.close();
});

test("a problem leads to its line", async () => {
  const lens = await opened({ text: CROSS_REGION });
  await lens.problem("cross-region-reference").first().click();
  const line = await lens.cursorLine();
  assert.ok(line >= lineOf("fromDatabase") && line <= lineOf("property"), `the cursor is on line ${line}`);
  await lens.close();
});

test("a node leads to its line", async () => {
  const lens = await opened({ text: CROSS_REGION });
  await lens.node("postgres:orders").click();
  const line = await lens.cursorLine();
  assert.ok(line >= lineOf("name: orders") && line <= lineOf("frankfurt"), `the cursor is on line ${line}`);
  await lens.close();
});

test("a broken Blueprint keeps its picture and says what is broken", async () => {
  const lens = await opened({ text: CROSS_REGION });
  await lens.goToLine(lineOf("plan: basic-1gb"));
  await lens.page.keyboard.press("End");
  await lens.type("\n plan: [broken");
  await lens.problem().filter({ hasText: /./ }).first().waitFor();
  await lens.settled();
  assert.ok((await lens.ids("node")).includes("web:api"));
  assert.ok((await lens.problemRows()).some(({ severity }) => severity === "error"));
  await lens.close();
});

test("the text survives a reload", async () => {
  const lens = await opened();
  await lens.setText(CROSS_REGION);
  await lens.node("postgres:orders").waitFor();
  await lens.page.reload();
  await lens.ready();
  await lens.node("postgres:orders").waitFor();
  assert.ok((await lens.text()).includes("name: orders"));
  await lens.close();
});

test("everything can be done with the keyboard alone", async () => {
  const lens = await opened();
  await lens.editor.focus();
  await lens.page.keyboard.press("ControlOrMeta+A");
  await lens.paste(CROSS_REGION);
  await lens.problem("cross-region-reference").first().waitFor();
  // Escape gives the Tab key back to the page; then Tab alone must reach a problem.
  await lens.page.keyboard.press("Escape");
  const reached = await tabTo(lens, "[data-problem]");
  assert.ok(reached, "Tab must lead from the editor to a problem");
  await lens.page.keyboard.press("Enter");
  assert.ok((await lens.cursorLine()) > 1);
  await lens.page.keyboard.press("Escape");
  assert.ok(await tabTo(lens, "[data-node]"), "Tab must lead from the editor to a node");
  await lens.close();
});

/** Presses Tab until the focus is on or inside an element like `selector`. */
async function tabTo(lens, selector) {
  const most = 200;
  for (let presses = 0; presses < most; presses += 1) {
    await lens.page.keyboard.press("Tab");
    const there = await lens.page.evaluate((wanted) => document.activeElement?.closest(wanted) != null, selector);
    if (there) return true;
  }
  return false;
}
