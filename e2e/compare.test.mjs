// Comparing: each way to give the version before, the plan with its lines in both versions, both on one picture.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { violations } from "./axe.mjs";
import { closeBrowser, openPage } from "./page.mjs";

const BEFORE = `services:
  - type: web
    name: api
    runtime: docker
    plan: starter
    envVars:
      - key: ORDERS_URL
        fromDatabase: {name: orders-db, property: connectionString}
      - key: AUTH
        fromService: {type: pserv, name: auth, property: hostport}
      - key: STRIPE_SECRET_KEY
        value: sk_live_abcdefghijklmnop1234
  - type: pserv
    name: auth
    runtime: docker
    plan: starter
databases:
  - name: orders-db
    plan: basic-256mb
`;

const AFTER = `services:
  - type: web
    name: api
    runtime: docker
    plan: standard
    envVars:
      - key: ORDERS_URL
        fromDatabase: {name: orders-db-2, property: connectionString}
  - type: worker
    name: mail
    runtime: docker
    plan: starter
    envVars:
      - key: API
        fromService: {type: web, name: api, property: hostport}
databases:
  - name: orders-db-2
    plan: basic-256mb
`;

const lineIn = (text, needle) => text.split("\n").findIndex((line) => line.includes(needle)) + 1;

after(closeBrowser);

async function opened(options) {
  const lens = await openPage({ text: AFTER, ...options });
  await lens.ready();
  return lens;
}

const tab = (lens, name) => lens.page.getByRole("group", { name: "View", exact: true }).getByRole("button", { name, exact: true });
const bar = (lens) => lens.page.getByTestId("comparison");
const plan = (lens) => lens.page.getByTestId("plan");
const consequence = (lens, kind, part) => plan(lens).locator(`[data-class="${kind}"][data-part="${part}"]`);
const button = (lens, name) => lens.page.getByRole("button", { name, exact: true });

/** Hands the version before over as a file that is dropped on the page. */
const drop = (lens, text = BEFORE) =>
  lens.page.evaluate((content) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([content], "main.yaml", { type: "text/yaml" }));
    for (const name of ["dragenter", "drop"]) {
      document.body.dispatchEvent(new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true }));
    }
  }, text);

/** Opens the comparison with the version before. */
async function compared(options) {
  const lens = await opened(options);
  await tab(lens, "Compare").click();
  await lens.settled();
  await drop(lens);
  await plan(lens).locator("[data-consequence]").first().waitFor();
  await lens.settled();
  return lens;
}

/** Where every node stands. */
const places = (lens) =>
  lens.page.$$eval("[data-node]", (nodes) =>
    Object.fromEntries(nodes.map((node) => [node.dataset.node, node.getAttribute("transform")])),
  );

test("a dropped file is the version before: the worst in words, every consequence with class, advice and certainty", async () => {
  const lens = await compared();
  assert.match(await bar(lens).innerText(), /leaves orders-db behind with its data and creates an empty orders-db-2/);
  assert.match(await bar(lens).innerText(), /Compared with main\.yaml/);
  const loss = consequence(lens, "data-loss", "postgres:orders-db-2");
  assert.match(await loss.innerText(), /data loss\s+orders-db-2[\s\S]+→[\s\S]+(documented|seen|inferred)/);
  assert.equal(await loss.getAttribute("data-severity"), "error");
  await consequence(lens, "orphan", "postgres:orders-db").waitFor();
  await consequence(lens, "orphan", "pserv:auth").waitFor();
  await consequence(lens, "create", "worker:mail").waitFor();
  const titles = await plan(lens).getByRole("heading", { level: 3 }).allInnerTexts();
  assert.deepEqual(titles.map((title) => title.replace(/ \(\d+\)/, "")), ["Stop and decide", "Look at this", "For your information"]);
  assert.equal(await lens.page.locator(".cm-content").getByText("orders-db-2").count() > 0, true, "the text stays");
  assert.deepEqual(lens.complaints, []);
  await lens.close();
});

