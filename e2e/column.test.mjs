// The element in columns of several widths: its picture is laid out for the column, and again when that changes much.

import assert from "node:assert/strict";
import { test } from "node:test";
import { host, hostPage, linkedText } from "./host.mjs";

const service = (kind, name, variables = "") => `  - {type: ${kind}, name: ${name}, runtime: docker, plan: starter, envVars: [
      {key: DATABASE_URL, fromDatabase: {name: orders, property: connectionString}}${variables}]}
`;
const AUTH = ", {key: AUTH_ADDRESS, fromService: {type: pserv, name: auth, property: hostport}}";
const SIX = `services:
${service("web", "storefront", AUTH)}${service("web", "administration", AUTH)}${service("pserv", "auth")}${service("worker", "mailer")}${service("cron", "cleanup")}databases:
  - {name: orders, plan: basic-256mb, ipAllowList: []}
`;
const SECRET = "services:\n  - {type: web, name: api, runtime: docker, plan: starter, envVars: [{key: API_TOKEN, value: hunter22-token}]}\n";

/** The words on nodes are at least so large, in CSS pixels. */
const READABLE = 9;
/** What a page has around its only element: its own margins and the element's borders. */
const AROUND = 18;

const element = (text) => hostPage(`<blueprint-lens id="one"><pre>${text}</pre></blueprint-lens>`);
const open = await host((path) => ({ "/": element(SIX), "/secret": element(SECRET) })[path] ?? "");

async function opened(options) {
  const { page, close } = await open(options);
  const svg = page.locator("#one svg.diagram");
  // The rules mark the picture once they have come.
  await page.locator("#one [data-checked]").waitFor();
  return { page, close, svg, panel: page.locator("#one [role=tabpanel]") };
}

/** How wide the column is, the smallest words on nodes in CSS pixels, and the nodes that are not all inside the column. */
const seen = (panel) =>
  panel.evaluate((panel) => {
    const column = panel.getBoundingClientRect();
    const nodes = [...panel.querySelectorAll("[data-node]")];
    const texts = nodes.flatMap((node) => [...node.querySelectorAll(".node-name, .node-text")]);
    const isOutside = ({ left, right }) => left < column.left - 1 || right > column.right + 1;
    return {
      column: column.width,
      smallest: Math.min(...texts.map((text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)),
      nodes: nodes.length,
      outside: nodes.filter((node) => isOutside(node.getBoundingClientRect())).map((node) => node.dataset.node),
      scrolls: panel.scrollWidth > panel.clientWidth,
    };
  });

for (const width of [623, 390]) {
  test(`in a column of ${width} px all of the picture is inside, and readable`, async () => {
    const { panel, close } = await opened({ viewport: { width: width + AROUND, height: 900 } });
    const { column, smallest, nodes, outside, scrolls } = await seen(panel);
    assert.equal(column, width);
    assert.equal(nodes, 7, "six resources and the internet");
    assert.deepEqual({ outside, scrolls }, { outside: [], scrolls: false });
    assert.ok(smallest >= READABLE, `${smallest} px`);
    await close();
  });
}

test("the picture is laid out anew when its column changes much, and keeps the focus; a little makes it smaller", async () => {
  const { page, panel, svg, close } = await opened({ viewport: { width: 1000, height: 900 } });
  const size = () => svg.getAttribute("viewBox");
  const wide = await size();
  await page.locator("#one [data-node='pserv:auth']").focus();
  await svg.evaluate((picture) => (picture.dataset.first = ""));
  const isFirst = () => page.locator("#one svg[data-first]").count();
  await page.setViewportSize({ width: 975, height: 900 });
  await page.waitForTimeout(500);
  assert.equal(await isFirst(), 1);
  assert.deepEqual((await seen(panel)).outside, []);
  await page.setViewportSize({ width: 408, height: 900 });
  await page.locator("#one svg.diagram:not([data-first])").waitFor();
  assert.notEqual(await size(), wide);
  const { outside, smallest } = await seen(panel);
  assert.deepEqual(outside, []);
  assert.ok(smallest >= READABLE, `${smallest} px`);
  const focused = () => page.locator("#one").evaluate((one) => one.shadowRoot.activeElement?.dataset.node);
  assert.equal(await focused(), "pserv:auth");
  await close();
});

test("the link to the editor leaves without secrets", async () => {
  const { page, close } = await opened({ path: "/secret" });
  const text = await linkedText(page.locator("#one .bar a"));
  assert.match(text, /API_TOKEN/);
  assert.doesNotMatch(text, /hunter22/);
  await close();
});
