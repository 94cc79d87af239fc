// `embed.html` in a frame of somebody else's page: by the address of a Blueprint, and by a link that holds its text.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { connect } from "./browser.mjs";

const ours = process.env.E2E_URL;
const TEXT = "services:\n  - {type: pserv, name: auth, runtime: docker, plan: starter}\n";

const server = createServer(({ url }, response) => {
  response.writeHead(200, { "content-type": "text/html" }).end(`<!doctype html><iframe width="900" height="500" src="${ours}embed.html${decodeURIComponent(url.slice(1))}"></iframe>`);
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const site = `http://127.0.0.1:${server.address().port}/`;
const browser = await connect();
after(async () => {
  server.closeAllConnections();
  server.close();
  await browser.close();
});

async function framed(address) {
  const page = await (await browser.newContext()).newPage();
  // Stands in for a site that lets others read its Blueprint.
  const headers = { "access-control-allow-origin": "*" };
  await page.route("https://example.com/render.yaml", (route) => route.fulfill({ body: TEXT, headers }));
  await page.goto(`${site}${encodeURIComponent(address)}`);
  return { page, frame: page.frameLocator("iframe") };
}

test("a frame shows the Blueprint at an address, in the view and the theme that are asked for", async () => {
  const { page, frame } = await framed(`?src=https://example.com/render.yaml&theme=dark&view=problems`);
  assert.equal(await frame.locator("[aria-selected=true]").innerText(), "Problems");
  assert.equal(await frame.locator(".lens").getAttribute("data-theme"), "dark");
  await frame.getByRole("tab", { name: "diagram" }).click();
  await frame.locator('[data-node="pserv:auth"]').waitFor();
  await page.context().close();
});

test("a frame shows the text that its address holds", async () => {
  const { page, frame } = await framed(`#v1=${deflateRawSync(TEXT).toString("base64url")}`);
  await frame.locator('[data-node="pserv:auth"]').waitFor();
  await page.context().close();
});

test("an address without a Blueprint, a damaged one and one that is no web address say so", async () => {
  for (const address of ["", "#v1=%25", "?src=javascript:alert(1)", "?src=data:text/plain,services:"]) {
    const { page, frame } = await framed(address);
    await frame.getByText(/^Nothing can be shown: /).waitFor();
    await page.context().close();
  }
});

test("an address that the browser may not read is named, with what such an address needs", async () => {
  const { page, frame } = await framed("?src=http://example.com/render.yaml");
  await frame.getByText("http://example.com/render.yaml cannot be read from this page").waitFor();
  await page.context().close();
});
