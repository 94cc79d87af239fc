// Completion and hover cards: what the engine offers and explains, by keyboard and by pointer.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeBrowser, openPage } from "./page.mjs";

after(closeBrowser);

const START = "services:\n  - type: web\n    name: shop\n    runtime: node\n\n";

const offers = (lens) => lens.page.locator(".cm-tooltip-autocomplete li");

test("a field and its value are completed by keyboard", async () => {
  const lens = await openPage({ text: START });
  await lens.ready();
  await lens.goToLine(5);
  await lens.type("    reg");
  await offers(lens).first().waitFor();
  assert.match(await offers(lens).first().innerText(), /^region/);
  await lens.page.waitForTimeout(120);
  await lens.page.keyboard.press("Enter");
  // The value is asked for at once.
  await offers(lens).filter({ hasText: "frankfurt" }).waitFor();
  await lens.page.keyboard.type("fra");
  await lens.page.waitForTimeout(200);
  await lens.page.keyboard.press("Enter");
  await lens.page.waitForFunction(() => document.querySelector('[data-lane="region:frankfurt"]') !== null);
  assert.match(await lens.text(), /^ {4}region: frankfurt$/m);
  assert.deepEqual(lens.complaints, []);
  await lens.close();
});

test("Ctrl-Space offers, Escape closes, and Tab still leaves the editor", async () => {
  const lens = await openPage({ text: `${START}    plan: ` });
  await lens.ready();
  await lens.goToLine(6);
  await lens.page.keyboard.press("End");
  await lens.page.keyboard.press("Control+Space");
  await offers(lens).first().waitFor();
  assert.ok((await offers(lens).count()) > 3);
  await lens.page.keyboard.press("Escape");
  await offers(lens).first().waitFor({ state: "detached" });
  await lens.page.keyboard.press("Tab");
  const inEditor = await lens.page.evaluate(() => document.activeElement?.classList.contains("editor-host"));
  assert.equal(inEditor, false);
  await lens.close();
});

test("a finished word offers nothing, so that Enter ends the line", async () => {
  const lens = await openPage({ text: START });
  await lens.ready();
  await lens.goToLine(5);
  await lens.type("    region: ohio");
  await lens.page.waitForTimeout(400);
  assert.equal(await offers(lens).count(), 0);
  await lens.page.keyboard.press("Enter");
  await lens.page.keyboard.type("plan: ");
  await offers(lens).first().waitFor();
  assert.match(await lens.text(), /region: ohio\n {4}plan: /);
  await lens.close();
});

test("a pointer that rests on a field is told what it does", async () => {
  const lens = await openPage({ text: `${START}    region: ohio\n` });
  await lens.ready();
  const field = lens.page.locator(".cm-line").filter({ hasText: "region: ohio" }).locator("span").first();
  await field.hover();
  const card = lens.page.locator(".explanation");
  await card.waitFor();
  const text = await card.innerText();
  assert.match(text, /^region/);
  assert.match(text, /Default for a new resource: oregon/);
  assert.match(text, /read 20\d\d-\d\d-\d\d/);
  await lens.close();
});
