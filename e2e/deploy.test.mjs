// Deploy: the hand work around a deploy, in order, to tick off, to copy, with its lines.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { violations } from "./axe.mjs";
import { closeBrowser, openPage } from "./page.mjs";

const SHOP = `services:
  - type: web
    name: api
    runtime: docker
    plan: starter
    domains: [api.example.com]
    envVars:
      - key: STRIPE_KEY
        sync: false
      - key: AUTH
        fromService: {type: pserv, name: auth, property: hostport}
      - fromGroup: mail
  - type: pserv
    name: auth
    runtime: docker
    plan: starter
databases:
  - name: orders
    plan: basic-256mb
envVarGroups:
  - name: mail
    envVars:
      - key: SMTP_PASSWORD
        sync: false
`;

const lineOf = (needle) => SHOP.split("\n").findIndex((line) => line.includes(needle)) + 1;

after(closeBrowser);

async function opened(options) {
  const lens = await openPage({ text: SHOP, ...options });
  await lens.ready();
  await lens.page.getByRole("group", { name: "View", exact: true }).getByRole("button", { name: "Deploy", exact: true }).click();
  await list(lens).locator("[data-phase]").first().waitFor();
  return lens;
}

const list = (lens) => lens.page.getByTestId("deploy");
const step = (lens, words) => list(lens).getByRole("listitem").filter({ hasText: words }).first();

test("the steps stand in the order of a deploy, and lead to their lines", async () => {
  const lens = await opened();
  const order = ["before", "asked", "by-hand", "afterwards", "dns", "empty", "delete", "verify"];
  const phases = await list(lens).locator("[data-phase]").evaluateAll((all) => all.map(({ dataset }) => dataset.phase));
  assert.deepEqual(phases, order.filter((phase) => phases.includes(phase)));
  for (const phase of ["asked", "by-hand", "dns", "verify"]) assert.ok(phases.includes(phase), phase);
  await step(lens, "STRIPE_KEY").getByRole("button", { name: `line ${lineOf("STRIPE_KEY")}` }).click();
  assert.equal(await lens.cursorLine(), lineOf("STRIPE_KEY"));
  assert.match(await list(lens).locator('[data-phase="by-hand"]').innerText(), /SMTP_PASSWORD/);
  assert.deepEqual(lens.complaints, []);
  await lens.close();
});

test("what is ticked off stays with the draft when the page is reloaded, and not with another", async () => {
  const lens = await opened();
  await lens.setText(SHOP.replace("plan: starter", "plan: standard"));
  await step(lens, "STRIPE_KEY").getByRole("checkbox").check();
  assert.match(await lens.page.locator(".deploy-view").getByRole("status").innerText(), /^1 of \d+ done$/);
  // The text goes on; the tick stays.
  await lens.setText(`# A line more\n${SHOP}`);
  await step(lens, "STRIPE_KEY").getByRole("checkbox", { checked: true }).waitFor();
  await lens.page.reload();
  await lens.ready();
  await step(lens, "STRIPE_KEY").getByRole("checkbox", { checked: true }).waitFor();
  await lens.page.getByRole("button", { name: "New", exact: true }).click();
  await lens.setText(SHOP);
  await step(lens, "STRIPE_KEY").getByRole("checkbox", { checked: false }).waitFor();
  await lens.close();
});

test("a command is copied", async () => {
  const lens = await opened({ permissions: ["clipboard-read", "clipboard-write"] });
  const copy = list(lens).locator('[data-phase="verify"]').getByRole("button", { name: /^Copy / }).first();
  const command = await copy.getAttribute("data-copy");
  await copy.click();
  await lens.page.getByText("Copied").first().waitFor();
  assert.equal(await lens.page.evaluate(() => navigator.clipboard.readText()), command);
  await lens.close();
});

test("while comparing, only what is new is left to do", async () => {
  const lens = await opened();
  const view = lens.page.getByRole("group", { name: "View", exact: true });
  await view.getByRole("button", { name: "Compare", exact: true }).click();
  await lens.page.getByRole("button", { name: "Since I opened this" }).click();
  await lens.setText(SHOP.replace("      - fromGroup: mail\n", "      - fromGroup: mail\n      - key: SENTRY_DSN\n        sync: false\n"));
  await view.getByRole("button", { name: "Deploy", exact: true }).click();
  await step(lens, "SENTRY_DSN").waitFor();
  assert.equal(await list(lens).getByText("STRIPE_KEY").count(), 0);
  await lens.page.getByRole("heading", { name: /what is new since/ }).waitFor();
  await lens.page.getByRole("button", { name: "Stop comparing" }).click();
  await step(lens, "STRIPE_KEY").waitFor();
  await lens.close();
});

test("the worker writes the steps of a large text", async () => {
  const services = Array.from({ length: 220 }, (_, at) => `  - {type: worker, name: job-${at}, runtime: docker, plan: starter}\n`);
  const lens = await opened({ text: `services:\n${services.join("")}  - {type: worker, name: last, runtime: docker, plan: starter, envVars: [{key: STRIPE_KEY, sync: false}]}\n` });
  await step(lens, "STRIPE_KEY").waitFor();
  await lens.close();
});

for (const colorScheme of ["light", "dark"]) {
  for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
    test(`axe finds nothing, ${colorScheme}, ${viewport.width} px, and nothing is wider than the page`, async () => {
      const lens = await opened({ colorScheme, viewport, bypassCSP: true });
      await step(lens, "STRIPE_KEY").getByRole("checkbox").check();
      await lens.settled();
      assert.deepEqual(await violations(lens), []);
      const { scroll, client } = await lens.page.evaluate(() => ({ scroll: document.documentElement.scrollWidth, client: document.documentElement.clientWidth }));
      assert.ok(scroll <= client, `${scroll} px of ${client}`);
      await lens.close();
    });
  }
}
