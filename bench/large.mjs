// Typing into 1,000 resources in the release page: `node bench/large.mjs [--check] [--alone] [NAME…]`.
//
// How long a key press waits for the next frame, and how long it takes until the picture shows what was typed, stage by
// stage: single key presses, each of which waits for its picture, and forty in a row. Beside it, `yaml` + ELK lay out the
// same text in the same browser, unless `--alone` leaves them out. With `--check` the run fails over budget.

import { fileURLToPath } from "node:url";
import { connect } from "../e2e/browser.mjs";
import { closeBrowser, openPage } from "../e2e/page.mjs";
import { serve } from "../e2e/server.mjs";
import { blueprint, dense, estate } from "./blueprints.mjs";
import { javascriptStack } from "./peer.mjs";
import { used } from "./process.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

const SIZE = 1000;
/** With the internet, a picture of more has too many nodes to be drawn. */
const MOST_DRAWN = 990;
const EVERYTHING = "?collapse=none";
/** Texts, and what is asked of the page for them. */
const SAMPLES = {
  mixed: { sample: blueprint(SIZE) },
  estate: { sample: estate(SIZE) },
  dense: { sample: dense(SIZE) },
  "mixed, every box": { sample: blueprint(MOST_DRAWN), path: EVERYTHING },
};
const KEYS = 40;
/** Milliseconds from key press to key press, in a row. */
const PACE = 60;
/** How long the page may take to come to rest. */
const PATIENCE = 120_000;
/** At the 95th percentile, in milliseconds: the answer to a key press, and the picture. */
const BUDGET = { key: 50, picture: 400 };
/** How long the peer may take for a text, in milliseconds. */
const PATIENCE_WITH_PEER = 60_000;

/** Has the page note when keys are pressed and answered, what its worker is asked and answers, and when it shows that. */
function watch() {
  const noted = (globalThis.noted = { keys: [], asked: [], answers: [], shown: [], waits: [] });
  const now = () => performance.now();
  const bytesOf = (message) => message.byteLength ?? message.bytes?.byteLength ?? 0;
  /** Calls back with the time at which the next frame has been made. */
  const framed = (heard) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => heard(now());
      port2.postMessage(null);
    });
  addEventListener(
    "keydown",
    ({ timeStamp }) => {
      noted.keys.push(timeStamp);
      framed((end) => noted.waits.push(end - timeStamp));
    },
    { capture: true },
  );
  globalThis.Worker = class extends Worker {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", ({ data }) => {
        if (bytesOf(data) > 0) noted.answers.push({ at: now(), bytes: bytesOf(data) });
      });
    }

    postMessage(message, options) {
      if (bytesOf(message) > 0) noted.asked.push({ at: now(), bytes: bytesOf(message) });
      super.postMessage(message, options);
    }
  };
  // When the page has been changed, and when the frame with the picture has been made.
  new PerformanceObserver((list) => {
    for (const { name, startTime, duration } of list.getEntries()) {
      if (name !== "lens:draw") continue;
      noted.shown.push(startTime + duration);
    }
  }).observe({ type: "measure" });
  const frames = new MutationObserver(() => framed((end) => (noted.frame = end)));
  const follow = () => {
    const picture = document.querySelector("[data-revision]");
    if (picture === null) return setTimeout(follow, 50);
    frames.observe(picture, { attributes: true, attributeFilter: ["data-revision"] });
  };
  follow();
}

const percentile = (values, share) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
};
const round = (value) => Math.round(value * 10) / 10;
const spread = (values) => ({ p50: round(percentile(values, 0.5)), p95: round(percentile(values, 0.95)), max: round(Math.max(0, ...values)) });

const draws = (lens) => lens.page.evaluate(() => performance.getEntriesByName("lens:draw").length);
const drawnAfter = (lens, count) =>
  lens.page.waitForFunction((known) => performance.getEntriesByName("lens:draw").length > known, count, { timeout: PATIENCE, polling: 20 });

/** Empties what was noted. */
const forget = (lens) =>
  lens.page.evaluate(() => {
    for (const list of Object.values(globalThis.noted)) if (Array.isArray(list)) list.length = 0;
  });

/** The stages of the worker for the last question, where it measures them, by name. */
async function stagesOf(lens) {
  const [worker] = lens.page.workers();
  const entries = await worker?.evaluate(() => {
    const found = performance.getEntriesByType("measure").map(({ name, duration }) => [name, duration]);
    performance.clearMeasures();
    return found;
  });
  return entries ?? [];
}

