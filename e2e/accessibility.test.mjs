// What axe-core can tell about accessibility, in both themes and at a narrow width.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { violations } from "./axe.mjs";
import { closeBrowser, openPage } from "./page.mjs";

after(closeBrowser);

const views = [
  { name: "light", options: { colorScheme: "light" } },
  { name: "dark", options: { colorScheme: "dark" } },
  { name: "narrow", options: { viewport: { width: 390, height: 844 } } },
];

for (const { name, options } of views) {
  test(`axe finds nothing on the page, ${name}`, async () => {
    const lens = await openPage({ ...options, bypassCSP: true });
    await lens.ready();
    assert.deepEqual(await violations(lens), []);
    await lens.close();
  });
}

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing while completion is open, ${colorScheme}`, async () => {
    const text = "services:\n  - type: web\n    name: shop\n    plan: ";
    const lens = await openPage({ text, colorScheme, bypassCSP: true });
    await lens.ready();
    await lens.goToLine(4);
    await lens.page.keyboard.press("End");
    await lens.page.keyboard.press("Control+Space");
    await lens.page.locator(".cm-tooltip-autocomplete li").first().waitFor();
    assert.deepEqual(await violations(lens), []);
    await lens.close();
  });
}

test("axe finds nothing on the list of rules", async () => {
  const lens = await openPage({ path: "rules/index.html", bypassCSP: true });
  assert.deepEqual(await violations(lens), []);
  await lens.close();
});
