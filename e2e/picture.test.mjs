// The picture as something to ask and to cut down: what blocks a reach, search, focus, hiding and collapsing, links,
// the overview, exports, movement.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, test } from "node:test";
import { closeBrowser, openPage } from "./page.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const SHOP = `projects:
  - name: shop
    environments:
      - name: production
        networking: {isolation: enabled}
        services:
          - type: web
            name: api
            runtime: node
            plan: starter
            envVars:
              - key: AUTH
                fromService: {type: pserv, name: auth, property: hostport}
          - {type: pserv, name: auth, runtime: node, plan: starter}
services:
  - {type: worker, name: jobs, runtime: node, plan: starter}
  - {type: cron, name: nightly, runtime: node, plan: starter, schedule: "0 3 * * *"}
  - type: pserv
    name: far
    runtime: node
    plan: starter
    region: frankfurt
    envVars:
      - key: ORDERS_URL
        fromDatabase: {name: orders, property: connectionString}
databases:
  - {name: orders, plan: basic-256mb, region: frankfurt, ipAllowList: []}
`;

after(closeBrowser);

async function opened(options) {
  const lens = await openPage({ text: SHOP, ...options });
  await lens.ready();
  return lens;
}

const barrier = (lens, id) => lens.diagram.locator(`[data-barrier="${id}"]`);
const has = async (locator, name) => (await locator.getAttribute("class")).split(" ").includes(name);

test("a lit reach shows the boundaries that block it, with the reason", async () => {
  const lens = await opened();
  await lens.node("pserv:auth").focus();
  await lens.page.keyboard.press("r");
  await barrier(lens, "env:shop/production@region:oregon").getByText("isolated environment").waitFor();
  await barrier(lens, "region:frankfurt").getByText("another region").waitFor();
  await barrier(lens, "worker:jobs").getByText("receives no private traffic").waitFor();
  assert.equal(await barrier(lens, "web:api").count(), 0, "what it can reach stands behind nothing");
  assert.match(await lens.node("worker:jobs").getAttribute("aria-label"), /out of reach: receives no private traffic/);
  assert.match(await barrier(lens, "region:frankfurt").getAttribute("aria-label"), /^Border of Frankfurt: another region/);
  // The frame that is marked is the frame of the lane.
  const [mark, lane] = await Promise.all(
    [barrier(lens, "region:frankfurt").locator("rect").first(), lens.lane("region:frankfurt").locator("rect").first()].map(
      (box) => box.boundingBox(),
    ),
  );
  assert.ok(Math.abs(mark.width - lane.width) < 4 && Math.abs(mark.y - lane.y) < 4);
  await lens.page.keyboard.press("Escape");
  await barrier(lens, "region:frankfurt").waitFor({ state: "detached" });
  assert.doesNotMatch(await lens.node("worker:jobs").getAttribute("aria-label"), /out of reach/);
  await lens.close();
});

const tab = (lens, name) => lens.page.getByRole("group", { name: "View" }).getByRole("button", { name });
const finder = (lens) => lens.page.getByRole("textbox", { name: "Search the picture" });
const said = (lens) => lens.page.locator(".unseen[role='status']").innerText();
const bar = (lens) => lens.page.getByRole("group", { name: "Active filter" });
const drawn = (lens) => lens.ids("node");
const FRAME = "env:shop/production@region:oregon";

test("a search lights what it finds, and Enter walks through it", async () => {
  const lens = await opened();
  // A while after a redraw the page says how many problems there are; that must not come between.
  await lens.page.locator(".unseen[role='status']").filter({ hasText: /error|warning|info|problem/ }).waitFor({ state: "attached" });
  await lens.page.getByRole("button", { name: "Zoom in" }).focus();
  await lens.page.keyboard.press("/");
  await lens.page.waitForFunction(() => document.activeElement?.getAttribute("aria-label") === "Search the picture");
  await lens.page.keyboard.type("private service");
  await lens.page.locator('[data-node="pserv:auth"].lit').waitFor();
  assert.ok(await has(lens.node("pserv:far"), "lit"));
  assert.ok(!(await has(lens.node("worker:jobs"), "lit")));
  assert.match(await said(lens), /^2 found/);
  await lens.page.keyboard.press("Enter");
  assert.match(await said(lens), /^auth, 1 of 2/);
  await lens.page.locator("#picture-card:not([hidden])").getByText("Private service").waitFor();
  await lens.page.keyboard.press("Enter");
  assert.match(await said(lens), /^far, 2 of 2/);
  await lens.page.keyboard.press("Shift+Enter");
  assert.match(await said(lens), /^auth, 1 of 2/);
  // A variable finds the service that holds it.
  await finder(lens).fill("orders_url");
  await lens.page.locator('[data-node="pserv:far"].lit').waitFor();
  assert.ok(!(await has(lens.node("pserv:auth"), "lit")));
  await finder(lens).fill("no such thing");
  await lens.page.locator(".picture.has-path").waitFor();
  assert.match(await said(lens), /Nothing found/);
  await lens.page.keyboard.press("Escape");
  assert.equal(await finder(lens).inputValue(), "");
  await lens.page.locator(".picture:not(.has-path)").waitFor();
  await lens.page.keyboard.press("Escape");
  await lens.page.waitForFunction(() => document.activeElement?.hasAttribute("data-node"));
  // In the text, a slash is a slash.
  await lens.goToLine(1);
  await lens.redraw(() => lens.page.keyboard.type("/"));
  assert.ok((await lens.text()).startsWith("/projects"));
  await lens.close();
});

test("a node and its neighbours, by key and from the card, with a way out", async () => {
  const lens = await opened();
  const all = await drawn(lens);
  await lens.node("pserv:far").focus();
  await lens.redraw(() => lens.page.keyboard.press("f"));
  assert.deepEqual(await drawn(lens), ["postgres:orders", "pserv:far"]);
  assert.match(await said(lens), /shown: 2 of 6/);
  await bar(lens).getByText("Shown: 2 of 6. Only far and its neighbours.").waitFor();
  assert.equal(await lens.page.evaluate(() => document.activeElement?.dataset.node), "pserv:far", "the focus stays");
  // What is not drawn is still checked.
  assert.ok((await lens.problemRows()).length > 0);
  await lens.redraw(() => lens.page.keyboard.press("Escape"));
  assert.deepEqual(await drawn(lens), all);
  await lens.node("worker:jobs").hover();
  await lens.redraw(() => lens.page.getByRole("button", { name: "Only its neighbours" }).click());
  assert.deepEqual(await drawn(lens), ["worker:jobs"]);
  await lens.redraw(() => bar(lens).getByRole("button", { name: "Show all" }).click());
  assert.deepEqual(await drawn(lens), all);
  await bar(lens).waitFor({ state: "detached" });
  await lens.close();
});

test("kinds are left out, and everything elsewhere stays", async () => {
  const lens = await opened();
  const problems = (await lens.problemRows()).length;
  const open = lens.page.getByRole("button", { name: "Filter the picture" });
  await open.focus();
  await lens.page.keyboard.press("Enter");
  const menu = lens.diagram.getByRole("group", { name: "Filter the picture" });
  await lens.page.waitForFunction(() => document.activeElement?.matches(".view-filter-menu input"));
  await lens.redraw(() => menu.getByRole("checkbox", { name: /Cron job/ }).press("Space"));
  await lens.redraw(() => menu.getByRole("checkbox", { name: /Background worker/ }).press("Space"));
  assert.ok(!(await drawn(lens)).some((id) => /^(cron|worker):/.test(id)));
  await bar(lens).getByText(/Shown: 4 of 6\. Without: /).waitFor();
  assert.equal((await lens.problemRows()).length, problems);
  await lens.page.keyboard.press("Escape");
  await menu.waitFor({ state: "hidden" });
  assert.ok(await open.evaluate((button) => button === document.activeElement));
  await tab(lens, "Reach").click();
  await lens.reach.waitFor();
  assert.equal(await lens.reach.getByRole("rowheader", { name: "jobs" }).count(), 1, "the matrix holds everything");
  await lens.close();
});

test("an environment and a lane collapse into a box, and open again", async () => {
  const lens = await opened();
  await lens.redraw(() => lens.diagram.locator(`[data-fold="${FRAME}"]`).click());
  assert.ok((await drawn(lens)).includes(FRAME));
  assert.ok(!(await drawn(lens)).includes("web:api"));
  assert.match(await lens.node(FRAME).getAttribute("aria-label"), /^shop\/production, 2 resources/);
  // The cursor in the text of what is inside lights the box.
  await lens.goToLine(9);
  await lens.page.locator(`[data-node="${FRAME}"].at-cursor`).waitFor();
  await lens.node(FRAME).focus();
  await lens.redraw(() => lens.page.keyboard.press("Enter"));
  assert.ok((await drawn(lens)).includes("web:api"));
  await lens.page.waitForFunction(() => document.activeElement?.dataset.node === "web:api");
  await lens.node("pserv:far").focus();
  await lens.redraw(() => lens.page.keyboard.press("c"));
  assert.ok((await drawn(lens)).includes("region:frankfurt"));
  await lens.page.waitForFunction(() => document.activeElement?.dataset.node === "region:frankfurt");
  await lens.redraw(() => lens.page.keyboard.press("c"));
  assert.ok((await drawn(lens)).includes("pserv:far"));
  await lens.close();
});

test("what is asked of the picture is part of the address, of links, and comes back", async () => {
  const lens = await opened({ path: "?hide=cron,nothing&collapse=region:frankfurt,region:gone&find=auth&focus=web:gone" });
  assert.deepEqual(await drawn(lens), ["internet", "pserv:auth", "region:frankfurt", "web:api", "worker:jobs"]);
  assert.equal(await finder(lens).inputValue(), "auth");
  assert.ok(await has(lens.node("pserv:auth"), "lit"));
  await lens.node("pserv:auth").focus();
  await lens.redraw(() => lens.page.keyboard.press("f"));
  await lens.page.waitForFunction(() => new URLSearchParams(location.search).get("focus") === "pserv:auth");
  assert.match(await lens.page.evaluate(() => location.search), /focus=pserv:auth/);
  await lens.page.getByRole("button", { name: "Share" }).click();
  const field = lens.page.getByRole("textbox", { name: "Link" });
  await lens.page.waitForFunction(() => document.querySelector(".dialog[open] input")?.value !== "");
  const address = new URL(await field.inputValue());
  assert.equal(address.searchParams.get("collapse"), "region:frankfurt,region:gone");
  await lens.close();

  const other = await openPage({ path: address.search + address.hash });
  await other.ready();
  assert.deepEqual(await drawn(other), ["pserv:auth", "web:api"]);
  await other.redraw(() => bar(other).getByRole("button", { name: "Show all" }).click());
  await finder(other).fill("");
  await other.page.waitForFunction(() => location.search === "");
  await other.close();
});

/** A Blueprint of `count` workers that all call one service. */
const crowd = (count) => `services:
  - {type: pserv, name: hub, runtime: node, plan: starter}
