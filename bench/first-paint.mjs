// When a visitor with a slow line and a slow machine sees the page first: `node bench/first-paint.mjs`.
//
// Times from the visit to the first paint and to the text, with nothing in the cache, until the app has started.

import { fileURLToPath } from "node:url";
import { closeBrowser, link, openPage } from "../e2e/page.mjs";
import { serve } from "../e2e/server.mjs";
import { blueprint } from "./blueprints.mjs";

/** A quarter of this machine's speed, and 1.6 Mbit/s with the latency of a mobile network. */
const SLOW = { cpu: 4, bytesPerSecond: 1.6e6 / 8, latency: 150 };
const VISITS = 5;
const PATIENCE = 120_000;

/** Has the page note when the text was there. */
const watch = () => {
  const look = () => {
    if (document.querySelector("#skeleton .editor")?.textContent.includes("services:")) globalThis.textAfter = performance.now();
    else requestAnimationFrame(look);
  };
  look();
};

/** Visits the page on that line; resolves to the times in milliseconds. */
async function visit(url, path) {
  const lens = await openPage({ url: "about:blank", prepare: (context) => context.addInitScript(watch) });
  lens.context.setDefaultTimeout(PATIENCE);
  const session = await lens.context.newCDPSession(lens.page);
  await session.send("Network.enable");
  const { cpu, bytesPerSecond, latency } = SLOW;
  await session.send("Network.emulateNetworkConditions", { offline: false, latency, downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond });
  await session.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  await lens.page.goto(url + path, { waitUntil: "commit" });
  await lens.ready();
  const times = await lens.page.evaluate(() => ({
    paint: performance.getEntriesByName("first-contentful-paint")[0].startTime,
    text: globalThis.textAfter,
    app: performance.now(),
  }));
  await lens.close();
  return times;
}

const server = await serve(fileURLToPath(new URL("../dist", import.meta.url)));
const median = (values) => Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]);
const rows = [];
for (const [name, path] of [["first visit", ""], ["link with 20 resources", link(blueprint(20).text)]]) {
  const visits = [];
  for (let count = 0; count < VISITS; count += 1) visits.push(await visit(server.url, path));
  const of = (what) => median(visits.map((times) => times[what]));
  rows.push({ visit: name, "first paint ms": of("paint"), "text ms": of("text"), "app ms": of("app") });
}
await closeBrowser();
await server.close();
console.table(rows);