test("the version before comes from a file, the clipboard, a field, a draft, or from when the text was opened", async () => {
  const lens = await opened();
  await tab(lens, "Compare").click();
  const chooser = lens.page.waitForEvent("filechooser");
  await button(lens, "Choose a file…").click();
  await (await chooser).setFiles({ name: "release.yaml", mimeType: "text/yaml", buffer: Buffer.from(BEFORE) });
  await bar(lens).getByText("release.yaml").waitFor();
  await consequence(lens, "data-loss", "postgres:orders-db-2").waitFor();
  await button(lens, "Stop comparing").click();
  await bar(lens).waitFor({ state: "detached" });

  await lens.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await lens.page.evaluate((text) => navigator.clipboard.writeText(text), BEFORE);
  await tab(lens, "Compare").click();
  await button(lens, "Paste").last().click();
  await bar(lens).getByText("the clipboard").waitFor();
  await consequence(lens, "data-loss", "postgres:orders-db-2").waitFor();
  await button(lens, "Stop comparing").click();

  await lens.context.clearPermissions();
  await lens.page.evaluate(() => {
    navigator.clipboard.readText = () => Promise.reject(new Error("refused"));
  });
  await tab(lens, "Compare").click();
  await button(lens, "Paste").last().click();
  const field = lens.page.getByLabel("paste the other version here");
  await field.fill(BEFORE);
  await button(lens, "Compare with this").click();
  await consequence(lens, "data-loss", "postgres:orders-db-2").waitFor();
  await button(lens, "Stop comparing").click();

  await tab(lens, "Compare").click();
  await button(lens, "Since I opened this").click();
  await bar(lens).getByText("changes nothing").waitFor();
  await lens.setText(AFTER.replace(/ {2}- type: worker[\s\S]+(?=databases:)/, ""));
  await consequence(lens, "orphan", "worker:mail").waitFor();
  await lens.close();

  const other = await opened({ text: BEFORE });
  await other.setText(BEFORE.replace("docker", "node"));
  await button(other, "New").click();
  await other.setText(AFTER);
  await tab(other, "Compare").click();
  await other.page.locator(".compare-view").getByRole("listitem").filter({ hasText: "api" }).getByRole("button", { name: "Compare" }).first().click();
  await consequence(other, "data-loss", "postgres:orders-db-2").waitFor();
  await other.close();
});

test("another text is compared with nothing", async () => {
  const lens = await compared();
  await button(lens, "New").click();
  await bar(lens).waitFor({ state: "detached" });
  await lens.page.getByRole("heading", { name: "Compare with another version" }).waitFor();
  await lens.close();
});

test("a consequence leads to its lines in the text, and shows those of the version before without its secrets", async () => {
  const lens = await compared();
  const line = lineIn(AFTER, "- name: orders-db-2");
  await consequence(lens, "data-loss", "postgres:orders-db-2").getByRole("button", { name: `line ${line}`, exact: true }).click();
  assert.equal(await lens.cursorLine(), line);
  assert.match(await lens.page.evaluate(() => getSelection().toString()), /orders-db-2/);
  const former = lineIn(BEFORE, "name: auth");
  const link = consequence(lens, "orphan", "pserv:auth").getByRole("button", { name: /before/ }).first();
  await link.focus();
  await lens.page.keyboard.press("Enter");
  const excerpt = lens.page.getByRole("region", { name: /Before: main\.yaml/ });
  await excerpt.waitFor();
  assert.match(await excerpt.locator("mark").first().innerText(), /pserv|auth/);
  const shown = await excerpt.locator("li").evaluateAll((lines) => lines.map((item) => `${item.value} ${item.textContent}`));
  assert.ok(shown.some((row) => row.startsWith(`${former} `) && row.includes("name: auth")), shown.join("\n"));
  assert.ok(!shown.join("\n").includes("sk_live"), "a secret is shown");
  assert.ok(shown.join("\n").includes("***"));
  await lens.page.keyboard.press("Escape");
  await excerpt.waitFor({ state: "detached" });
  assert.ok(await lens.page.evaluate(() => document.activeElement?.hasAttribute("data-former-start")));
  await lens.close();
});

