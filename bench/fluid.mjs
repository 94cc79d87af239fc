// How fluid large pictures are in the release page: `node bench/fluid.mjs [--check]`.
//
// 300 resources: frames per second while the picture is moved and zoomed by the wheel for two seconds each, counted by
// `requestAnimationFrame`, beside those of an empty page in the same browser, which is the most there can be.
// 1,000 resources: the longest time for which typing was not answered, and that until the picture followed.

import { closeBrowser, openPage } from "../e2e/page.mjs";
import { fileURLToPath } from "node:url";
import { serve } from "../e2e/server.mjs";
import { blueprint } from "./blueprints.mjs";

const SECONDS = 2;
const KEYS = 40;
/** The share of an empty page's frames that moving has to reach, and the longest wait of a key press, in milliseconds. */
const GOALS = { frames: 0.95, key: 200 };

/** Frames per second while `act` goes on, and the longest time between two, in milliseconds. */
async function frames(lens, act) {
  await lens.page.evaluate(() => {
    globalThis.ticks = [];
    const tick = (time) => {
      globalThis.ticks.push(time);
      globalThis.ticking = requestAnimationFrame(tick);
    };
    globalThis.ticking = requestAnimationFrame(tick);
  });
  const end = Date.now() + SECONDS * 1000;
  for (let step = 0; Date.now() < end; step += 1) await act(step);
  const ticks = await lens.page.evaluate(() => {
    cancelAnimationFrame(globalThis.ticking);
    return globalThis.ticks;
  });
  const gaps = ticks.slice(1).map((time, index) => time - ticks[index]);
  const seconds = (ticks.at(-1) - ticks[0]) / 1000;
  return { "frames per second": Number((gaps.length / seconds).toFixed(1)), "longest gap ms": Number(Math.max(...gaps).toFixed(1)) };
}

async function moving(url) {
  const rows = {};
  const pan = (lens) => (step) => lens.page.mouse.wheel(step % 40 < 20 ? 24 : -24, step % 60 < 30 ? 16 : -16);
  const empty = await openPage({ url, text: "services: []\n" });
  await empty.ready();
  await over(empty);
  rows["an empty page, moved"] = await frames(empty, pan(empty));
  await empty.close();
  const lens = await openPage({ url, text: blueprint(300).text });
  await lens.ready();
  await over(lens);
  rows["300 resources, moved"] = await frames(lens, pan(lens));
  await lens.page.keyboard.down("Control");
  rows["300 resources, zoomed"] = await frames(lens, (step) => lens.page.mouse.wheel(0, step % 40 < 20 ? -12 : 12));
  await lens.page.keyboard.up("Control");
  await lens.page.getByRole("button", { name: "Fit the whole picture" }).click();
  for (let press = 0; press < 8; press += 1) await lens.page.getByRole("button", { name: "Zoom out" }).click();
  await over(lens);
  rows["300 resources, all in sight, moved"] = await frames(lens, pan(lens));
  await lens.close();
  return rows;
}

async function over(lens) {
  const { x, y, width, height } = await lens.diagram.boundingBox();
  await lens.page.mouse.move(x + width / 2, y + height / 2);
}

/** Types into a Blueprint of 1,000 resources: the longest wait for an answer on the screen, and for the picture. */
async function typing(url) {
  const lens = await openPage({ url, text: blueprint(1000).text });
  await lens.ready();
  await lens.goToLine(2);
  await lens.page.keyboard.press("End");
  await lens.page.evaluate(() => {
    globalThis.waits = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === "keydown") globalThis.waits.push(entry.duration);
    }).observe({ type: "event", durationThreshold: 16 });
  });
  const drawn = (await lens.measures("lens:draw")).length;
  for (let key = 0; key < KEYS; key += 1) {
    await lens.page.keyboard.type("x");
    await lens.page.waitForTimeout(60);
  }
  await lens.page.waitForFunction((known) => performance.getEntriesByName("lens:draw").length > known, drawn);
  await lens.page.waitForTimeout(1500);
  const waits = (await lens.page.evaluate(() => globalThis.waits)).sort((a, b) => a - b);
  const draws = (await lens.measures("lens:draw")).slice(drawn);
  await lens.close();
  const line = (values) => ({
    count: values.length,
    "median ms": Math.round(values[Math.floor(values.length / 2)] ?? 0),
    "longest ms": Math.round(Math.max(0, ...values)),
  });
  return { "key presses slower than a frame, of 40": line(waits), redraws: line(draws.sort((a, b) => a - b)) };
}

const server = await serve(fileURLToPath(new URL("../dist", import.meta.url)));
const rows = await moving(server.url);
console.table(rows);
const typed = await typing(server.url);
console.table(typed);
await closeBrowser();
await server.close();

const most = rows["an empty page, moved"]["frames per second"];
const slow = Object.entries(rows).filter(([, row]) => row["frames per second"] < GOALS.frames * most);
for (const [name] of slow) console.log(`not fluid: ${name}`);
const frozen = typed["key presses slower than a frame, of 40"]["longest ms"] > GOALS.key;
if (frozen) console.log("typing had to wait");
if ((slow.length > 0 || frozen) && process.argv.includes("--check")) process.exitCode = 1;
