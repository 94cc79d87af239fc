// The picture fits where it is shown: in the pane as the page opens, on a phone, and wherever somebody asks for all of it.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { closeBrowser, openPage } from "./page.mjs";

const examples = fileURLToPath(new URL("../app/examples/", import.meta.url));
const PHONE = { width: 390, height: 844 };
/** The words on nodes are at least so large, in CSS pixels: in a wide window, and on a phone. */
const [READABLE, READABLE_ON_A_PHONE] = [10, 9];

after(closeBrowser);

/** A service of some kind that calls the database. */
const service = (kind, name) => `  - {type: ${kind}, name: ${name}, runtime: docker, plan: starter, envVars: [
      {key: DATABASE_URL, fromDatabase: {name: orders, property: connectionString}}]}
`;
const DATABASE = "databases:\n  - {name: orders, plan: basic-256mb, ipAllowList: []}\n";

/** Twelve resources: seven websites, four workers, a database. */
const TWELVE = `services:
${[..."abcdefg"].map((letter) => service("web", `acme-website-${letter}`)).join("")}${[..."abcd"]
  .map((letter) => service("worker", `acme-background-${letter}`))
  .join("")}${DATABASE}`;

/** Six resources with long names. */
const SIX = `services:
${["storefront", "administration"].map((name) => service("web", `acme-production-${name}`)).join("")}${service(
  "pserv",
  "acme-production-search",
)}${service("worker", "acme-production-mailer")}${service("cron", "acme-production-cleanup")}${DATABASE}`;

/** A hundred workers. */
const HUNDRED = `services:\n${Array.from({ length: 100 }, (_, at) => service("worker", `worker-${at}`)).join("")}${DATABASE}`;

/** The smallest text on nodes in CSS pixels, texts that were cut, and nodes that are not all inside the pane. */
const seen = (lens) =>
  lens.diagram.evaluate((pane) => {
    const frame = pane.getBoundingClientRect();
    const nodes = [...pane.querySelectorAll("[data-node]")];
    const size = (text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a;
    const isOutside = (box) =>
      box.left < frame.left - 1 || box.top < frame.top - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1;
    const texts = nodes.flatMap((node) => [...node.querySelectorAll(".node-name, .node-text")]);
    return {
      smallest: Math.min(...texts.map(size)),
      cut: texts.filter(({ classList, textContent }) => classList.contains("node-name") && textContent.includes("\u2026")).length,
      outside: nodes.filter((node) => isOutside(node.getBoundingClientRect())).map((node) => node.dataset.node),
    };
  });

async function opened(text, viewport = { width: 1440, height: 900 }) {
  const lens = await openPage({ text, viewport });
  await lens.ready();
  return lens;
}

for (const name of readdirSync(examples).filter((name) => name.endsWith(".yaml"))) {
  test(`the example ${name} opens readable and whole`, async () => {
    const lens = await opened(readFileSync(examples + name, "utf8"));
    const { smallest, outside } = await seen(lens);
    assert.deepEqual(outside, []);
    assert.ok(smallest >= READABLE, `${smallest}`);
    await lens.close();
  });
}

test("twelve resources open readable and whole", async () => {
  const lens = await opened(TWELVE);
  const { smallest, outside } = await seen(lens);
  assert.deepEqual(outside, []);
  assert.ok(smallest >= READABLE, `${smallest}`);
  await lens.close();
});

test("on a phone the picture is as high as it needs, below the editor, and no name is cut", async () => {
  const lens = await opened(SIX, PHONE);
  const { smallest, cut, outside } = await seen(lens);
  assert.deepEqual(outside, []);
  assert.equal(cut, 0);
  assert.ok(smallest >= READABLE_ON_A_PHONE, `${smallest}`);
  assert.ok(await lens.editor.isVisible());
  const [editor, picture] = [await lens.editor.boundingBox(), await lens.diagram.boundingBox()];
  assert.ok(picture.y > editor.y, "the picture stands below the editor");
  const wide = await lens.page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= PHONE.width, `the page is ${wide} wide`);
  await lens.close();
});

test("the picture is laid out anew when its room changes, and not at every pixel", async () => {
  const lens = await opened(TWELVE);
  const room = () => lens.diagram.getAttribute("data-room");
  const [before, revision] = [await room(), await lens.revision()];
  const { width } = await lens.diagram.boundingBox();
  // The same class of rooms: the pane grows by less than what is left of it.
  const left = 48 - ((Math.floor(width) - 8) % 48);
  if (left > 4) {
    await lens.resize({ width: 1440 + Math.floor(left / 2), height: 900 });
    assert.deepEqual([await room(), await lens.revision()], [before, revision]);
  }
  await lens.redraw(() => lens.page.setViewportSize({ width: 1024, height: 768 }));
  await lens.settled();
  assert.notEqual(await room(), before);
  assert.deepEqual((await seen(lens)).outside, []);
  await lens.close();
});

test("while somebody types what is there stays", async () => {
  const lens = await opened(TWELVE);
  const places = () =>
    lens.diagram.locator("[data-node]").evaluateAll((nodes) => nodes.map((node) => [node.dataset.node, node.getAttribute("transform")]));
  const before = await places();
  await lens.goToLine(1);
  await lens.page.keyboard.press("End");
  await lens.redraw(() => lens.page.keyboard.type(" # a remark"));
  assert.deepEqual(await places(), before);
  await lens.close();
});

test("all of a large picture is seen when somebody asks for it", async () => {
  const lens = await opened(HUNDRED, { width: 1024, height: 768 });
  await lens.page.getByRole("button", { name: "Fit the whole picture" }).click();
  await lens.settled();
  assert.deepEqual((await seen(lens)).outside, []);
  await lens.close();
});
