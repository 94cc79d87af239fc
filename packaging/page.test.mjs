// The archive of the page, unpacked into an empty folder and served as it is.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, test } from "node:test";
import { launch } from "../e2e/browser.mjs";
import { serve } from "../e2e/server.mjs";
import { empty, packed, succeeded } from "./installed.mjs";
import { version } from "./version.mjs";

test("a host that serves the unpacked folder has the page, which draws its first picture", async () => {
  const place = empty();
  succeeded(["tar"], ["-x", "-f", packed(/^blueprint-lens-page-.*\.tar\.gz$/)], { cwd: place });
  const server = await serve(join(place, `blueprint-lens-page-${version}`), "/lens/");
  const browser = await launch();
  after(() => Promise.all([browser.close(), server.close()]));
  const page = await browser.newPage();
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(server.url);
  await page.locator(".cm-content").waitFor({ timeout: 30_000 });
  await page.locator("[data-node]").first().waitFor({ timeout: 30_000 });
  assert.deepEqual(complaints, []);
});
