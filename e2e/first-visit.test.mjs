// What somebody meets who opens the page for the first time, before and without its WebAssembly too.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { FIRST_VISIT, LATER } from "../bench/size/budget.mjs";
import { sent } from "../bench/size/visit.mjs";
import { closeBrowser, link, openPage } from "./page.mjs";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));

const sum = (files) => files.reduce((total, { bytes }) => total + bytes, 0);

after(closeBrowser);

/** Keeps the app from starting until `release` is called. */
function holdTheApp() {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  const prepare = (context) =>
    context.route("**/*.wasm", async (route) => {
      await released;
      await route.continue().catch(() => {});
    });
  return { prepare, release };
}

test("the first visit stays within its budget", async (t) => {
  const lens = await openPage();
  await lens.ready();
  await lens.page.waitForLoadState("networkidle");
  const files = sent(lens.requests, lens.url, dist);
  const [total, later] = [sum(files.first), sum(files.later)];
  const table = [...files.first, ...files.later].map(({ name, bytes }) => `${String(bytes).padStart(8)}  ${name}`).join("\n");
  t.diagnostic(`first visit: ${total} of ${FIRST_VISIT} bytes, brotli; after the picture: ${later} of ${LATER}`);
  assert.ok(total <= FIRST_VISIT, `${total} bytes are more than ${FIRST_VISIT}; \`cargo xtask record\` may help:\n${table}`);
  assert.ok(later > 0 && later <= LATER, `${later} bytes are more than ${LATER}:\n${table}`);
  await lens.close();
});

test("the page asks nobody but its own host, and nothing complains", async () => {
  const lens = await openPage();
  await lens.ready();
  await lens.page.waitForLoadState("networkidle");
  const foreign = lens.requests.filter((address) => !address.startsWith(lens.url) && !/^(data|blob):/.test(address));
  assert.deepEqual(foreign, []);
  assert.deepEqual(lens.complaints, []);
  await lens.close();
});

test("the release page carries a policy without exceptions for inline code", async () => {
  const lens = await openPage();
  const policy = await lens.page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'/);
  await lens.close();
});

test("the first picture is there before the app, and makes way for it", async () => {
  const { prepare, release } = holdTheApp();
  const lens = await openPage({ prepare });
  const picture = lens.page.locator("#poster svg");
  await picture.waitFor();
  assert.equal(await lens.revision(), 0, "the app must not have started yet");
  release();
  await lens.ready();
  assert.equal(await picture.count(), 0);
  await lens.close();
});

test("no other picture flashes before a linked Blueprint", async () => {
  const { prepare, release } = holdTheApp();
  const lens = await openPage({ prepare, text: "services: []\n" });
  await lens.page.locator("#poster").waitFor({ state: "attached" });
  assert.equal(await lens.page.locator("#poster").isVisible(), false);
  release();
  await lens.close();
});

test("no other picture flashes before a draft", async () => {
  const lens = await openPage();
  await lens.ready();
  await lens.setText("services:\n  - type: pserv\n    name: kept\n");
  await lens.node("pserv:kept").waitFor();
  const { prepare, release } = holdTheApp();
  await prepare(lens.context);
  await lens.page.reload({ waitUntil: "domcontentloaded" });
  assert.equal(await lens.page.locator("#poster").isVisible(), false);
  release();
  await lens.node("pserv:kept").waitFor();
  await lens.close();
});

test("an app that cannot be loaded leaves a sentence and a way on", async () => {
  const lens = await openPage({ prepare: (context) => context.route("**/*.wasm", (route) => route.abort()) });
  const notice = lens.page.locator("#start-failed");
  await notice.waitFor();
  assert.match(await notice.innerText(), /reload the page/);
  await lens.close();
});

test("without JavaScript there is a picture, a reason, and the rules", async () => {
  const lens = await openPage({ javaScriptEnabled: false });
  await lens.page.locator("#poster svg").waitFor();
  const reason = lens.page.locator("noscript p");
  assert.ok(await reason.isVisible());
  assert.match(await reason.innerText(), /needs JavaScript/);
  await lens.page.locator("noscript a").click();
  await lens.page.getByRole("heading", { name: "Rules", exact: true }).waitFor();
  await lens.close();
});

test("every rule has a page, and the list leads to it", async () => {
  const lens = await openPage({ path: "rules/index.html" });
  const pages = readdirSync(join(dist, "rules")).filter((name) => /^(?!index\.).*\.html$/.test(name));
  const links = await lens.page.locator("table a").evaluateAll((items) => items.map((a) => a.getAttribute("href")));
  assert.deepEqual([...links].sort(), pages.sort());
  await lens.page.locator("table a").first().click();
  await lens.page.locator("main h1, main h2").first().waitFor();
  assert.deepEqual(lens.complaints, []);
  await lens.close();
});

test("a link opens the Blueprint that it holds", async () => {
  const lens = await openPage({ path: link("services:\n  - type: pserv\n    name: ünïcode\n") });
  await lens.ready();
  await lens.node("pserv:ünïcode").waitFor();
  await lens.close();
});
