// What the picture leaves out without losing it: one line for each pair, stubs for ways in, copied values on demand,
// trunks, boxes for resources alike, and marks on everything that a finding is about.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeBrowser, openPage } from "./page.mjs";

after(closeBrowser);

const PAIRS = `services:
  - type: web
    name: api
    runtime: node
    plan: starter
    envVars:
      - {key: SECRET, fromService: {name: auth, type: pserv, envVarKey: SECRET}}
      - {key: AUTH, fromService: {name: auth, type: pserv, property: hostport}}
      - {key: COLOUR, fromService: {name: jobs, type: worker, envVarKey: COLOUR}}
  - {type: pserv, name: auth, runtime: node, plan: starter}
  - {type: worker, name: jobs, runtime: node, plan: starter}
`;

async function opened(options) {
  const lens = await openPage({ text: PAIRS, ...options });
  await lens.ready();
  return lens;
}

const edge = (lens, id) => lens.diagram.locator(`[data-edge="${id}"]`);
const card = (lens) => lens.page.locator("#picture-card:not([hidden])");
const bar = (lens) => lens.page.getByRole("group", { name: "Active filter" });
const center = ({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 });
const overlaps = (a, b) => a.x < b.x + b.width - 1 && b.x < a.x + a.width - 1 && a.y < b.y + b.height - 1 && b.y < a.y + a.height - 1;

const COPIED = "web:api>worker:jobs:config:ok";
const PRIVATE = "web:api>pserv:auth:private:ok";

test("the edges of a pair are one line, and its card lists them all", async () => {
  const lens = await opened();
  assert.deepEqual(await lens.ids("edge"), ["internet>web:api:ingress:ok", PRIVATE]);
  assert.match(await edge(lens, PRIVATE).getAttribute("aria-label"), /through AUTH; also value copied, through SECRET/);
  await edge(lens, PRIVATE).focus();
  await card(lens).getByText("Private network, works").waitFor();
  assert.match(await card(lens).innerText(), /Private\W+AUTH\W+Copied\W+SECRET/);
  await lens.close();
});

test("copied values are drawn where they are pointed at, and when they are asked for", async () => {
  const lens = await opened();
  assert.equal(await edge(lens, COPIED).count(), 0);
  await lens.node("worker:jobs").hover();
  await edge(lens, COPIED).waitFor({ state: "attached" });
  await lens.page.mouse.move(5, 5);
  await edge(lens, COPIED).waitFor({ state: "detached" });
  await lens.page.getByRole("button", { name: "Filter the picture" }).click();
  await lens.redraw(() => lens.page.getByRole("checkbox", { name: /Copied values/ }).click());
  await edge(lens, COPIED).waitFor({ state: "attached" });
  await bar(lens).getByText("With copied values.").waitFor();
  await lens.page.waitForFunction(() => new URLSearchParams(location.search).get("show") === "copied");
  await lens.redraw(() => bar(lens).getByRole("button", { name: "Show all" }).click());
  // The keyboard goes on in the picture, which lights what is joined to the node that it is on.
  await lens.editor.focus();
  await edge(lens, COPIED).waitFor({ state: "detached" });
  await lens.close();
  const focused = await opened({ path: "?focus=worker:jobs" });
  assert.ok((await focused.ids("edge")).includes(COPIED), "a node in focus shows all that joins it");
  await focused.close();
});

test("a way in is a mark and a short stub on its node", async () => {
  const lens = await opened();
  const [stub, node, internet] = await Promise.all([
    edge(lens, "internet>web:api:ingress:ok").boundingBox(),
    lens.node("web:api").boundingBox(),
    lens.node("internet").boundingBox(),
  ]);
  assert.ok(stub.width < 50 && stub.x < node.x && stub.x > internet.x + internet.width, JSON.stringify({ stub, node, internet }));
  await lens.diagram.locator('.legend:has-text("open to the internet") .entry-mark').waitFor();
  await lens.close();
});

/** A Blueprint of `count` workers that all call one service. */
const crowd = (count, more = "") => `services:
  - {type: pserv, name: hub, runtime: node, plan: starter}
${Array.from({ length: count }, (_, at) => `  - type: worker
    name: worker-${at}
    runtime: node
    plan: starter
    startCommand: node worker.js
    buildCommand: npm ci
    envVars:
      - key: HUB
        fromService: {type: pserv, name: hub, property: hostport}`).join("\n")}
${more}`;

