// The element for other pages, in a page of somebody else: another origin, a strict policy of its own, several elements.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { ELEMENT, ELEMENT_LATER } from "../bench/size/budget.mjs";
import { sent } from "../bench/size/visit.mjs";
import { host, hostPage, linkedText } from "./host.mjs";
import { program } from "./program.mjs";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));

const FIRST = `services:
  - type: web
    name: api
    runtime: docker
    plan: starter
    envVars:
      - key: AUTH
        fromService: {type: pserv, name: auth, property: hostport}
  - {type: pserv, name: auth, runtime: docker, plan: starter, region: frankfurt}
`;
const SECOND = "services:\n  - {type: worker, name: jobs, runtime: docker, plan: starter}\n";

const second = '<blueprint-lens id="two" src="second.yaml" theme="light" view="problems"><a href="second.yaml">second.yaml</a></blueprint-lens>';
const room = '<svg width="1" height="4000" aria-hidden="true"></svg>';
const PAGES = {
  "/": hostPage(`<h1>Somebody's page</h1><blueprint-lens id="one" theme="dark"><pre>${FIRST}</pre></blueprint-lens>${room}${second}`),
  // One element only, far below the window.
  "/far": hostPage(`<h1>Somebody's page</h1>${room}${second}`),
  "/second.yaml": SECOND,
};
const open = await host((path) => PAGES[path] ?? "");

test("without scripts, what the author wrote stays", async () => {
  const { page, close } = await open({ javaScriptEnabled: false });
  assert.equal(await page.locator("#one pre").innerText(), FIRST);
  assert.ok(await page.locator("#two a").isVisible());
  await close();
});

test("the element shows the picture of the command line, and leads to the same text in the editor", async () => {
  const { page, close } = await open();
  const svg = page.locator("#one [data-checked] svg.diagram");
  await svg.waitFor();
  const room = `${await page.locator("#one [data-column]").getAttribute("data-column")}x100000`;
  const { stdout } = spawnSync(program, ["render", "-", "--format", "json", "--fit", room], { input: FIRST, encoding: "utf8" });
  const scene = JSON.parse(stdout);
  const drawn = await svg.evaluate((picture) => ({
    size: { width: Number(picture.getAttribute("width")), height: Number(picture.getAttribute("height")) },
    nodes: [...picture.querySelectorAll("[data-node]")].map((node) => [node.dataset.node, node.dataset.severity ?? null]),
    edges: [...picture.querySelectorAll("[data-edge]")].map((edge) => [edge.dataset.edge, edge.dataset.verdict]),
  }));
  assert.deepEqual(drawn.size, scene.size);
  assert.deepEqual(drawn.nodes.sort(), scene.nodes.map((node) => [node.id, node.severity]).sort());
  assert.deepEqual(drawn.edges.sort(), scene.edges.map((edge) => [edge.id, edge.verdict]).sort());
  assert.ok(drawn.edges.some(([, verdict]) => verdict === "blocked"));
  assert.equal(await linkedText(page.locator("#one .bar a")), FIRST);
  await page.locator("#one [data-node='web:api']").focus();
  assert.ok(await svg.evaluate((picture) => picture.querySelector("[data-node='pserv:auth']").classList.contains("lit")));
  await close();
});

test("the switch works by keyboard", async () => {
  const { page, close } = await open();
  await page.locator("#one #diagram").focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.locator("#one [aria-selected=true]").innerText(), "Reach");
  await page.locator("#one table").first().waitFor();
  await page.keyboard.press("End");
  assert.match(await page.locator("#one [role=tabpanel]").innerText(), /region/);
  const lines = page.locator("#one a.line-link");
  assert.ok((await lines.count()) > 0);
  assert.match(await lines.first().getAttribute("href"), /index\.html#v1=/, "a line is read in the editor");
  await close();
});

test("nothing is fetched for an element that is far away, and each has its own theme", async () => {
  const { page, requests, close } = await open();
  await page.locator("#one svg.diagram").waitFor();
  const asked = () => requests.some((url) => url.endsWith("second.yaml"));
  assert.equal(asked(), false);
  await page.locator("#two").scrollIntoViewIfNeeded();
  await page.locator("#two [role=tabpanel]").waitFor();
  assert.ok(asked());
  assert.equal(await page.locator("#two [aria-selected=true]").innerText(), "Problems");
  const modules = requests.filter((url) => url.endsWith(".wasm")).map((url) => url.includes("-secondary-"));
  assert.deepEqual(modules.sort(), [false, true], "both share one engine, in its two modules");
  const [dark, light] = await Promise.all(
    ["one", "two"].map((id) => page.locator(`#${id} .lens`).evaluate((lens) => getComputedStyle(lens).backgroundColor)),
  );
  assert.notEqual(dark, light);
  await close();
});

test("what an element needs stays within its budget", async (t) => {
  const { page, requests, close } = await open();
  await page.locator("#one [data-checked]").waitFor();
  const ours = requests.filter((address) => address.startsWith(process.env.E2E_URL));
  const { first, later } = sent(ours, process.env.E2E_URL, dist);
  const [total, rest] = [first, later].map((files) => files.reduce((all, { bytes }) => all + bytes, 0));
  t.diagnostic(`element: ${total} of ${ELEMENT} bytes, brotli; after its picture: ${rest} of ${ELEMENT_LATER}`);
  assert.ok(total <= ELEMENT, `${total} bytes are more than ${ELEMENT}`);
  assert.ok(rest > 0 && rest <= ELEMENT_LATER, `${rest} bytes are more than ${ELEMENT_LATER}`);
  await close();
});

test("the engine is not fetched before an element is near", async () => {
  const { page, requests, close } = await open({ path: "/far" });
  const engine = () => requests.some((url) => url.endsWith(".wasm"));
  await page.waitForFunction(() => customElements.get("blueprint-lens") !== undefined);
  await page.waitForLoadState("networkidle");
  assert.equal(engine(), false);
  assert.ok(await page.locator("#two a[href='second.yaml']").count());
  await page.locator("#two").scrollIntoViewIfNeeded();
  await page.locator("#two [role=tabpanel]").waitFor();
  assert.ok(engine());
  await close();
});
