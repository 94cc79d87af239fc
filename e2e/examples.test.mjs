// The example sites, as `cargo xtask test` has built them: a book of mdBook and a site of Docusaurus.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { connect } from "./browser.mjs";
import { serve } from "./server.mjs";

const examples = fileURLToPath(new URL("../docs/examples/", import.meta.url));
const sites = { book: `${examples}mdbook/book`, site: `${examples}docusaurus/build` };
const missing = (folder) => !existsSync(`${folder}/index.html`) && "it is not built: `cargo xtask test` does it";

const browser = await connect();
const servers = [];
after(async () => {
  await browser.close();
  await Promise.all(servers.map((server) => server.close()));
});

/** Opens a page of a site, with the script that the examples name coming from the release page. */
async function open(folder, path) {
  const server = await serve(folder);
  servers.push(server);
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await context.route("https://lens.example/**", async (route) => {
    const { pathname } = new URL(route.request().url());
    await route.fulfill({ response: await route.fetch({ url: process.env.E2E_URL + pathname.slice(1) }) });
  });
  const page = await context.newPage();
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => message.type() === "error" && !message.text().includes("404") && complaints.push(message.text()));
  await page.goto(server.url + path);
  const close = async () => {
    assert.deepEqual(complaints, []);
    await context.close();
  };
  return { page, close };
}

/** The Blueprints in the fences of a source, without the indent of a list. */
async function fences(path) {
  const text = await readFile(examples + path, "utf8");
  return [...text.matchAll(/^( *)```render-blueprint\n([^]*?)^ *```$/gm)].map(([, indent, inside]) =>
    inside.split("\n").map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line)).join("\n"),
  );
}

const nodes = (picture) => picture.locator("[data-node]").evaluateAll((all) => all.map((node) => node.dataset.node).sort());

/** Whether a picture is inside what is around it, and large enough to be read. */
async function fits(picture) {
  const [inner, outer] = await Promise.all([picture.boundingBox(), picture.locator("xpath=..").boundingBox()]);
  assert.ok(inner.width > 300 && inner.height > 80, `${inner.width} × ${inner.height}`);
  assert.ok(inner.width <= outer.width + 1, `${inner.width} in ${outer.width}`);
}

test("an mdBook has the pictures where its fences were", { skip: missing(sites.book) }, async () => {
  const { page, close } = await open(sites.book, "network.html");
  const pictures = page.locator("main figure.render-blueprint > svg.diagram");
  assert.equal(await pictures.count(), 2);
  assert.deepEqual(await nodes(pictures.first()), ["internet", "pserv:stock", "web:shop"]);
  const second = page.locator("main li figure svg.diagram");
  assert.deepEqual(await nodes(second), ["internet", "postgres:orders", "web:shop"]);
  assert.equal(await second.locator("[data-verdict=blocked]").count(), 1);
  assert.equal(await page.locator("main ol > li").count(), 2, "the list goes on behind the picture");
  await fits(pictures.first());
  await fits(second);
  assert.doesNotMatch(await page.locator("main").innerText(), /```|services:/);
  await close();
});

test("the element works in an mdBook", { skip: missing(sites.book) }, async () => {
  const { page, close } = await open(sites.book, "live.html");
  await page.locator("blueprint-lens svg.diagram").waitFor();
  assert.deepEqual(await nodes(page.locator("blueprint-lens svg.diagram")), ["internet", "postgres:orders", "web:shop"]);
  await close();
});

test("a page of Docusaurus has the picture as an image, in words for those who do not see it", { skip: missing(sites.site) }, async () => {
  const { page, close } = await open(sites.site, "network/");
  const image = page.locator("article img");
  assert.equal(await image.count(), 1);
  assert.match(await image.getAttribute("alt"), /shop.*stock/s);
  assert.ok(await image.evaluate((img) => img.decode().then(() => img.naturalWidth > 300)));
  await fits(image);
  assert.doesNotMatch(await page.locator("article").innerText(), /```|services:/);
  await close();
});

test("a page of Docusaurus has the elements with every sign of their texts", { skip: missing(sites.site) }, async () => {
  const { page, close } = await open(sites.site, "live/");
  const elements = page.locator("article blueprint-lens");
  const texts = await elements.evaluateAll((all) => all.map((lens) => lens.querySelector("pre").textContent));
  assert.deepEqual(texts, await fences("docusaurus/content/live.mdx"));
  await elements.first().locator("svg.diagram").waitFor();
  assert.deepEqual(await nodes(elements.first().locator("svg.diagram")), ["internet", "postgres:orders", "web:shop"]);
  const second = page.locator("article li blueprint-lens");
  await second.scrollIntoViewIfNeeded();
  await second.locator("svg.diagram").waitFor();
  assert.deepEqual(await nodes(second.locator("svg.diagram")), ["internet", "worker:mail"]);
  await close();
});