${Array.from({ length: count }, (_, at) => `  - type: worker
    name: worker-${at}
    runtime: node
    plan: starter
    envVars:
      - key: HUB
        fromService: {type: pserv, name: hub, property: hostport}`).join("\n")}
`;

test("a large picture has an overview that shows and moves the part that is seen", async () => {
  const lens = await opened({ text: crowd(27), path: "?collapse=none" });
  const overview = lens.page.getByTestId("overview");
  assert.equal(await overview.count(), 0, "29 nodes need none");
  await lens.setText(crowd(60));
  await overview.waitFor();
  const seen = overview.locator(".overview-seen");
  const top = async () => (await seen.boundingBox()).y;
  const { x, y, width, height } = await overview.boundingBox();
  assert.ok(width <= 182 && height <= 132, `${width} by ${height}`);
  assert.ok((await seen.boundingBox()).height > 0);
  const before = await top();
  await lens.page.getByRole("button", { name: "Zoom in" }).click({ clickCount: 5 });
  await lens.page.mouse.click(x + width / 2, y + height - 8);
  const lower = await top();
  assert.ok(lower > before, `${before} to ${lower}`);
  await lens.page.mouse.move(x + width / 2, y + height - 8);
  await lens.page.mouse.down();
  await lens.page.mouse.move(x + width / 2, y + 8, { steps: 4 });
  await lens.page.mouse.up();
  assert.ok((await top()) < lower, "dragging moves it back");
  assert.deepEqual(lens.complaints, []);
  await lens.close();
});

async function bytesOf(download) {
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function chosen(lens, name) {
  await lens.page.getByRole("button", { name: "Export" }).click();
  await lens.page.getByText(name).click();
}

test("the picture is exported as PNG at twice its size, in the theme of the page", async () => {
  const sizes = {};
  for (const colorScheme of ["light", "dark"]) {
    const lens = await opened({ colorScheme });
    const download = lens.page.waitForEvent("download");
    await chosen(lens, "Picture, PNG");
    const file = await download;
    assert.equal(file.suggestedFilename(), "render-network.png");
    const bytes = await bytesOf(file);
    assert.equal(bytes.subarray(1, 4).toString(), "PNG");
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    const corner = await lens.page.evaluate(async (data) => {
      const file = new Blob([Uint8Array.from(atob(data), (character) => character.charCodeAt(0))]);
      const bitmap = await createImageBitmap(file);
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext("2d");
      context.drawImage(bitmap, 0, 0);
      return [...context.getImageData(2, 2, 1, 1).data];
    }, bytes.toString("base64"));
    sizes[colorScheme] = { width, height, corner };
    const downloadSvg = lens.page.waitForEvent("download");
    await chosen(lens, "Picture, SVG");
    const svg = (await bytesOf(await downloadSvg)).toString();
    const [, across, down] = /width="(\d+)" height="(\d+)"/.exec(svg);
    assert.deepEqual([width, height], [2 * across, 2 * down]);
    assert.deepEqual(lens.complaints, []);
    await lens.close();
  }
  assert.ok(sizes.light.corner[0] > 200 && sizes.dark.corner[0] < 60, JSON.stringify(sizes));
});

test("the picture is copied as Mermaid", async () => {
  const lens = await opened();
  await lens.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await chosen(lens, "Copy as Mermaid");
  await lens.page.getByText("Mermaid flowchart copied").first().waitFor();
  const chart = await lens.page.evaluate(() => navigator.clipboard.readText());
  assert.match(chart, /^flowchart LR\n/);
  assert.match(chart, /nightly/);
  await lens.close();
});

test("what a redraw moves glides there, unless motion is unwelcome", async () => {
  const gliding = async (reducedMotion) => {
    const lens = await opened({ reducedMotion });
    await lens.page.evaluate(() => {
      globalThis.moved = [];
      document.addEventListener("transitionrun", (event) => {
        const node = event.target.closest?.("[data-node]");
        if (node && event.propertyName === "transform") globalThis.moved.push(node.getAttribute("data-node"));
      });
    });
    await lens.setText(SHOP.replace("services:\n  - {type: worker", "services:\n  - {type: worker, name: first, runtime: node, plan: starter}\n  - {type: worker, name: second, runtime: node, plan: starter}\n  - {type: worker"));
    await lens.settled();
    await lens.page.waitForTimeout(400);
    const moved = await lens.page.evaluate(() => globalThis.moved);
    await lens.close();
    return moved;
  };
  assert.ok((await gliding("no-preference")).length > 0, "nothing glides");
  assert.deepEqual(await gliding("reduce"), []);
});

test("?debug=layout draws the layout's lanes, grid, channels and ports over the picture, and follows the text", async () => {
  const lens = await opened({ path: "?debug=layout" });
  const part = (id) => lens.diagram.locator(`[data-overlay="${id}"]`);
  for (const id of ["grid", "channels", "lanes", "ports"]) {
    assert.equal(await part(id).count(), 1, id);
    assert.ok((await part(id).locator("rect, circle").count()) > 0, `${id} has shapes`);
  }
  const lanes = () => part("lanes").getByText(/^lane \d+$/).count();
  const before = await lanes();
  await lens.setText(`${SHOP}  - {name: reports, plan: basic-256mb, region: ohio, ipAllowList: []}\n`);
  assert.equal(await lanes(), before + 1, "a database in another region has a lane of its own");
  await lens.node("pserv:auth").hover();
  await lens.close();
});

test("without the query nothing is drawn over the picture", async () => {
  const lens = await opened();
  assert.equal(await lens.diagram.locator("[data-overlay]").count(), 0);
  await lens.close();
});