test("lines of one look join before their callee, with their number", async () => {
  const lens = await opened({ text: crowd(5) });
  const trunk = lens.diagram.locator("[data-trunk]");
  assert.equal(await trunk.count(), 1);
  // Workers that stand on the other side of their callee arrive there.
  assert.match((await trunk.textContent()).trim(), /^×[345]$/);
  const [mark, hub] = await Promise.all([trunk.boundingBox(), lens.node("pserv:hub").boundingBox()]);
  const apart = Math.max(hub.x - mark.x - mark.width, mark.x - hub.x - hub.width);
  assert.ok(apart >= 0 && apart < 80, `at its foot: ${JSON.stringify({ mark, hub })}`);
  await lens.close();
});

test("a large picture opens as a few boxes with counts, which open and close again, in the link too", async () => {
  const odd = "  - {type: worker, name: odd, runtime: node, plan: starter, startCommand: a, buildCommand: b}\n";
  const lens = await opened({ text: crowd(60, odd) });
  const box = lens.diagram.locator('[data-node^="alike:"]');
  assert.equal(await box.count(), 1);
  const id = await box.getAttribute("data-node");
  assert.match(await box.textContent(), /60 background workers/);
  assert.equal(await lens.node("worker:odd").count(), 1, "what is different stands alone");
  await bar(lens).getByText("62 resources, drawn as 3 boxes.").waitFor();
  assert.equal(await lens.page.evaluate(() => location.search), "");
  await lens.redraw(() => box.click());
  assert.equal(await lens.node("worker:worker-7").count(), 1);
  await lens.page.waitForFunction(() => new URLSearchParams(location.search).get("collapse") === "none");
  const { search, hash } = await lens.page.evaluate(() => location);
  await lens.redraw(() => bar(lens).getByRole("button", { name: "Collapse again" }).click());
  await lens.node(id).waitFor();
  await lens.redraw(() => bar(lens).getByRole("button", { name: "Show all" }).click());
  assert.equal(await lens.node("worker:worker-7").count(), 1);
  await lens.close();
  const other = await openPage({ text: crowd(60, odd), path: search });
  await other.ready();
  assert.equal(await other.node("worker:worker-7").count(), 1, "the link says what is open");
  await other.close();
});

test("zooming in on a box opens it", async () => {
  const lens = await opened({ text: crowd(60) });
  const box = lens.diagram.locator('[data-node^="alike:"]');
  const { x, y } = center(await box.boundingBox());
  await lens.page.mouse.move(x, y);
  await lens.page.keyboard.down("Control");
  for (let turn = 0; turn < 12 && (await box.count()) > 0; turn += 1) {
    await lens.page.mouse.wheel(0, -120);
    await lens.page.waitForTimeout(60);
  }
  await lens.page.keyboard.up("Control");
  await box.waitFor({ state: "detached" });
  assert.equal(await lens.node("worker:worker-7").count(), 1);
  await lens.close();
});

test("from far away the picture shows names, then shapes, then counts", async () => {
  const lens = await opened();
  const detail = () => lens.diagram.getAttribute("data-detail");
  const seen = [await detail()];
  for (let press = 0; press < 14; press += 1) {
    await lens.page.getByRole("button", { name: "Zoom out" }).click();
    seen.push(await detail());
    if (seen.at(-1) === "names") await lens.diagram.locator(".far-name", { hasText: "auth" }).waitFor();
  }
  assert.deepEqual([...new Set(seen)], ["full", "names", "shapes", "counts"]);
  await lens.diagram.locator(".far-count", { hasText: "Oregon: 3 boxes" }).waitFor();
  await lens.close();
});

test("a card covers nothing that it lights, and less than half of a phone", async () => {
  for (const viewport of [{ width: 1440, height: 900 }, { width: 1024, height: 768 }, { width: 390, height: 844 }]) {
    const lens = await opened({ viewport });
    for (const id of ["web:api", "pserv:auth", "worker:jobs"]) {
      await lens.node(id).focus();
      await card(lens).waitFor();
      await lens.page.waitForTimeout(200);
      const [place, pane] = await Promise.all([card(lens).boundingBox(), lens.diagram.boundingBox()]);
      const lit = await lens.diagram.locator("[data-node].lit").evaluateAll((nodes) =>
        nodes.filter((node) => node.dataset.node !== "internet").map((node) => node.querySelector(".node-box").getBoundingClientRect().toJSON()),
      );
      assert.ok(lit.length > 0);
      for (const node of lit) assert.ok(!overlaps(place, node), `${viewport.width}: ${id}: ${JSON.stringify({ place, node })}`);
      if (viewport.width === 390) assert.ok(place.height < pane.height / 2, `${place.height} of ${pane.height}`);
    }
    await lens.close();
  }
});

