// The picture while somebody types: what was there stays, and settles when the typing rests.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeBrowser, openPage } from "./page.mjs";

after(closeBrowser);

const BEFORE = `services:
  - type: web
    name: shop
    runtime: node
    region: oregon
    plan: starter
    buildCommand: npm ci
    startCommand: npm start
    envVars:
      - key: ORDERS
        fromService:
          type: pserv
          name: orders
          property: hostport
  - type: pserv
    name: orders
    runtime: node
    region: oregon
    plan: starter
    buildCommand: npm ci
    startCommand: npm start
  - type: worker
    name: mail
    runtime: node
    region: oregon
    plan: starter
    buildCommand: npm ci
    startCommand: npm run mail
`;

/** Lines that turn the order of the second column around when nothing is held. */
const TYPED = ["    envVars:", "      - key: ORDERS", "        fromService:", "          type: pserv", "          name: orders", "          property: hostport"];

/** A line that is there for a while: it makes a column wide, which stays so until the typing rests. */
const PASSING = "  - {type: web, name: a-name-that-makes-its-column-wide-for-a-while, runtime: node}";

/** Where every node stands. */
const places = (lens) =>
  lens.page.$$eval("[data-node]", (nodes) =>
    Object.fromEntries(nodes.map((node) => [node.dataset.node, node.getAttribute("transform")])),
  );

test("typing keeps the picture in place, and a rest settles it", async () => {
  const lens = await openPage({ text: BEFORE });
  await lens.ready();
  await lens.goToLine(BEFORE.split("\n").length);
  await lens.page.keyboard.press("Home");
  await lens.redraw(() => lens.page.keyboard.insertText(`${PASSING}\n`));
  await lens.redraw(async () => {
    await lens.page.keyboard.press("ArrowUp");
    await lens.page.keyboard.press("Home");
    await lens.page.keyboard.press("Shift+ArrowDown");
    await lens.page.keyboard.press("Delete");
  });
  const before = await places(lens);
  for (const line of TYPED) {
    const drawn = (await lens.measures("lens:draw")).length;
    await lens.page.keyboard.press("Home");
    await lens.page.keyboard.insertText(`${line}\n`);
    await lens.page.waitForFunction((count) => performance.getEntriesByName("lens:draw").length > count, drawn);
  }
  const typed = await places(lens);
  assert.equal(typed["worker:mail"], before["worker:mail"], "the worker moved while its variables were typed");
  assert.equal(typed["pserv:orders"], before["pserv:orders"]);
  await lens.page.waitForTimeout(1500);
  const settled = await places(lens);
  await lens.page.reload();
  await lens.ready();
  assert.deepEqual(settled, await places(lens), "the settled picture is that of the text alone");
  assert.notDeepEqual(settled, typed, "this text does not show the difference");
  await lens.close();
});

test("findings reach the editor before the picture changes, so that the browser lays the page out once", async () => {
  const lens = await openPage({ text: BEFORE });
  await lens.ready();
  await lens.goToLine(BEFORE.split("\n").findIndex((line) => line.includes("name: orders")) + 1);
  await lens.page.evaluate(() => {
    window.changed = [];
    const underline = (node) => node instanceof Element && (node.matches(".cm-lintRange") || node.querySelector(".cm-lintRange"));
    const part = ({ target, addedNodes }) =>
      [...addedNodes].some(underline) ? "findings" : target.closest("[data-testid='diagram']") ? "picture" : "other";
    const observer = new MutationObserver((records) => window.changed.push(...records.map(part)));
    for (const root of [document.body, document.querySelector(".editor-host").shadowRoot]) {
      observer.observe(root, { subtree: true, childList: true, attributes: true });
    }
  });
  const drawn = (await lens.measures("lens:draw")).length;
  await lens.page.keyboard.press("End");
  await lens.page.keyboard.insertText("x");
  await lens.page.waitForFunction((count) => performance.getEntriesByName("lens:draw").length > count, drawn);
  await lens.page.locator(".cm-lintRange").first().waitFor();
  const changed = await lens.page.evaluate(() => window.changed);
  const first = (part) => changed.indexOf(part);
  assert.ok(first("findings") >= 0 && first("picture") >= 0, `both have changed: ${changed}`);
  assert.ok(changed.lastIndexOf("findings") < first("picture"), `${changed}`);
  await lens.close();
});

test("a draft that has not changed is not written again", async () => {
  const prepare = (context) =>
    context.addInitScript(() => {
      window.written = [];
      const { setItem } = Storage.prototype;
      Storage.prototype.setItem = function (key, value) {
        window.written.push(value);
        return setItem.call(this, key, value);
      };
    });
  const lens = await openPage({ prepare });
  await lens.ready();
  const written = () => lens.page.evaluate(() => window.written.filter((value) => value.includes("services: []")).length);
  const replaceAll = async () => {
    const drawn = (await lens.measures("lens:draw")).length;
    await lens.page.locator(".cm-content").focus();
    await lens.page.keyboard.press("ControlOrMeta+a");
    await lens.page.keyboard.insertText("services: []\n");
    await lens.page.waitForFunction((count) => performance.getEntriesByName("lens:draw").length > count, drawn);
  };
  await replaceAll();
  const once = await written();
  assert.ok(once > 0, "the draft is kept");
  await replaceAll();
  assert.equal(await written(), once);
  await lens.close();
});
