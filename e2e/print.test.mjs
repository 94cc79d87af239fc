// Paper: the picture, who reaches whom, the entry points and every problem, from whatever view, in ink on white.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { blueprint } from "../bench/blueprints.mjs";
import { closeBrowser, openPage } from "./page.mjs";

after(closeBrowser);

const SHOP = await readFile(fileURLToPath(new URL("../app/examples/01-shop.yaml", import.meta.url)), "utf8");
/** Five findings of one rule, which the list folds on the screen. */
const REPEATED = `services:\n${Array.from({ length: 5 }, (_, at) => `  - {type: web, name: w${at}, env: node, plan: starter, buildCommand: a, startCommand: b}\n`).join("")}`;

const onPaper = (lens) => lens.page.emulateMedia({ media: "print" });

for (const view of ["diagram", "reach", "doors", "problems"]) {
  for (const width of [1440, 390]) {
    test(`everything is printed from the view ${view} at ${width} px`, async () => {
      const lens = await openPage({ text: SHOP, path: `?view=${view}`, viewport: { width, height: 844 }, colorScheme: "dark" });
      await lens.ready();
      await onPaper(lens);
      await lens.page.locator(".paper-head h1").waitFor();
      assert.ok(await lens.diagram.isVisible());
      const [pane, drawing] = [await lens.diagram.boundingBox(), await lens.diagram.locator("svg.diagram").boundingBox()];
      assert.ok(drawing.width > 300 && drawing.height > 100, JSON.stringify(drawing));
      assert.ok(drawing.x >= pane.x - 1 && drawing.x + drawing.width <= pane.x + pane.width + 1, "the whole picture is on the sheet");
      for (const id of await lens.ids("node")) assert.ok(await lens.node(id).isVisible(), id);
      assert.ok(await lens.reach.isVisible());
      assert.ok(await lens.page.getByTestId("doors").isVisible());
      assert.ok(await lens.problem().first().isVisible());
      const pressable = lens.page.locator("button:visible, input:visible, [role=button]:visible:not(g)");
      await pressable.first().waitFor({ state: "hidden" });
      assert.deepEqual(await pressable.evaluateAll((all) => all.map((one) => one.outerHTML)), [], "nothing to press");
      const ink = await lens.page.locator(".paper-head h1").evaluate((head) => getComputedStyle(head).color);
      assert.equal(ink, "rgb(23, 32, 51)", "dark ink, also for a visitor with the dark theme");
      await lens.page.emulateMedia({ media: "screen" });
      await lens.page.locator(".toolbar").waitFor();
      await lens.reach.waitFor({ state: view === "reach" ? "visible" : "detached" });
      await lens.close();
    });
  }
}

/** Seven services that call each other and a database: a wide window shows them side by side. */
const CALLS = `services:
${Array.from({ length: 7 }, (_, at) => `  - {type: ${at < 2 ? "web" : "pserv"}, name: acme-production-${at}, runtime: docker, plan: starter, envVars: [
      {key: NEXT_ADDRESS, fromService: {type: pserv, name: acme-production-${Math.max(2, (at + 1) % 7)}, property: hostport}},
      {key: DATABASE_URL, fromDatabase: {name: orders, property: connectionString}}]}\n`).join("")}databases: [{name: orders, plan: basic-256mb, ipAllowList: []}]
`;
/** Twelve services, each of which calls a third of the others. */
const DENSE = `services:
${Array.from({ length: 12 }, (_, at) => {
  const called = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11].filter((other) => other !== at && (other + at) % 3 === 0);
  const variable = (other) => `{key: SERVICE_${other}_ADDRESS, fromService: {type: pserv, name: acme-production-${other}, property: hostport}}`;
  return `  - {type: ${at < 2 ? "web" : "pserv"}, name: acme-production-${at}, runtime: docker, plan: starter, envVars: [${called.map(variable).join(", ")}]}\n`;
}).join("")}`;
/** What an A4 sheet has, inside its margins of 12 mm, in CSS pixels. */
const SHEET = 703;
const SHEET_ACROSS = 1032;

