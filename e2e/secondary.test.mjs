// The secondary module of the WebAssembly: nobody waits for it who only looks and types, and nobody misses it later.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { blueprint } from "../bench/blueprints.mjs";
import { closeBrowser, openPage } from "./page.mjs";

after(closeBrowser);

const MODULE = "**/*-secondary-*.wasm";

/** Keeps the secondary module from the page; `requested` counts how often it was asked for. */
function withhold() {
  const held = { requested: 0 };
  held.prepare = (context) =>
    context.route(MODULE, (route) => {
      held.requested += 1;
      return route.abort();
    });
  return held;
}

for (const [what, text] of [["the first example", undefined], ["20 resources", blueprint(20).text], ["100 resources", blueprint(100).text]]) {
  test(`${what}: a picture, typing and a look around take only the primary module`, async () => {
    const held = withhold();
    const lens = await openPage({ prepare: held.prepare, text });
    await lens.ready();
    await lens.page.locator("[data-node]").nth(1).hover();
    const before = await lens.revision();
    await lens.goToLine(3);
    await lens.page.keyboard.press("End");
    await lens.type("abc");
    await lens.drawnSince(before);
    await lens.settled();
    assert.equal(await lens.page.locator("#start-failed").isVisible(), false);
    assert.deepEqual(lens.complaints.filter((one) => !one.includes("ERR_FAILED")), []);
    assert.equal(held.requested, 1, "only the page itself asks for it, in advance");
    await lens.close();
  });
}

test("what needs the secondary module before it has come waits for it", async () => {
  // What is fetched in advance never comes.
  const prepare = (context) =>
    context.route(MODULE, (route) => (route.request().resourceType() === "fetch" ? undefined : route.continue()));
  const lens = await openPage({ prepare, text: blueprint(20).text });
  await lens.page.locator("[data-node]").first().waitFor();
  await lens.page.getByRole("button", { name: "Reach", exact: true }).click();
  await lens.reach.waitFor();
  assert.ok((await lens.reach.getByRole("cell").count()) > 0);
  // The rules are in it: they look at the text now.
  await lens.ready();
  await lens.close();
});

test("the secondary module is fetched once, for the page and for everything in it", async () => {
  const lens = await openPage();
  await lens.ready();
  await lens.page.waitForLoadState("networkidle");
  await lens.page.getByRole("button", { name: "Reach", exact: true }).click();
  await lens.reach.waitFor();
  assert.equal(lens.requests.filter((address) => address.includes("-secondary-")).length, 1);
  assert.deepEqual(lens.complaints, []);
  await lens.close();
});

test("a page that cannot get it says so when it is needed, and the text is safe", async () => {
  const { prepare } = withhold();
  const lens = await openPage({ prepare });
  await lens.ready();
  const text = await lens.text();
  await lens.page.getByRole("button", { name: "Reach", exact: true }).click();
  const notice = lens.page.locator("#start-failed");
  await notice.waitFor();
  assert.match(await notice.innerText(), /Your text is safe.*reload the page/s);
  assert.equal(await lens.text(), text);
  await lens.close();
});
