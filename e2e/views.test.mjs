// Reach and exposure: what the matrix says, where it leads, what its buttons mend, by pointer and by keyboard.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, test } from "node:test";
import { closeBrowser, openPage } from "./page.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const SHOP = `services:
  - type: web
    name: api
    runtime: node
    region: oregon
    envVars:
      - key: AUTH
        fromService: {type: pserv, name: auth, property: hostport}
      - key: DATABASE_URL
        fromDatabase: {name: orders, property: connectionString}
  - type: pserv
    name: auth
    runtime: node
    region: oregon
  - type: worker
    name: jobs
    runtime: node
    region: oregon
databases:
  - name: orders
    region: frankfurt
`;

const lineOf = (needle) => SHOP.split("\n").findIndex((line) => line.includes(needle)) + 1;

after(closeBrowser);

async function opened(options) {
  const lens = await openPage({ text: SHOP, ...options });
  await lens.ready();
  return lens;
}

const tab = (lens, name) => lens.page.getByRole("group", { name: "View" }).getByRole("button", { name });
const cell = (lens, from, to) => lens.page.locator(`td[data-from="${from}"][data-to="${to}"]`);
const detail = (lens) => lens.page.getByRole("complementary", { name: "Explanation" });

/** The cell that holds the focus, as `from to`. */
const focusedCell = (lens) =>
  lens.page.evaluate(() => {
    const { from, to } = document.activeElement?.closest("td")?.dataset ?? {};
    return `${from} ${to}`;
  });

test("the matrix is a table with headers, words and marks", async () => {
  const lens = await opened();
  await tab(lens, "Reach").click();
  await lens.reach.waitFor();
  assert.match(await cell(lens, "web:api", "pserv:auth").innerText(), /yes\s*wired/);
  assert.match(await cell(lens, "web:api", "postgres:orders").innerText(), /no\s*wired/);
  assert.match(await cell(lens, "internet", "postgres:orders").innerText(), /public/);
  assert.equal(await lens.reach.getByRole("columnheader", { name: "auth" }).count(), 1);
  assert.equal(await lens.reach.getByRole("rowheader", { name: "api" }).count(), 1);
  await lens.page.getByRole("button", { name: "Only problems" }).click();
  await cell(lens, "internet", "web:api").waitFor({ state: "detached" });
  assert.equal(await lens.reach.getByRole("rowheader").count(), 1 + 1, "one caller under the name of its lane");
  await lens.close();
});

test("a cell explains itself, leads to its line and mends itself", async () => {
  const lens = await opened();
  await tab(lens, "Reach").click();
  await cell(lens, "web:api", "postgres:orders").click();
  await detail(lens).getByText("two private networks").first().waitFor();
  await detail(lens).getByRole("button", { name: `line ${lineOf("frankfurt")}` }).first().click();
  assert.equal(await lens.cursorLine(), lineOf("frankfurt"));
  await lens.redraw(() => detail(lens).getByRole("button", { name: "Move api to frankfurt" }).click());
  assert.equal(await cell(lens, "web:api", "postgres:orders").getAttribute("data-standing"), "wired-reachable");
  await detail(lens).getByText("Yes.").waitFor();
  await lens.editor.focus();
  await lens.redraw(() => lens.page.keyboard.press("ControlOrMeta+Z"));
  assert.equal(await lens.text(), SHOP, "one undo takes it back");
  await lens.close();
});

test("the matrix works by keyboard alone", async () => {
  const lens = await opened();
  await tab(lens, "Reach").focus();
  await lens.page.keyboard.press("Enter");
  await lens.reach.waitFor();
  // The tabs behind it, the filters, and then one single stop for the whole table.
  for (let presses = 0; presses < 12 && (await focusedCell(lens)).startsWith("undefined"); presses += 1) {
    await lens.page.keyboard.press("Tab");
  }
  const first = await focusedCell(lens);
  assert.match(first, /^internet /);
  await lens.page.keyboard.press("ArrowDown");
  assert.notEqual(await focusedCell(lens), first);
  await lens.page.keyboard.press("Control+Home");
  assert.equal(await focusedCell(lens), first);
  await lens.page.keyboard.press("End");
  const last = await focusedCell(lens);
  assert.match(last, /^internet /);
  assert.notEqual(last, first);
  await cell(lens, "web:api", "postgres:orders").locator("button").focus();
  await lens.page.keyboard.press("Enter");
  await detail(lens).waitFor();
  await lens.page.waitForFunction(() => document.activeElement?.closest("aside") !== null);
  await lens.page.keyboard.press("Escape");
  await detail(lens).waitFor({ state: "hidden" });
  assert.equal(await focusedCell(lens), "web:api postgres:orders");
  await lens.page.keyboard.press("ArrowUp");
  assert.match(await focusedCell(lens), / postgres:orders$/);
  assert.notEqual(await focusedCell(lens), "web:api postgres:orders");
  await lens.page.keyboard.press("Escape");
  await lens.redraw(() => lens.page.keyboard.type("# typed"));
  assert.ok((await lens.text()).includes("# typed"), "the second Escape leads back to the text");
  await lens.close();
});

test("the matrix follows the text", async () => {
  const lens = await opened();
  await tab(lens, "Reach").click();
  await cell(lens, "web:api", "postgres:orders").click();
  await lens.setText(SHOP.replace("frankfurt", "oregon"));
  assert.equal(await cell(lens, "web:api", "postgres:orders").getAttribute("data-standing"), "wired-reachable");
  await lens.setText("services: []\n");
  await lens.page.getByText("There is nothing to reach yet.").waitFor();
  await detail(lens).waitFor({ state: "hidden" });
  await lens.close();
});

test("an entry point is closed by its button", async () => {
  const lens = await opened();
  await tab(lens, "Exposure").click();
  const doors = lens.page.getByTestId("doors");
  assert.deepEqual(
    await doors.locator("[data-door]").evaluateAll((items) => items.map(({ dataset }) => dataset.door)),
    ["web:api", "postgres:orders"],
  );
  assert.match(await doors.locator('[data-door="web:api"]').innerText(), /Leads to: auth/);
  await lens.redraw(() => doors.getByRole("button", { name: "Close orders to the internet" }).click());
  await doors.locator('[data-door="postgres:orders"]').waitFor({ state: "detached" });
  assert.ok((await lens.text()).includes("ipAllowList: []"));
  await lens.close();
});

test("a node lights what it reaches, and a second one makes a pair", async () => {
  const lens = await opened();
  await lens.node("web:api").focus();
  await lens.page.keyboard.press("r");
  await lens.page.getByText("can open a private connection to 1 of 3 others").first().waitFor();
  const lit = async (id) => (await lens.node(id).getAttribute("class")).split(" ").includes("lit");
  assert.ok(await lit("pserv:auth"));
  assert.ok(!(await lit("postgres:orders")));
  assert.ok(!(await lit("worker:jobs")));
  await lens.node("worker:jobs").click();
  await detail(lens).getByText("receives no private traffic").first().waitFor();
  await tab(lens, "Picture").click();
  await lens.node("web:api").focus();
  await lens.page.keyboard.press("Escape");
  await lens.page.locator(".reach-note").waitFor({ state: "detached" });
  await lens.page.mouse.move(5, 5);
  await lens.node("pserv:auth").hover();
  await lens.page.getByRole("button", { name: "What can reach it" }).click();
  await lens.page.getByText("2 of 3 others can open a private connection to auth").first().waitFor();
  await lens.close();
});

test("an address opens a view", async () => {
  const lens = await opened({ text: undefined, path: "?view=reach" });
  await lens.reach.waitFor();
  await lens.close();
});

for (const { name, options } of [
  { name: "light", options: { colorScheme: "light" } },
  { name: "dark", options: { colorScheme: "dark" } },
  { name: "narrow", options: { viewport: { width: 390, height: 844 } } },
]) {
  test(`axe finds nothing in the views, ${name}`, async () => {
    const lens = await opened({ ...options, bypassCSP: true });
    await lens.page.evaluate(axe);
    const violations = async () => {
      const found = await lens.page.evaluate(async () => (await window.axe.run(document)).violations);
      return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
    };
    await tab(lens, "Reach").click();
    await lens.reach.waitFor();
    assert.deepEqual(await violations(), [], "the matrix");
    await cell(lens, "web:api", "postgres:orders").click();
    await detail(lens).waitFor();
    assert.deepEqual(await violations(), [], "the explanation");
    await tab(lens, "Exposure").click();
    await lens.page.getByTestId("doors").waitFor();
    assert.deepEqual(await violations(), [], "exposure");
    await tab(lens, "Picture").click();
    await lens.node("web:api").focus();
    await lens.page.keyboard.press("w");
    await lens.page.getByRole("button", { name: "move api to frankfurt" }).waitFor();
    assert.deepEqual(await violations(), [], "the choices");
    await lens.redraw(() => lens.page.getByRole("button", { name: "move api to frankfurt" }).click());
    assert.deepEqual(await violations(), [], "a change that is tried out");
    assert.deepEqual(lens.complaints, []);
    await lens.close();
  });
}

test("what if: tried out, discarded without a trace, then written as one edit", async () => {
  const lens = await opened();
  await lens.node("web:api").focus();
  await lens.page.keyboard.press("w");
  const ask = lens.page.getByRole("dialog", { name: "What if" });
  await lens.redraw(() => ask.getByRole("button", { name: "move api to frankfurt" }).click());
  const bar = lens.page.getByRole("group", { name: "What if" });
  await bar.getByText(/becomes? possible/).waitFor();
  assert.equal(await lens.text(), SHOP, "the text stays as it is");
  assert.equal((await lens.edges()).find(({ id }) => id.startsWith("web:api>postgres:orders:")).verdict, "ok");
  await tab(lens, "Reach").click();
  assert.equal(await cell(lens, "web:api", "postgres:orders").getAttribute("data-was"), "no");
  await lens.redraw(() => bar.getByRole("button", { name: "Discard" }).click());
  assert.equal(await cell(lens, "web:api", "postgres:orders").getAttribute("data-standing"), "wired-unreachable");
  assert.equal(await lens.text(), SHOP);

  await tab(lens, "Picture").click();
  await lens.node("web:api").focus();
  await lens.page.keyboard.press("w");
  await lens.redraw(() => ask.getByRole("button", { name: "move api to frankfurt" }).click());
  await lens.redraw(() => bar.getByRole("button", { name: "Apply to the text" }).click());
  await bar.waitFor({ state: "detached" });
  await lens.page.waitForFunction(() => performance.getEntriesByName("lens:analyze").length > 1);
  await lens.settled();
  assert.equal(await lens.text(), SHOP.replace("region: oregon", "region: frankfurt"));
  await lens.editor.focus();
  await lens.redraw(() => lens.page.keyboard.press("ControlOrMeta+Z"));
  assert.equal(await lens.text(), SHOP, "one undo takes it back");
  assert.deepEqual(lens.complaints, []);
  await lens.close();
});

test("nothing is wider than a narrow window, and the tab of what is shown is pressed", async () => {
  const pressed = (lens) => lens.page.locator(".tab[aria-pressed='true']").allTextContents();
  for (const [view, word] of [["diagram", "Picture"], ["reach", "Reach"], ["doors", "Exposure"], ["problems", "Problems"]]) {
    const lens = await openPage({ path: `?view=${view}`, viewport: { width: 390, height: 844 } });
    await lens.ready();
    const width = await lens.page.evaluate(() => document.documentElement.scrollWidth);
    assert.equal(width, 390, `${view} is ${width} pixels wide`);
    assert.match((await pressed(lens)).join(), new RegExp(`^${word}`));
    // Where there is room for the problems below, they have no tab: the picture stands above them.
    await lens.page.setViewportSize({ width: 1440, height: 900 });
    await lens.page.locator(`.tab[data-tab="${view === "problems" ? "diagram" : view}"][aria-pressed="true"]`).waitFor();
    await lens.close();
  }
});