for (const [text, viewport] of [[CALLS, { width: 1440, height: 900 }], [SHOP, { width: 390, height: 844 }]]) {
  test(`the picture is laid out for the sheet, and for its pane again after that, at ${viewport.width} px`, async () => {
    const lens = await openPage({ text, viewport });
    await lens.ready();
    const room = () => lens.diagram.getAttribute("data-room");
    const before = await room();
    await onPaper(lens);
    await lens.page.locator(".paper-head h1").waitFor();
    await lens.page.waitForFunction((before) => document.querySelector("[data-testid=diagram]").dataset.room !== before, before);
    const [width, height] = (await room()).split("x").map(Number);
    assert.ok(width <= (width > height ? SHEET_ACROSS : SHEET), `${width} x ${height}`);
    const svg = lens.diagram.locator("svg.diagram");
    const [, , drawn] = (await svg.getAttribute("viewBox")).split(" ").map(Number);
    // The smallest words on nodes, when the sheet has the picture as large as it can.
    const smallest = 14 * Math.min(1, width / drawn);
    assert.ok(smallest >= 9, `${smallest} px on paper`);
    assert.equal(await lens.diagram.getAttribute("data-detail"), "full");
    await lens.page.emulateMedia({ media: "screen" });
    await lens.page.waitForFunction((before) => document.querySelector("[data-testid=diagram]").dataset.room === before, before);
    assert.deepEqual(lens.complaints, []);
    await lens.close();
  });
}

test("what the worker has drawn is laid out for the sheet, and is the worker's again after that", async () => {
  const lens = await openPage({ text: blueprint(240).text });
  // Of a large text, the first thing that is shown is nothing.
  await lens.diagram.locator("[data-node]").first().waitFor();
  await lens.ready();
  const room = () => lens.diagram.getAttribute("data-room");
  const [before, nodes] = [await room(), await lens.ids("node")];
  await onPaper(lens);
  await lens.page.locator(".paper-head h1").waitFor();
  await lens.page.waitForFunction((before) => document.querySelector("[data-testid=diagram]").dataset.room !== before, before);
  const sheet = await room();
  const [width, height] = sheet.split("x").map(Number);
  assert.ok(width <= (width > height ? SHEET_ACROSS : SHEET), `${width} x ${height}`);
  // Its problems are printed, too.
  await lens.problem().first().waitFor();
  await lens.page.emulateMedia({ media: "screen" });
  // Not just the room from before: how high the list of problems is may have become known in the meantime.
  await lens.page.waitForFunction((sheet) => document.querySelector("[data-testid=diagram]").dataset.room !== sheet, sheet);
  await lens.settled();
  assert.deepEqual(await lens.ids("node"), nodes);
  await lens.goToLine(2);
  await lens.redraw(() => lens.type("#"));
  assert.deepEqual(lens.complaints, []);
  await lens.close();
});

test("every problem is printed, though the list folds them and a filter hides some", async () => {
  const lens = await openPage({ text: REPEATED });
  await lens.ready();
  const folded = await lens.problem().count();
  await lens.problems.locator(".toggle").first().click();
  await onPaper(lens);
  await lens.page.locator(".paper-head h1").waitFor();
  await lens.page.waitForFunction((count) => document.querySelectorAll("[data-problem]").length > count, folded);
  const rows = await lens.problem().evaluateAll((all) => all.filter((row) => row.getBoundingClientRect().height > 0).length);
  assert.ok(rows >= 5, `${rows} rows`);
  assert.equal(await lens.problems.locator(".fold:visible").count(), 0);
  await lens.close();
});

/** How many pages a printed file has, and the size of its first. */
async function printed(text) {
  const lens = await openPage({ text });
  await lens.ready();
  const pdf = (await lens.page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
  await lens.close();
  const [width, height] = /\/MediaBox\s*\[0 0 (\S+) (\S+)\]/.exec(pdf).slice(1).map(Number);
  return { pages: pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0, width, height };
}

test("a printed file holds picture, table, entry points and problems on upright pages", async () => {
  const { pages, width, height } = await printed(SHOP);
  assert.equal(pages, 2, "the picture below its head, and the rest");
  assert.ok(width < height, "the picture can be read on an upright sheet");
});

test("a picture that would be too small on an upright sheet lies across", async () => {
  const { pages, width, height } = await printed(DENSE);
  assert.ok(pages > 1, "the rest has pages of its own");
  assert.ok(width > height);
});