test("the buttons stand below the picture, and the problems take no more than they need", async () => {
  const lens = await opened({ text: crowd(30), path: "?collapse=none" });
  const [buttons, overview] = await Promise.all([
    lens.page.getByRole("group", { name: "View of the picture" }).boundingBox(),
    lens.page.getByTestId("overview").boundingBox(),
  ]);
  const nodes = await lens.diagram.locator("[data-node] .node-box").evaluateAll((all) => all.map((node) => node.getBoundingClientRect().toJSON()));
  for (const node of nodes) assert.ok(!overlaps(node, buttons) && !overlaps(node, overview));
  await lens.setText("services:\n  - {type: pserv, name: a, runtime: node, plan: starter, startCommand: a, buildCommand: b}\n");
  const [pane, list] = await Promise.all([lens.diagram.boundingBox(), lens.problems.boundingBox()]);
  assert.ok(list.height < 200 && pane.height > 480, `${list.height} and ${pane.height}`);
  await lens.close();
});

test("a name used twice is marked on both, in the colour of the list", async () => {
  const text = `services:
  - {type: worker, name: jobs, runtime: docker}
  - {type: worker, name: jobs, runtime: docker}
  - {type: web, name: api, runtime: docker, plan: free, domains: [a.example.com], fromFuture: 1}
`;
  const lens = await opened({ text });
  for (const id of ["worker:jobs", "worker:jobs#2"]) assert.equal(await lens.node(id).getAttribute("data-severity"), "error", id);
  const colour = (locator, property) => locator.first().evaluate((item, name) => getComputedStyle(item)[name], property);
  const listed = await colour(lens.problems.locator('[data-severity="error"] .severity-word'), "color");
  assert.equal(await colour(lens.node("worker:jobs").locator(".badge-error"), "fill"), listed);
  assert.equal(await colour(lens.node("worker:jobs").locator(".node-box"), "stroke"), listed);
  await lens.close();
});

test("every column has a name", async () => {
  const text = `services:
  - {type: web, name: a, runtime: docker, plan: starter, envVars: [{key: B, fromService: {name: b, type: web, property: hostport}}]}
  - {type: web, name: b, runtime: docker, plan: starter, envVars: [{key: C, fromDatabase: {name: c, property: connectionString}}]}
databases: [{name: c}]
`;
  const lens = await opened({ text });
  assert.deepEqual(await lens.diagram.locator(".column-name").allTextContents(), ["PUBLIC", "PUBLIC", "DATA"]);
  await lens.close();
});

test("a filter fits the picture anew, and a search shows what it finds", async () => {
  const lens = await opened({ text: crowd(30), path: "?collapse=none" });
  for (let press = 0; press < 4; press += 1) await lens.page.getByRole("button", { name: "Zoom in" }).click();
  const pane = await lens.diagram.boundingBox();
  const inside = async (id) => {
    await lens.page.waitForTimeout(300);
    const { x, y, width, height } = await lens.node(id).locator(".node-box").boundingBox();
    return x >= pane.x && y >= pane.y && x + width <= pane.x + pane.width && y + height <= pane.y + pane.height;
  };
  await lens.page.getByRole("textbox", { name: "Search the picture" }).fill("worker-29");
  assert.ok(await inside("worker:worker-29"), "the search shows it");
  await lens.page.getByRole("textbox", { name: "Search the picture" }).fill("");
  await lens.node("worker:worker-3").focus();
  await lens.redraw(() => lens.page.keyboard.press("f"));
  assert.ok((await inside("worker:worker-3")) && (await inside("pserv:hub")), "what is left fits");
  await lens.close();
});

test("long lists of names are said once in the exposure review", async () => {
  const web = (name) => `  - {type: web, name: ${name}, runtime: docker, plan: starter}\n`;
  const text = `services:\n${["a", "b", "c", "d", "e", "f"].map(web).join("")}`;
  const lens = await opened({ text, path: "?view=doors" });
  const entries = lens.page.locator("[data-door]");
  assert.match(await entries.nth(0).innerText(), /could open a private connection to b, c, d, e, f/);
  assert.match(await entries.nth(1).innerText(), /anything in the same network of 6 resources as at a\./);
  await lens.close();
});
