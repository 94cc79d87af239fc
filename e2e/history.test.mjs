// Back and Forward lead through texts, views, what the picture shows, and dialogs; undo works wherever the focus is.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeBrowser, openPage } from "./page.mjs";

const CROSS_REGION = `services:
  - type: web
    name: api
    runtime: docker
    plan: starter
    region: frankfurt
    envVars:
      - key: ORDERS
        fromService: {type: pserv, name: orders, property: hostport}
      - key: STOCK
        fromService: {type: pserv, name: stock, property: hostport}
  - type: pserv
    name: orders
    runtime: docker
    plan: starter
  - type: pserv
    name: stock
    runtime: docker
    plan: starter
`;

after(closeBrowser);

async function opened(options) {
  const lens = await openPage(options);
  await lens.ready();
  return lens;
}

const tab = (lens, name) => lens.page.getByRole("group", { name: "View", exact: true }).getByRole("button", { name, exact: true });

test("Back and Forward lead through the views", async () => {
  const lens = await opened({ text: CROSS_REGION });
  for (const [name, word] of [["Reach", "reach"], ["Exposure", "doors"]]) {
    await tab(lens, name).click();
    await lens.page.waitForURL((url) => url.searchParams.get("view") === word);
  }
  await lens.page.goBack();
  await lens.reach.waitFor();
  await lens.page.goBack();
  await lens.diagram.waitFor();
  assert.equal(await tab(lens, "Picture").getAttribute("aria-pressed"), "true");
  await lens.page.goForward();
  await lens.reach.waitFor();
  assert.match(lens.page.url(), /view=reach/);
  await lens.close();
});

test("Back closes a dialog, and a closed dialog leaves nothing behind", async () => {
  const lens = await opened({ text: CROSS_REGION });
  await tab(lens, "Reach").click();
  await lens.page.waitForURL(/view=reach/);
  await lens.page.getByRole("button", { name: "About" }).click();
  const dialog = lens.page.getByRole("dialog");
  await lens.page.waitForFunction(() => history.state.panel === "about");
  await lens.page.goBack();
  await dialog.waitFor({ state: "detached" });
  await lens.page.goForward();
  await dialog.waitFor();
  await lens.page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await lens.page.waitForFunction(() => history.state.panel === "");
  await lens.page.goBack();
  await lens.diagram.waitFor();
  await lens.close();
});

test("Back shows everything again after one node and its neighbours", async () => {
  const lens = await opened({ text: CROSS_REGION });
  const all = await lens.ids("node");
  await lens.node("pserv:orders").focus();
  await lens.redraw(() => lens.page.keyboard.press("f"));
  assert.deepEqual(await lens.ids("node"), ["pserv:orders", "web:api"]);
  await lens.page.waitForFunction(() => location.search.includes("focus="));
  await lens.redraw(() => lens.page.goBack());
  assert.deepEqual(await lens.ids("node"), all);
  await lens.redraw(() => lens.page.goForward());
  assert.deepEqual(await lens.ids("node"), ["pserv:orders", "web:api"]);
  await lens.close();
});

test("Back brings the text back that an example has replaced, changes included", async () => {
  const lens = await opened();
  await lens.setText(CROSS_REGION);
  await lens.type("# a change");
  await lens.page.getByRole("button", { name: "Examples" }).click();
  await lens.redraw(() => lens.page.getByRole("button", { name: /^AI inference/ }).click());
  await lens.page.waitForFunction(() => history.length > 2);
  await lens.redraw(() => lens.page.goBack());
  await lens.node("pserv:orders").waitFor();
  assert.match(await lens.text(), /# a change/);
  await lens.redraw(() => lens.page.goForward());
  assert.equal(await lens.node("pserv:orders").count(), 0);
  await lens.page.reload();
  await lens.ready();
  await lens.redraw(() => lens.page.goBack());
  await lens.node("pserv:orders").waitFor();
  await lens.close();
});

test("what is typed into the search makes no steps back", async () => {
  const lens = await opened({ text: CROSS_REGION });
  const steps = await lens.page.evaluate(() => history.length);
  await lens.page.getByRole("searchbox").or(lens.page.locator(".finder input")).first().fill("ord");
  await lens.page.waitForFunction(() => location.search.includes("find=ord"));
  assert.equal(await lens.page.evaluate(() => history.length), steps);
  await lens.close();
});

test("after a fix from the list the focus goes on to the next problem, and Ctrl+Z takes the fix back", async () => {
  const lens = await opened({ text: CROSS_REGION });
  const before = await lens.text();
  const problems = await lens.problem().count();
  const fix = lens.problem("cross-region-reference").first().getByRole("button", { name: /^Fix/ });
  await fix.focus();
  await lens.redraw(() => lens.page.keyboard.press("Enter"));
  assert.equal(await lens.problem().count(), problems - 1);
  assert.ok(await focusIsIn(lens, "[data-problem]"), "the focus must be on a problem");
  await lens.redraw(() => lens.page.keyboard.press("ControlOrMeta+z"));
  assert.equal(await lens.text(), before);
  assert.ok(await focusIsIn(lens, '[data-testid="problems"]'), "the focus must stay in the list");
  await lens.redraw(() => lens.page.keyboard.press("ControlOrMeta+Shift+z"));
  assert.equal(await lens.problem().count(), problems - 1);
  await lens.close();
});

test("a fix of the last problem leaves the focus in the pane, and the notice undoes it", async () => {
  const lens = await opened({ text: CROSS_REGION });
  for (;;) {
    const fix = lens.problem().getByRole("button", { name: /^Fix/ }).first();
    if ((await fix.count()) === 0) break;
    await lens.redraw(() => fix.click());
    assert.ok(await focusIsIn(lens, '[data-testid="problems"]'));
  }
  const fixed = await lens.text();
  await lens.redraw(() => lens.page.getByRole("button", { name: "Undo", exact: true }).click());
  assert.notEqual(await lens.text(), fixed);
  assert.ok(await focusIsIn(lens, '[data-testid="problems"]'));
  await lens.close();
});

function focusIsIn(lens, selector) {
  return lens.page.evaluate((wanted) => document.activeElement?.closest(wanted) != null, selector);
}
