// Several files at once: tabs above the text, one picture with a frame for each, problems that say their file.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { violations } from "./axe.mjs";
import { closeBrowser, openPage } from "./page.mjs";

after(closeBrowser);

const service = (type, name) => `services:
  - type: ${type}
    name: ${name}
    runtime: node
    plan: starter
    buildCommand: npm ci
    startCommand: npm start
`;
const AUTH = service("pserv", "auth");
const API = `${service("web", "api")}    envVars:
      - key: AUTH
        fromService: {name: auth, type: pserv, property: hostport}
`;
const BROKEN = AUTH.replace("pserv", "pserv\n    region: frankfurt");
const FILES = { "api.yaml": API, "auth.yaml": AUTH };

/** Drops files on the page, as from a file manager. */
async function drop(lens, files) {
  await lens.redraw(() =>
    lens.page.evaluate((given) => {
      const dataTransfer = new DataTransfer();
      for (const [name, text] of Object.entries(given)) dataTransfer.items.add(new File([text], name));
      window.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    }, files),
  );
  await lens.settled();
}

async function opened(files, options) {
  const lens = await openPage(options);
  await lens.ready();
  await drop(lens, files);
  return lens;
}

const tabs = (lens) => lens.page.getByRole("tablist", { name: "Files" }).getByRole("tab");
const shown = (lens) => lens.page.locator('.file-tab[aria-selected="true"]').innerText();

test("dropped files are tabs and one picture, and a reference across them is met", async () => {
  const lens = await opened(FILES);
  assert.deepEqual(await tabs(lens).allInnerTexts(), ["api.yaml", "auth.yaml"]);
  assert.deepEqual(await lens.ids("lane"), ["region:oregon", "region:oregon@auth.yaml"]);
  assert.deepEqual((await lens.edges()).filter(({ id }) => id.includes("pserv:auth")).map(({ verdict }) => verdict), ["ok"]);
  assert.deepEqual((await lens.problemRows()).filter(({ severity }) => severity !== "info"), []);
  assert.match(await lens.text(), /name: api/);
  await tabs(lens).nth(1).click();
  assert.match(await lens.text(), /name: auth/);
  assert.deepEqual(lens.complaints, []);
  await lens.close();
});

test("typing in one file analyses all, and a problem leads to its file", async () => {
  const lens = await opened({ "api.yaml": API, "auth.yaml": BROKEN });
  const problem = lens.problem("cross-region-reference");
  assert.match(await problem.innerText(), /api\.yaml line 10/);
  await tabs(lens).nth(1).click();
  await lens.page.waitForFunction(() => document.querySelector('.file-tab[aria-selected="true"]')?.textContent === "auth.yaml");
  await problem.locator(".problem-text").click();
  assert.equal(await shown(lens), "api.yaml");
  assert.equal(await lens.cursorLine(), 10);
  await tabs(lens).nth(1).click();
  await lens.goToLine(3);
  await lens.page.keyboard.press("End");
  await lens.redraw(async () => {
    for (let step = 0; step < "frankfurt".length; step += 1) await lens.page.keyboard.press("Backspace");
    await lens.page.keyboard.type("oregon");
  });
  await problem.waitFor({ state: "detached" });
  await lens.page.keyboard.press("ControlOrMeta+z");
  await problem.waitFor();
  await lens.close();
});

test("a fix is made in the file that it is about", async () => {
  const lens = await opened({ "api.yaml": API, "auth.yaml": BROKEN });
  const fix = lens.problem("cross-region-reference").locator(".fix");
  const before = await lens.problem("cross-region-reference").count();
  await lens.redraw(() => fix.first().click());
  assert.equal(await lens.problem("cross-region-reference").count(), before - 1);
  await lens.close();
});