test("the picture shows both versions, by words and lines, and nothing that stays moves", async () => {
  const lens = await opened();
  await tab(lens, "Compare").click();
  await lens.settled();
  const before = await places(lens);
  await drop(lens);
  await lens.diagram.locator(".is-gone[data-node]").first().waitFor();
  await lens.settled();
  const both = await places(lens);
  // What is gone takes its room to the right of what stands, or below; nothing changes sides.
  for (const [id, place] of Object.entries(before)) {
    const [[left, top], [x, y]] = [place, both[id]].map((transform) => transform.match(/[\d.]+/g).map(Number));
    // Rows are whole pixels apart, and half of one may be rounded away.
    assert.ok(x > left - 1 && y > top - 1, `${id} went from ${place} to ${both[id]}`);
  }
  const marked = async (id) => [await lens.node(id).getAttribute("class"), await lens.node(id).getAttribute("aria-label"), await lens.node(id).innerHTML()];
  for (const [id, style, word] of [
    ["worker:mail", "is-new", "new"],
    ["pserv:auth", "is-gone", "gone"],
    ["web:api", "is-changed", "changed"],
  ]) {
    const [classes, name, content] = await marked(id);
    assert.ok(classes.split(" ").includes(style), `${id}: ${classes}`);
    assert.ok(name.startsWith(`${word}: `), name);
    assert.ok(content.includes(`>${word}<`), "the tag says it");
  }
  assert.ok((await lens.diagram.locator(".is-gone[data-edge]").count()) > 0, "wires that are lost");
  assert.ok((await lens.diagram.locator(".is-new[data-edge]").count()) > 0, "wires that are gained");
  for (const word of ["new", "gone", "changed", "moved"]) await bar(lens).getByText(word, { exact: true }).waitFor();
  // What is gone can be walked to, has a card, and leads to its lines in the version before.
  await lens.node("pserv:auth").focus();
  const card = lens.page.locator("#picture-card:not([hidden])");
  await card.getByText("Private service, gone").waitFor();
  const said = await card.innerText();
  assert.match(said, /Next sync\s+:\s+left behind: /, "what becomes of it");
  assert.match(said, /Called by\s+:\s+api/, "what it was");
  const first = lineIn(BEFORE, "- type: pserv");
  assert.match(said, new RegExp(`Before\\s+:\\s+lines ${first} to ${first + 3}`), "where it was");
  assert.equal(await card.getByRole("button", { name: "Its lines before" }).count(), 1);
  await lens.page.keyboard.press("Enter");
  const excerpt = lens.page.getByRole("region", { name: /Before: main\.yaml/ });
  await excerpt.waitFor();
  assert.match(await excerpt.locator("mark").first().innerText(), /auth/);
  await button(lens, "Stop comparing").click();
  await lens.diagram.locator(".is-gone").first().waitFor({ state: "detached" });
  assert.deepEqual(Object.keys(await places(lens)).sort(), Object.keys(before).sort());
  assert.equal(await tab(lens, "Picture").getAttribute("aria-pressed"), "true");
  assert.deepEqual(lens.complaints, []);
  await lens.close();
});

test("the card of what is gone leads to its lines, and a line that is gone has a card", async () => {
  const lens = await compared();
  await tab(lens, "Picture").click();
  await lens.settled();
  await lens.node("pserv:auth").click();
  await lens.page.getByRole("region", { name: /Before: main\.yaml/ }).waitFor();
  await tab(lens, "Picture").click();
  await lens.settled();
  const card = lens.page.locator("#picture-card:not([hidden])");
  await lens.node("pserv:auth").hover();
  await card.getByRole("button", { name: "Its lines before" }).click();
  await lens.page.getByRole("region", { name: /Before: main\.yaml/ }).waitFor();
  await tab(lens, "Picture").click();
  await lens.settled();
  await lens.diagram.locator('.is-gone[data-edge*="auth"]').first().focus();
  await card.getByText("Private network, works, gone").waitFor();
  assert.match(await card.innerText(), /Variable\s+:\s+AUTH/);
  assert.deepEqual(lens.complaints, []);
  await lens.close();
});

test("where only settings change, nothing moves at all", async () => {
  const lens = await opened({ text: BEFORE });
  await tab(lens, "Compare").click();
  await lens.settled();
  const before = await places(lens);
  await drop(lens, BEFORE.replaceAll("plan: starter", "plan: standard"));
  await lens.diagram.locator(".is-changed[data-node]").first().waitFor();
  await lens.settled();
  assert.deepEqual(await places(lens), before);
  await lens.close();
});

test("entry points that open and close are marked", async () => {
  const lens = await opened({ text: AFTER.replace("plan: basic-256mb\n", "plan: basic-256mb\n    ipAllowList: []\n") });
  await tab(lens, "Compare").click();
  await drop(lens, AFTER);
  const way = lens.diagram.locator('.is-gone[data-edge*="postgres:orders-db-2"]');
  await way.waitFor({ state: "attached" });
  assert.match(await way.getAttribute("aria-label"), /^gone: /);
  await lens.close();
});

