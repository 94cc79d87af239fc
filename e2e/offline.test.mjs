// Without a network: the page comes back complete, one release at a time, and a newer one says so.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { serviceWorker } from "../xtask/page/offline.mjs";
import { closeBrowser, link, openPage } from "./page.mjs";
import { serve } from "./server.mjs";

const root = new URL("..", import.meta.url);
const dist = fileURLToPath(new URL("dist/", root));
const TEXT = "services:\n  - {type: pserv, name: kept-offline, runtime: node, plan: starter}\n";

after(closeBrowser);

/** A host with a copy of the page that a test may replace or take off the network. */
async function host(t) {
  const folder = await mkdtemp(join(tmpdir(), "blueprint-lens-offline-"));
  await cp(dist, folder, { recursive: true });
  const { url, close } = await serve(folder, "/lens/");
  let online = true;
  const disconnect = async () => {
    if (online) await close();
    online = false;
  };
  t.after(async () => {
    await disconnect();
    await rm(folder, { recursive: true, force: true });
  });
  return { folder, url, disconnect };
}

/** Opens the page of a host and waits until it is kept for offline visits. */
async function keptPage(url, options = {}) {
  const lens = await openPage({ url, serviceWorkers: "allow", ...options });
  await lens.ready();
  await lens.page.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
  return lens;
}

/** Makes the copy another release: its page says so, and its compressed twins go. */
async function release(folder, word) {
  const names = (await readdir(folder)).filter((name) => /^(index\.html|service-worker\.js)\.(br|gz)$/.test(name));
  await Promise.all(names.map((name) => rm(join(folder, name))));
  const index = join(folder, "index.html");
  const html = await readFile(index, "utf8");
  await writeFile(index, html.replace(/<title>[^<]*<\/title>/, `<title>${word}</title>`));
  await serviceWorker(root, folder);
}

/** Names of the caches of the page. */
const caches = (lens) => lens.page.evaluate(() => globalThis.caches.keys());

test("a reload without a network shows the page, and all of it works", async (t) => {
  const { url, disconnect } = await host(t);
  const lens = await keptPage(url, { text: TEXT });
  await lens.page.evaluate(async (rule) => {
    while ((await globalThis.caches.match(rule)) === undefined) await new Promise((again) => setTimeout(again, 50));
  }, `${url}rules/cross-region-reference.html`);
  await disconnect();

  await lens.page.reload();
  await lens.ready();
  await lens.node("pserv:kept-offline").waitFor();
  await lens.setText(TEXT.replace("kept-offline", "typed-offline"));
  await lens.node("pserv:typed-offline").waitFor();

  // What is fetched only when it is asked for: search, completion, the PNG with its fonts.
  await lens.editor.focus();
  await lens.page.keyboard.press("ControlOrMeta+F");
  await lens.page.locator(".cm-search").waitFor();
  await lens.page.getByRole("button", { name: "Export" }).click();
  const download = lens.page.waitForEvent("download");
  await lens.page.getByText("Picture, PNG").click();
  assert.equal((await download).suggestedFilename(), "render-network.png");

  // Another Blueprint by its link, a view by its address, and the page of a rule.
  await lens.goto(`index.html?view=reach${link(TEXT)}`);
  await lens.ready();
  await lens.reach.waitFor();
  await lens.goto("rules/cross-region-reference.html");
  await lens.page.getByRole("heading", { name: "cross-region-reference" }).waitFor();
  await lens.close();
});

test("a newer release waits, says so, and comes whole when the visitor reloads into it", async (t) => {
  const { folder, url } = await host(t);
  const lens = await keptPage(url);
  await lens.setText(TEXT);
  await lens.node("pserv:kept-offline").waitFor();
  const [before] = await caches(lens);
  await release(folder, "Second release");

  await lens.goto();
  await lens.ready();
  assert.equal(await lens.page.title(), "Blueprint Lens", "the release that is kept, until the visitor asks for the next");
  const news = lens.page.getByRole("status").filter({ hasText: "A new version" });
  await news.waitFor();
  await news.getByRole("button", { name: "Reload" }).click();
  await lens.page.waitForFunction(() => document.title === "Second release");
  await lens.ready();
  await lens.node("pserv:kept-offline").waitFor();
  assert.equal(await news.count(), 0);
  assert.deepEqual((await caches(lens)).length, 2, "the release before stays for tabs that still show it");
  assert.ok((await caches(lens)).includes(before));
  await lens.close();
});

test("a release that changes while it is fetched is not kept", async (t) => {
  const { folder, url, disconnect } = await host(t);
  // The host has the next page already, while its service worker is still that of the release before.
  const index = join(folder, "index.html");
  for (const twin of [".br", ".gz"]) await rm(index + twin, { force: true });
  await writeFile(index, (await readFile(index, "utf8")).replace("<title>", "<title>Another "));
  const lens = await openPage({ url, serviceWorkers: "allow" });
  await lens.ready();
  const ended = await lens.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.register("service-worker.js");
    const worker = registration.installing;
    if (worker === null) return "gone already";
    await new Promise((done) => worker.addEventListener("statechange", done));
    return worker.state;
  });
  assert.match(ended, /redundant|gone already/);
  assert.equal(await lens.page.evaluate(() => navigator.serviceWorker.controller), null);
  await disconnect();
  await assert.rejects(lens.page.reload(), "nothing half is shown");
  await lens.close();
});

test("the page can be installed", async () => {
  const lens = await openPage();
  const address = await lens.page.locator('link[rel="manifest"]').evaluate(({ href }) => href);
  const manifest = await (await lens.page.request.get(address)).json();
  assert.equal(manifest.name, "Blueprint Lens");
  assert.equal(manifest.display, "standalone");
  assert.equal(new URL(manifest.start_url, address).href, lens.url);
  for (const { src, sizes } of manifest.icons) {
    const png = await (await lens.page.request.get(new URL(src, address).href)).body();
    assert.equal(png.subarray(1, 4).toString(), "PNG");
    assert.equal(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, sizes, src);
  }
  assert.ok(manifest.icons.some(({ purpose }) => purpose === "maskable"));
  const session = await lens.context.newCDPSession(lens.page);
  const { errors } = await session.send("Page.getAppManifest");
  assert.deepEqual(errors, [], "the browser finds nothing wrong with it, and the policy lets it in");
  await lens.close();
});