test("a reload keeps all files and the one that is shown, and a link all files", async () => {
  const lens = await opened(FILES);
  await tabs(lens).nth(1).click();
  await lens.page.reload();
  await lens.ready();
  assert.deepEqual(await tabs(lens).allInnerTexts(), ["api.yaml", "auth.yaml"]);
  assert.equal(await shown(lens), "auth.yaml");
  assert.match(await lens.text(), /name: auth/);
  assert.equal(await lens.node("pserv:auth").count(), 1);
  await tabs(lens).first().click();
  await lens.page.getByRole("button", { name: "Share", exact: true }).click();
  const field = lens.page.getByLabel("Link", { exact: true });
  await lens.page.waitForFunction((input) => input.value.includes("#v1="), await field.elementHandle());
  const link = new URL(await field.inputValue());
  const other = await openPage({ path: link.search + link.hash });
  await other.ready();
  assert.deepEqual(await tabs(other).allInnerTexts(), ["api.yaml", "auth.yaml"]);
  assert.equal(await other.text(), await lens.text());
  await other.close();
  await lens.close();
});

test("closing a file leaves the other, and keeps both among the drafts", async () => {
  const lens = await opened(FILES);
  await lens.redraw(() => lens.page.getByRole("button", { name: "Close api.yaml" }).click());
  assert.equal(await tabs(lens).count(), 0);
  assert.match(await lens.text(), /name: auth/);
  assert.deepEqual(await lens.ids("lane"), ["region:oregon"]);
  await lens.page.getByRole("button", { name: "Drafts" }).click();
  await lens.redraw(() => lens.page.getByRole("listitem").filter({ hasText: "2 files" }).getByRole("button", { name: "Open" }).click());
  assert.deepEqual(await tabs(lens).allInnerTexts(), ["api.yaml", "auth.yaml"]);
  await lens.close();
});

test("more files are added behind those that are open, with names of their own", async () => {
  const lens = await opened(FILES);
  const chooser = lens.page.waitForEvent("filechooser");
  await lens.page.getByRole("button", { name: "Add files" }).click();
  const jobs = AUTH.replace("auth", "jobs");
  const file = { name: "auth.yaml", mimeType: "text/yaml", buffer: Buffer.from(jobs) };
  await lens.redraw(async () => (await chooser).setFiles([file]));
  assert.deepEqual(await tabs(lens).allInnerTexts(), ["api.yaml", "auth.yaml", "auth.yaml (2)"]);
  assert.equal(await lens.node("pserv:jobs").count(), 1);
  await lens.close();
});

test("the picture that is exported holds all files", async () => {
  const lens = await opened(FILES);
  await lens.page.getByRole("button", { name: "Export" }).click();
  const drawing = await lens.downloaded(() => lens.page.getByText("Picture, SVG").click());
  assert.match(drawing, /api\.yaml/);
  assert.match(drawing, /auth\.yaml/);
  await lens.close();
});

test("the lane of the second file is a box of its own", async () => {
  const lens = await opened(FILES);
  await lens.page.locator(".view-filter-button").click();
  const boxes = lens.page.getByRole("group", { name: "Filter the picture" }).locator("[data-part]");
  assert.deepEqual(
    await boxes.evaluateAll((all) => all.map(({ dataset }) => dataset.part)),
    ["region:oregon", "region:oregon@auth.yaml"],
  );
  await lens.redraw(() => boxes.nth(1).check());
  assert.equal(await lens.node("pserv:auth").count(), 0);
  assert.equal(await lens.node("web:api").count(), 1);
  assert.equal(await lens.node("region:oregon@auth.yaml").count(), 1);
  await lens.close();
});

test("tabs go by keyboard, and nothing is wrong with them for axe and at 390 pixels", async () => {
  for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
    for (const colorScheme of ["light", "dark"]) {
      const lens = await opened(FILES, { viewport, colorScheme, bypassCSP: true });
      await tabs(lens).first().focus();
      await lens.page.keyboard.press("ArrowRight");
      await lens.page.waitForFunction(() => document.activeElement?.textContent === "auth.yaml");
      assert.equal(await shown(lens), "auth.yaml");
      assert.deepEqual(await tabs(lens).evaluateAll((all) => all.map(({ tabIndex }) => tabIndex)), [-1, 0]);
      await lens.page.keyboard.press("Home");
      await lens.page.waitForFunction(() => document.activeElement?.textContent === "api.yaml");
      assert.deepEqual(await violations(lens), []);
      const { scrollWidth, clientWidth } = await lens.page.evaluate(() => document.documentElement);
      assert.ok(scrollWidth === clientWidth);
      await lens.redraw(() => lens.page.keyboard.press("Delete"));
      assert.match(await lens.text(), /name: auth/);
      await lens.close();
    }
  }
});
