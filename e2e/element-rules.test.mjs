// The element before its rules have come, and where they never come.

import assert from "node:assert/strict";
import { test } from "node:test";
import { host, hostPage } from "./host.mjs";

const TEXT = `services:
  - {type: web, name: api, runtime: docker, plan: starter, envVars: [{key: A, fromService: {type: pserv, name: far, property: hostport}}]}
  - {type: pserv, name: far, runtime: docker, plan: starter, region: frankfurt}
`;
const open = await host((path) => hostPage(`<blueprint-lens ${path.includes("reach") ? 'view="reach"' : ""}><pre>${TEXT}</pre></blueprint-lens>`));

/** Holds the module of the rules back until `window.release` is called with what its request comes to. */
function holdTheRules() {
  const { fetch } = window;
  const released = new Promise((release) => (window.release = release));
  window.fetch = (...asked) => (String(asked[0]).includes("-secondary-") ? released.then((come) => come() ?? fetch(...asked)) : fetch(...asked));
}

test("a picture does not wait for the rules, is walked by keyboard, and keeps the focus when they mark it", async () => {
  const { page, close } = await open({ script: holdTheRules });
  const far = page.locator('[data-node="pserv:far"]');
  await far.waitFor();
  assert.equal(await page.locator("[data-severity]").count(), 0);
  assert.equal(await page.locator('[data-edge][data-verdict="blocked"]').count(), 1, "what cannot connect is no matter of rules");
  await far.focus();
  assert.ok(await page.locator('[data-node="web:api"]').evaluate(({ classList }) => classList.contains("lit")));
  await page.locator("blueprint-lens").evaluate(({ shadowRoot }) => {
    window.handed = [];
    shadowRoot.addEventListener("focusin", ({ relatedTarget }) => window.handed.push(relatedTarget?.dataset.node ?? "nobody"));
  });
  await page.evaluate(() => window.release(() => undefined));
  await page.locator("[data-checked] [data-severity]").first().waitFor();
  const focused = await page.locator("blueprint-lens").evaluate(({ shadowRoot }) => shadowRoot.activeElement?.dataset.node);
  assert.equal(focused, "pserv:far");
  assert.deepEqual(await page.evaluate(() => window.handed), ["pserv:far"], "from the one to the other, by way of nobody else");
  await close();
});

test("another view waits for the rules, and the picture is there meanwhile", async () => {
  const { page, close } = await open({ script: holdTheRules });
  await page.locator("[data-node]").first().waitFor();
  await page.getByRole("tab", { name: "problems" }).click();
  assert.equal(await page.locator(".problem").count(), 0);
  assert.ok(await page.locator("[data-node]").first().isVisible());
  await page.evaluate(() => window.release(() => undefined));
  await page.locator(".problem").first().waitFor();
  await close();
});

test("without the rules, a picture says that it has no marks, and another view that it could not be loaded", async () => {
  const { page } = await open({ script: holdTheRules });
  await page.locator("[data-node]").first().waitFor();
  await page.evaluate(() => window.release(() => Promise.reject(new Error("offline"))));
  await page.getByText(/mistakes are not marked/).waitFor();
  assert.ok(await page.locator("[data-node]").first().isVisible());
  await page.getByRole("tab", { name: "problems" }).click();
  await page.getByText(/view could not be loaded/).waitFor();
  await page.context().close();
});

test("a picture that is printed before its rules have come is marked", async () => {
  const { page, close } = await open({ script: holdTheRules });
  await page.locator("[data-node]").first().waitFor();
  assert.equal(await page.locator("[data-severity]").count(), 0);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.ok((await page.locator("[data-severity]").count()) > 0);
  await close();
});

test("another view is printed before its rules have come", async () => {
  const { page, close } = await open({ script: holdTheRules, path: "/reach" });
  await page.waitForFunction(() => customElements.get("blueprint-lens") !== undefined);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.ok((await page.locator("td[data-from]").count()) > 0);
  await close();
});
