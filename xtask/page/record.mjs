// Records which functions of the page's WebAssembly run for a first picture, while somebody types and for the first look
// around, all before the rules have come; all others go to the secondary module. `cargo xtask record` builds the page for it
// in dist/, runs this, and has to be followed by `cargo xtask build`.

import { readFile } from "node:fs/promises";
import { blueprint } from "../../bench/blueprints.mjs";
import { closeBrowser, openPage } from "../../e2e/page.mjs";
import { serve } from "../../e2e/server.mjs";
import { RAN } from "./instrument.mjs";
import { NAMES, NEVER } from "./module.mjs";
import { writeProfile } from "./profile.mjs";
import { blueprints } from "./trial.mjs";

/** Long enough for the picture to be laid out anew, and for what the page does when nobody types. */
const REST = 1500;

const PHONE = { width: 390, height: 844 };
const TABLET = { width: 1024, height: 768 };

/** What examples and fixtures lack: a byte order mark, a ring of services, a long line that is not YAML. */
const OTHERS = [
  "\uFEFFservices:\n  - {type: worker, name: jobs, runtime: docker}\n",
  `services:\n${["a", "b", "c", "d"].map(ringed).join("")}`,
  `services:\n  - type: web\n    startCommand: echo "start: ${"so ".repeat(20)}"; exec serve: all\n    name: api\n`,
];

const root = new URL("../../", import.meta.url);
const dist = new URL("dist/", root);
const names = JSON.parse(await readFile(new URL(NAMES, dist), "utf8"));
const { url, close } = await serve(dist.pathname);
const ran = new Set();

/** Opens the page, does something there, and notes what ran. */
async function visit(text, act, options) {
  const prepare = (context) => context.route(`**/${NEVER}`, (route) => route.abort());
  const lens = await openPage({ url, text, prepare, ...options });
  await lens.ready();
  await act(lens);
  await lens.settled();
  await lens.page.waitForTimeout(REST);
  for (const index of await lens.page.evaluate((set) => [...globalThis[set]], RAN)) ran.add(names[index]);
  await lens.close();
}

/** Types at the end of each of these lines, which makes most of them a mistake, and a line that is one. */
async function type(lens, ...lines) {
  for (const line of lines) {
    await lens.goToLine(line);
    await lens.page.keyboard.press("End");
    await lens.type("abc");
    await lens.page.waitForTimeout(REST);
    for (let letter = 0; letter < 3; letter += 1) await lens.page.keyboard.press("Backspace");
  }
  await lens.page.keyboard.press("Enter");
  await lens.type("foo: bar");
}

/** Points at two nodes. */
async function point(lens) {
  for (const index of [0, 1]) await lens.page.locator("[data-node]").nth(index).hover();
}

/** Points at nodes, moves and zooms the picture. A card is opened later, when the secondary module has long come. */
async function lookAround(lens) {
  await point(lens);
  const { x, y, width, height } = await lens.diagram.boundingBox();
  const { mouse } = lens.page;
  await mouse.wheel(0, -200);
  await mouse.move(x + width / 2, y + height - 20);
  await mouse.down();
  await mouse.move(x + width / 2 + 50, y + height - 40);
  await mouse.up();
}

/** Looks at what the page says where the rules do not come, and has it try again. */
async function askForRules({ page, problems }) {
  await page.locator('[data-tab="problems"]').click();
  await problems.getByRole("button", { name: "Try again" }).click();
}

/** A service that calls the next of a ring, and the one after that. */
function ringed(name, at, names) {
  const called = [1, 2].map((step) => names[(at + step) % names.length]);
  const variable = (other) => `{key: ${other.toUpperCase()}, fromService: {type: pserv, name: ${other}, property: hostport}}`;
  return `  - {type: pserv, name: ${name}, runtime: docker, envVars: [${called.map(variable).join(", ")}]}\n`;
}

/** Puts in one text after the other: whatever somebody may bring is drawn before the rules have come. */
async function bringTexts(lens) {
  for (const text of [...(await blueprints(root)).filter(Boolean), ...OTHERS]) await lens.setText(text);
}

await visit(undefined, (lens) => type(lens, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15));
await visit(undefined, lookAround);
await visit("services: []\n", bringTexts);
// A picture takes another form in a narrow room.
for (const viewport of [TABLET, PHONE]) await visit("services: []\n", bringTexts, { viewport });
await visit(undefined, askForRules, { viewport: PHONE });
// No text for the worker: that one needs both modules, so nothing is drawn before the secondary one has come.
for (const size of [20, 100]) {
  const { text, names: [, , name], regions: [region] } = blueprint(size);
  await visit(text, async (lens) => {
    await point(lens);
    await type(lens, name, region);
  });
}
// Pictures that are too large for a phone, with a map, and folded.
for (const size of [20, 30, 40]) await visit(blueprint(size).text, async () => {}, { viewport: PHONE });
await closeBrowser();
await close();
await writeProfile(names, [...ran]);
console.log(`${ran.size} of ${names.length} functions ran`);