/** Key presses each of which waits for its picture, and then until the picture is laid out anew. */
async function oneByOne(lens) {
  const presses = [];
  for (let press = 0; press < KEYS / 2; press += 1) {
    await forget(lens);
    await stagesOf(lens);
    const known = await draws(lens);
    await lens.page.keyboard.type("x");
    await drawnAfter(lens, known);
    await lens.page.waitForTimeout(60);
    const noted = await lens.page.evaluate(() => globalThis.noted);
    const [key, asked, answer] = [noted.keys.at(0), noted.asked.at(-1), noted.answers.at(-1)];
    const drawn = noted.shown.at(-1);
    presses.push({
      key: noted.waits[0],
      picture: noted.frame - key,
      "until asked": asked.at - key,
      worker: answer.at - asked.at,
      page: drawn - answer.at,
      frame: noted.frame - drawn,
      question: asked.bytes,
      answer: answer.bytes,
      stages: Object.fromEntries(await stagesOf(lens)),
    });
  }
  return presses;
}

/** Key presses in a row. */
async function inARow(lens) {
  await forget(lens);
  const known = await draws(lens);
  for (let press = 0; press < KEYS; press += 1) {
    await lens.page.keyboard.type("x");
    await lens.page.waitForTimeout(PACE);
  }
  await drawnAfter(lens, known);
  await lens.page.waitForFunction(() => globalThis.noted.frame > globalThis.noted.keys.at(-1), undefined, { timeout: PATIENCE });
  await lens.settled();
  const { waits, keys, asked, answers, frame } = await lens.page.evaluate(() => globalThis.noted);
  return { waits, asked: asked.length, answers: answers.length, picture: frame - keys.at(-1) };
}

async function measure(url, { sample, path = "" }) {
  const lens = await openPage({ url, text: sample.text, path, prepare: (context) => context.addInitScript(watch) });
  lens.context.setDefaultTimeout(PATIENCE);
  await lens.ready();
  await lens.goToLine(sample.names[0]);
  await lens.page.keyboard.press("End");
  // The first key press brings completion.
  await lens.page.keyboard.type("x");
  await lens.page.waitForTimeout(2500);
  await lens.settled();
  const before = await used(lens.context.browser());
  const presses = await oneByOne(lens);
  const { seconds } = await used(lens.context.browser());
  await lens.page.waitForTimeout(2500);
  const row = await inARow(lens);
  if (process.env.SCREENSHOT) await lens.screenshot(process.env.SCREENSHOT);
  await lens.close();
  return { presses, row, processor: ((seconds - before.seconds) / presses.length) * 1000 };
}

/** Milliseconds that the JavaScript stack takes for the text; endless when it gives up, or takes too long. */
async function peer(code, text) {
  const browser = await connect();
  const page = await browser.newPage();
  await page.addScriptTag({ content: code });
  const took = page.evaluate((given) => window.javascriptStack(given), text).catch(() => Infinity);
  const tooLong = new Promise((resolve) => setTimeout(resolve, PATIENCE_WITH_PEER, Infinity));
  const time = await Promise.race([took, tooLong]);
  await browser.close();
  return time;
}

const named = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const server = await serve(`${root}dist`);
const keys = {};
const pictures = {};
const stages = {};
const over = [];
for (const [name, asked] of Object.entries(SAMPLES)) {
  if (named.length > 0 && !named.includes(name)) continue;
  const { presses, row, processor } = await measure(server.url, asked);
  const of = (part) => presses.map((press) => press[part]);
  const [one, all, picture] = [spread(of("key")), spread(row.waits), spread(of("picture"))];
  keys[name] = { "one by one p50": one.p50, "p95 ms": one.p95, "max ms": one.max, "in a row p50": all.p50, "p95 ms ": all.p95, "max ms ": all.max, questions: row.asked, answers: row.answers };
  const stack = process.argv.includes("--alone") ? undefined : await peer(await javascriptStack(), asked.sample.text);
  pictures[name] = { "p50 ms": picture.p50, "p95 ms": picture.p95, "max ms": picture.max, "after a row ms": round(row.picture), "yaml + ELK ms": stack && round(stack), ratio: stack && round(stack / picture.p50) };
  const middle = (values) => round(percentile(values, 0.5));
  const parts = Object.fromEntries(["until asked", "worker", "page", "frame"].map((part) => [part, middle(of(part))]));
  const known = Object.keys(presses[0].stages);
  const inside = Object.fromEntries(known.map((stage) => [stage, middle(presses.map((press) => press.stages[stage] ?? 0))]));
  stages[name] = { ...parts, ...inside, "question kB": middle(of("question")) / 1000, "answer kB": middle(of("answer")) / 1000, "processor ms": round(processor) };
  if (Math.max(one.p95, all.p95) > BUDGET.key) over.push(`${name}: a key press waits ${Math.max(one.p95, all.p95)} ms`);
  if (picture.p95 > BUDGET.picture) over.push(`${name}: the picture takes ${picture.p95} ms`);
}
await closeBrowser();
await server.close();
console.log("From a key press to the next frame:");
console.table(keys);
console.log("From a key press to the frame with its picture:");
console.table(pictures);
console.log("What of it, at the median:");
console.table(stages);
for (const line of over) console.log(`over budget: ${line}`);
if (over.length > 0 && process.argv.includes("--check")) process.exitCode = 1;