test("the plan follows what is typed", async () => {
  const lens = await compared();
  await lens.setText(BEFORE.replace("plan: starter", "plan: standard"));
  await plan(lens).locator('[data-class="data-loss"]').waitFor({ state: "detached" });
  assert.match(await bar(lens).innerText(), /Nothing of it needs a look/);
  assert.equal(await plan(lens).locator('[data-class="in-place"]').count(), 1);
  await lens.close();
});

test("a first sync takes over what exists", async () => {
  const lens = await compared();
  await lens.page.getByLabel("First sync: these resources exist already").check();
  await plan(lens).locator('[data-class="adopt"]').first().waitFor();
  await lens.page.waitForURL(/sync=first/);
  await lens.page.getByLabel("First sync").uncheck();
  await plan(lens).locator('[data-class="adopt"]').first().waitFor({ state: "detached" });
  await lens.close();
});

test("Back, Forward and a reload lead through the comparison, and a link does not carry it", async () => {
  const lens = await opened();
  await tab(lens, "Compare").click();
  await lens.page.waitForURL(/view=compare/);
  await drop(lens);
  await bar(lens).waitFor();
  await lens.page.waitForURL(/compared=/);
  await lens.page.goBack();
  await bar(lens).waitFor({ state: "detached" });
  await lens.page.getByRole("heading", { name: "Compare with another version" }).waitFor();
  await lens.page.goBack();
  await lens.page.waitForURL((url) => !url.search.includes("view="));
  await lens.page.goForward();
  await lens.page.goForward();
  await bar(lens).waitFor();
  await consequence(lens, "data-loss", "postgres:orders-db-2").waitFor();
  await lens.page.reload();
  await lens.ready();
  await consequence(lens, "data-loss", "postgres:orders-db-2").waitFor();
  await button(lens, "Share").click();
  const link = await lens.page.getByRole("dialog").getByRole("textbox").first().inputValue();
  assert.ok(!link.includes("compared="), link);
  const outside = lens.requests.filter((address) => !address.startsWith(lens.url) && !address.startsWith("blob:") && !address.startsWith("data:"));
  assert.deepEqual(outside, [], "something left the page");
  await lens.close();
});

test("many resources are compared by the worker", async () => {
  const services = (count, plan) =>
    `services:\n${Array.from({ length: count }, (_, at) => `  - type: worker\n    name: job-${at}\n    runtime: docker\n    plan: ${at === 0 ? plan : "starter"}\n`).join("")}`;
  const lens = await opened({ text: services(300, "standard") });
  await tab(lens, "Compare").click();
  await drop(lens, services(301, "starter"));
  await consequence(lens, "orphan", "worker:job-300").waitFor();
  await consequence(lens, "in-place", "worker:job-0").waitFor();
  await lens.diagram.locator(".is-changed, .is-gone").first().waitFor({ state: "attached" });
  await button(lens, "Stop comparing").click();
  await lens.diagram.locator(".is-changed, .is-gone").first().waitFor({ state: "detached" });
  assert.deepEqual(lens.complaints, []);
  await lens.close();
});

for (const colorScheme of ["light", "dark"]) {
  for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
    test(`axe finds nothing, ${colorScheme}, ${viewport.width} px, and nothing is wider than the page`, async () => {
      const lens = await opened({ colorScheme, viewport, bypassCSP: true });
      await tab(lens, "Compare").click();
      await lens.settled();
      assert.deepEqual(await violations(lens), [], "the choice");
      await drop(lens);
      await plan(lens).locator("[data-consequence]").first().waitFor();
      await plan(lens).getByRole("button", { name: /before/ }).first().click();
      await lens.page.getByRole("region", { name: /Before/ }).waitFor();
      await lens.settled();
      assert.deepEqual(await violations(lens), [], "the plan");
      const { scroll, client } = await lens.page.evaluate(() => ({ scroll: document.documentElement.scrollWidth, client: document.documentElement.clientWidth }));
      assert.ok(scroll <= client, `${scroll} px of ${client}`);
      await tab(lens, "Picture").click();
      await lens.settled();
      assert.deepEqual(await violations(lens), [], "the picture");
      await lens.close();
    });
  }
}
