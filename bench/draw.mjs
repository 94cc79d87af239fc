// How long a redraw takes after an edit that changes the picture, in the release page, beside a
// JavaScript stack on the same texts in the same browser: `node bench/draw.mjs [--check]`.
//
// An edit replaces a region or a name by one input, as typing does; the page reports the time from
// the text change to the updated page as `lens:draw`. With `--check` the run fails over budget.

import { fileURLToPath } from "node:url";
import { connect } from "../e2e/browser.mjs";
import { closeBrowser, openPage } from "../e2e/page.mjs";
import { serve } from "../e2e/server.mjs";
import { blueprint } from "./blueprints.mjs";
import { javascriptStack } from "./peer.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Resources, and the 95th percentile that a redraw may take, in milliseconds. */
const SIZES = [
  { size: 20, budget: 16 },
  { size: 100, budget: 50 },
];
const PLACES = 4;
const EDITS_PER_PLACE = 16;
/** Edits before the count begins: the engine's compiler is warm after them, as it is while typing. */
const WARM_UP = 5;

function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}

const spread = (lines, count) =>
  Array.from({ length: count }, (_, index) => lines[Math.floor((index * lines.length) / count)]);

/** What a line becomes by an edit, and back by the next one. */
const EDITS = {
  region: (line) => (line.includes("oregon") ? line.replace("oregon", "frankfurt") : line.replace("frankfurt", "oregon")),
  name: (line) => (line.endsWith("x") ? line.slice(0, -1) : `${line}x`),
};

/** Edits one line again and again; resolves to the texts' lines and the times of the redraws. */
async function editLine(lens, number, start, edit) {
  await lens.goToLine(number);
  const texts = [];
  let line = start;
  const before = (await lens.measures("lens:draw")).length;
  for (let count = 1; count <= EDITS_PER_PLACE; count += 1) {
    line = edit(line);
    texts.push(line);
    await lens.page.keyboard.press("Home");
    await lens.page.keyboard.press("Shift+End");
    await lens.page.keyboard.insertText(line.trimStart());
    await lens.page.waitForFunction(
      (wanted) => performance.getEntriesByName("lens:draw").length >= wanted,
      before + count,
    );
    await lens.page.keyboard.press("Escape");
  }
  return { texts, times: (await lens.measures("lens:draw")).slice(before) };
}

/** Redraw times of the page, and the texts that were drawn. */
async function measurePage(url, { text, names, regions }) {
  const lens = await openPage({ url, text });
  await lens.ready();
  const lines = text.split("\n");
  const drawn = [];
  const times = [];
  for (const [places, edit] of [[regions, EDITS.region], [names, EDITS.name]]) {
    for (const number of spread(places, PLACES)) {
      const done = await editLine(lens, number, lines[number - 1], edit);
      times.push(...done.times);
      for (const line of done.texts) {
        lines[number - 1] = line;
        drawn.push(lines.join("\n"));
      }
    }
  }
  await lens.close();
  return { drawn: drawn.slice(WARM_UP), times: times.slice(WARM_UP) };
}

/** Times of the JavaScript stack on the same texts. */
async function measureStack(code, texts) {
  const browser = await connect();
  const page = await browser.newPage();
  await page.addScriptTag({ content: code });
  const times = await page.evaluate(async (all) => {
    const measured = [];
    for (const text of all) measured.push(await window.javascriptStack(text));
    return measured;
  }, [...texts.slice(0, WARM_UP), ...texts]);
  await browser.close();
  return times.slice(WARM_UP);
}

const peer = await javascriptStack();
const server = await serve(`${root}dist`);
const rows = [];
for (const { size, budget } of SIZES) {
  const sample = blueprint(size);
  const page = await measurePage(server.url, sample);
  const stack = await measureStack(peer, page.drawn);
  const of = (times, share) => Number(percentile(times, share).toFixed(1));
  rows.push({
    resources: size,
    edits: page.times.length,
    "median ms": of(page.times, 0.5),
    "p95 ms": of(page.times, 0.95),
    "budget ms": budget,
    "yaml + ELK median ms": of(stack, 0.5),
    "yaml + ELK p95 ms": of(stack, 0.95),
  });
}
await closeBrowser();
await server.close();
console.table(rows);

const over = rows.filter((row) => row["p95 ms"] > row["budget ms"]);
for (const row of over) console.log(`over budget at ${row.resources} resources`);
if (over.length > 0 && process.argv.includes("--check")) process.exitCode = 1;
