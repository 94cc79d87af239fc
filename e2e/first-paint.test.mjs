// The first moments on a slow line and a slow machine: bar, text and frames at once, and nothing jumps when the app comes.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeBrowser, link, openPage } from "./page.mjs";

after(closeBrowser);

/** What the first paint may wait for: the page itself, its style sheets and the script that starts it. */
const NEEDED = /\/(?:[?#].*)?$|\/(?:style|poster|boot)-[^/]+$/;
/** How many bytes that may be: 0.1 s on a line of 1.6 Mbit/s. */
const MOST_BYTES = 20_000;

const TEXT = `# from a link
services:
  - {type: web, name: linked, runtime: node, plan: starter, region: oregon}
`;

const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
];

/** Has the page note what it has painted, and by how much anything shifted. */
const watch = () => {
  const seen = (globalThis.seen = { shifts: [], paints: [] });
  new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) seen.paints.push(name);
  }).observe({ type: "paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) seen.shifts.push(value);
  }).observe({ type: "layout-shift", buffered: true });
};

for (const [visit, text] of [["by a link", TEXT], ["for the first time", undefined]]) {
  test(`a visitor ${visit} sees bar, text and frames before anything else has come, and they are small`, async (t) => {
    // Whatever is not needed never comes.
    const prepare = async (context) => {
      await context.addInitScript(watch);
      await context.route((address) => !NEEDED.test(address.href), () => {});
    };
    const lens = await openPage({ url: "about:blank", prepare });
    let bytes = 0;
    lens.page.on("response", (response) => (bytes += Number(response.headers()["content-length"])));
    await lens.page.goto(process.env.E2E_URL + (text === undefined ? "" : link(text)), { waitUntil: "commit" });
    await lens.page.waitForFunction(() => globalThis.seen.paints.includes("first-contentful-paint"));
    await lens.page.locator("#skeleton .editor pre:visible").getByText("services:").waitFor();
    assert.ok(await lens.page.locator("#skeleton .brand").isVisible());
    assert.ok(await lens.page.locator(text === undefined ? "#poster svg" : ".ghost-lanes").isVisible());
    t.diagnostic(`the first paint waits for ${bytes} bytes`);
    assert.ok(bytes > 0 && bytes <= MOST_BYTES, `${bytes} bytes`);
    await lens.close();
  });
}

/** The rules come so much later than the app, in milliseconds. */
const RULES_AFTER = 500;

/** Keeps the app from starting until `release` is called. */
function holdTheApp() {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  const prepare = async (context) => {
    await context.addInitScript(watch);
    await context.route("**/*.wasm", async (route) => {
      await released;
      if (route.request().url().includes("-secondary-")) await new Promise((come) => setTimeout(come, RULES_AFTER));
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
