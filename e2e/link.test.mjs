// Links that were damaged on their way: at every byte, and cut off after every byte. What can be seen is said; the text
// that was there stays, or is among the drafts.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { closeBrowser, link, openPage } from "./page.mjs";

const own = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const TEXT = readFileSync(own("app/examples/01-shop.yaml"), "utf8");
const WHOLE = link(TEXT);
const PREFIX = "#v1=";
/** So many damaged links are opened in the page. */
const OPENED = 24;

after(closeBrowser);

/** The page's own reader of links. */
async function reader() {
  const { outputFiles } = await build({ entryPoints: [own("app/editor/src/link.ts")], bundle: true, write: false, format: "esm" });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`);
}

const changed = (at, letter) => WHOLE.slice(0, at) + letter + WHOLE.slice(at + 1);
const places = Array.from({ length: WHOLE.length - PREFIX.length }, (_, at) => PREFIX.length + at);
const DAMAGED = [
  ...places.flatMap((at) => [..."A_7%"].filter((letter) => letter !== WHOLE[at]).map((letter) => changed(at, letter))),
  ...places.map((at) => WHOLE.slice(0, at)),
];

test("a link that is damaged at any byte, or cut off, is refused or unfolds to a text", async () => {
  const { decode } = await reader();
  assert.equal(await decode(WHOLE), TEXT);
  let refused = 0;
  for (const damaged of DAMAGED) {
    const text = await decode(damaged).catch(() => null);
    if (text === null) refused += 1;
    else assert.ok(Buffer.byteLength(text) < 1_000_000);
  }
  assert.ok(refused > DAMAGED.length / 2, `only ${refused} of ${DAMAGED.length} were refused`);
});

test("a damaged link says so, and the text stays", async () => {
  const { decode } = await reader();
  const lens = await openPage();
  await lens.ready();
  const before = await lens.text();
  const notice = lens.page.getByText("This link is damaged or truncated");
  const step = Math.floor(DAMAGED.length / OPENED);
  let said = 0;
  for (let at = 0; at < OPENED; at += 1) {
    const damaged = DAMAGED[at * step];
    if ((await decode(damaged).catch(() => null)) !== null) continue;
    // In a page that is open and has said nothing yet, and as the address of a new visit.
    await lens.goto();
    await lens.ready();
    await lens.page.evaluate((fragment) => (location.hash = fragment), damaged);
    await notice.first().waitFor();
    assert.equal(await lens.text(), before);
    await lens.goto(damaged);
    await lens.ready();
    await notice.first().waitFor();
    assert.equal(await lens.text(), before);
    said += 1;
  }
  assert.ok(said >= OPENED / 2, `only ${said} were opened`);
  assert.deepEqual(lens.complaints, []);
  await lens.close();
});
