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

/** Where every node stands. */
const places = (lens) =>
  lens.page.$$eval("[data-node]", (nodes) =>
    Object.fromEntries(nodes.map((node) => [node.dataset.node, node.getAttribute("transform")])),
  );

test("typing keeps the picture in place, and a rest settles it", async () => {
  const lens = await openPage({ text: BEFORE });
  await lens.ready();
  const before = await places(lens);
  await lens.goToLine(BEFORE.split("\n").length);
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
