// The first moments on a slow line and a slow machine: bar, text and frames at once, and nothing jumps when the app comes.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeBrowser, link, openPage } from "./page.mjs";

after(closeBrowser);

/** A quarter of this machine's speed, and 1.6 Mbit/s with the latency of a mobile network. */
const SLOW = { cpu: 4, bytesPerSecond: 1.6e6 / 8, latency: 150 };
/** By when something must be on the screen, in milliseconds. */
const FIRST_PAINT = 1500;

const TEXT = `# from a link
services:
  - {type: web, name: linked, runtime: node, plan: starter, region: oregon}
`;

const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];

/** Has the page note when it painted first, when the text was there, and by how much anything shifted. */
const watch = () => {
  const seen = (globalThis.seen = { shifts: [] });
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) seen[name] = startTime;
  }).observe({ type: "paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) seen.shifts.push(value);
  }).observe({ type: "layout-shift", buffered: true });
  const look = () => {
    if (document.querySelector("#skeleton .editor")?.textContent.includes("services:")) seen.text ??= performance.now();
    else requestAnimationFrame(look);
  };
  look();
};

async function slowly(context, page) {
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const { cpu, bytesPerSecond, latency } = SLOW;
  await session.send("Network.emulateNetworkConditions", { offline: false, latency, downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond });
  await session.send("Emulation.setCPUThrottlingRate", { rate: cpu });
}

/** Opens the page on that line, with nothing in the cache, and returns as soon as the address has answered. */
async function opened(text) {
  const lens = await openPage({ url: "about:blank", prepare: (context) => context.addInitScript(watch) });
  await slowly(lens.context, lens.page);
  await lens.page.goto(process.env.E2E_URL + (text === undefined ? "" : link(text)), { waitUntil: "commit" });
  return lens;
}

for (const [visit, text] of [["by a link", TEXT], ["for the first time", undefined]]) {
  test(`a visitor ${visit} sees bar, text and frames at once on a slow line`, async (t) => {
    const lens = await opened(text);
    await lens.page.waitForFunction(() => globalThis.seen.text !== undefined && "first-contentful-paint" in globalThis.seen);
    assert.equal(await lens.revision(), 0, "the app must not have started yet");
    assert.ok(await lens.page.locator("#skeleton .brand").isVisible());
    assert.ok(await lens.page.locator(text === undefined ? "#poster svg" : ".ghost-lanes").isVisible());
    const { text: readable, ...seen } = await lens.page.evaluate(() => globalThis.seen);
    const painted = seen["first-contentful-paint"];
    t.diagnostic(`first paint after ${Math.round(painted)} ms, text after ${Math.round(readable)} ms`);
    assert.ok(painted <= FIRST_PAINT, `first paint after ${painted} ms`);
    assert.ok(readable <= FIRST_PAINT, `text after ${readable} ms`);
    await lens.close();
  });
}

/** Keeps the app from starting until `release` is called. */
function holdTheApp() {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  const prepare = async (context) => {
    await context.addInitScript(watch);
    await context.route("**/*.wasm", async (route) => {
      await released;
      await route.continue().catch(() => {});
    });
  };
  return { prepare, release };
}

/** Where things are, in whole CSS pixels, by the name of the thing; of a picture, where its drawing is. */
const places = (lens, things) =>
  lens.page.evaluate((wanted) => {
    const box = (element) => {
      if (!(element instanceof SVGSVGElement)) return element.getBoundingClientRect();
      const { a: zoom, e: x, f: y } = element.getScreenCTM();
      const { width, height } = element.viewBox.baseVal;
      return { x, y, width: width * zoom, height: height * zoom };
    };
    const place = ([name, selector]) => {
      const element = [...document.querySelectorAll(selector)].find((one) => one.checkVisibility());
      if (element === undefined) return [];
      const { x, y, width, height } = box(element);
      return [[name, [x, y, width, height].map(Math.round)]];
    };
    return Object.fromEntries(wanted.flatMap(place));
  }, things);

const near = (before, after, by) => before.every((value, at) => Math.abs(value - after[at]) <= by);

for (const viewport of WIDTHS) {
  test(`nothing jumps when the app comes, at ${viewport.width} px`, async () => {
    const { prepare, release } = holdTheApp();
    const lens = await openPage({ prepare, viewport });
    await lens.page.locator(".poster svg:visible").waitFor();
    await lens.page.evaluate(() => document.fonts.ready.then(() => {}));
    const frames = ["toolbar", "editor", "tabs", "results", "status"].map((name) => [name, `.${name}`]);
    const before = await places(lens, [...frames.map(([name, at]) => [name, `#skeleton ${at}`]), ["picture", ".poster svg"], ["problems", "#skeleton .problems"]]);
    release();
    await lens.ready();
    const then = await places(lens, [...frames.map(([name, at]) => [name, `#app ${at}`]), ["picture", ".picture > .diagram"], ["problems", "#app .problems"]]);
    assert.deepEqual(Object.keys(before), Object.keys(then));
    for (const name of Object.keys(then)) {
      assert.ok(near(before[name], then[name], 1), `${name}: ${before[name]} before, ${then[name]} after`);
    }
    const shifts = await lens.page.evaluate(() => globalThis.seen.shifts);
    const sum = shifts.reduce((total, value) => total + value, 0);
    assert.ok(sum <= 0.01, `layout shift of ${sum}`);
    await lens.close();
  });
}
