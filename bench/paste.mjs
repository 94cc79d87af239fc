// 4 MiB of text pasted into the release page: `node bench/paste.mjs`.
//
// How long it takes until the page shows a picture or says why there is none, how long it does not answer meanwhile, and
// how much processor time and memory its process takes, beside an empty page (Linux only).

import { fileURLToPath } from "node:url";
import { launch } from "../e2e/browser.mjs";
import { LensPage } from "../e2e/page.mjs";
import { serve } from "../e2e/server.mjs";
import { blueprint, dense } from "./blueprints.mjs";
import { used } from "./process.mjs";

const MOST = 4 * 1024 * 1024;
const SAMPLES = {
  "10,000 resources": blueprint(10_000).text,
  "3,000 resources that call ten others each": dense(3_000).text,
  "comments": "# nothing at all\n".repeat(MOST / 17),
  "more than is read": "# nothing at all\n".repeat(MOST / 17 + 1000),
};
const PATIENCE = 120_000;
/** Work that takes longer keeps the page from answering, in milliseconds. */
const AT_ONCE = 50;

/** Pastes a text into an empty page of a browser of its own. */
async function pasted(url, text) {
  const browser = await launch();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: "block" });
  context.setDefaultTimeout(PATIENCE);
  const lens = new LensPage(context, await context.newPage(), url);
  await lens.goto();
  await lens.ready();
  const empty = await used(browser);
  await lens.editor.focus();
  await lens.page.keyboard.press("ControlOrMeta+A");
  await lens.page.evaluate((longest) => {
    globalThis.busy = [];
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) if (duration > longest) globalThis.busy.push(duration);
    }).observe({ type: "longtask" });
  }, AT_ONCE);
  const known = (await lens.measures("lens:draw")).length;
  await lens.paste(text);
  await lens.page.waitForFunction((before) => performance.getEntriesByName("lens:draw").length > before, known);
  const [drawn] = (await lens.measures("lens:draw")).slice(known);
  const busy = await lens.page.evaluate(() => globalThis.busy);
  if (process.argv.includes("--stages")) {
    const [worker] = lens.page.workers();
    console.log(await worker?.evaluate(() => performance.getEntriesByType("measure").map(({ name, duration }) => `${name} ${Math.round(duration)}`).join(", ")));
  }
  const said = await lens.page.locator(".view-filter-bar p, .picture .quiet, .picture .empty, .empty").allInnerTexts();
  const full = await used(browser);
  const row = {
    "MB": Number((text.length / 1e6).toFixed(2)),
    "shown after s": Number((drawn / 1000).toFixed(2)),
    "longest without an answer ms": Math.round(Math.max(0, ...busy)),
    "processor s": Number((full.seconds - empty.seconds).toFixed(2)),
    "process MB at most": full.megabytes,
    "of it the empty page": empty.megabytes,
    says: said.join(" ").slice(0, 80),
  };
  await browser.close();
  return row;
}

const server = await serve(fileURLToPath(new URL("../dist", import.meta.url)));
const rows = {};
for (const [name, text] of Object.entries(SAMPLES)) rows[name] = await pasted(server.url, text);
await server.close();
console.table(rows);
