// Somebody else's site with our element in it: another origin than ours, with a strict policy of its own.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after } from "node:test";
import { inflateRawSync } from "node:zlib";
import { connect } from "./browser.mjs";

const ours = process.env.E2E_URL;
const { origin } = new URL(ours);
const policy = `default-src 'none'; script-src ${origin} 'wasm-unsafe-eval'; connect-src 'self' ${origin}; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;

/** A page of the site with `body` in it, which loads the element's script. */
export const hostPage = (body) => `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Host</title>
<script type="module" src="${ours}blueprint-lens.js"></script>
${body}</html>`;

/**
 * A site that answers a path with what `answer` gives for it, until the tests of the file are over.
 *
 * Resolves to a function that opens a page of it in a context of its own; the options are those of the context, `path`, and
 * `script`, which runs before those of the page. What the page asks for is collected, and closing it fails when it has
 * complained of anything.
 */
export async function host(answer) {
  const server = createServer(({ url }, response) => {
    const body = answer(url);
    const type = body.startsWith("<!doctype html>") ? "text/html" : "text/plain";
    response.writeHead(200, { "content-type": type, "content-security-policy": policy }).end(body);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const browser = await connect();
  after(async () => {
    server.closeAllConnections();
    server.close();
    await browser.close();
  });
  return async ({ path = "/", script, ...options } = {}) => {
    const context = await browser.newContext({ viewport: { width: 1000, height: 700 }, ...options });
    const page = await context.newPage();
    if (script) await page.addInitScript(script);
    const [complaints, requests] = [[], []];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" && !message.text().includes("favicon")) complaints.push(message.text());
    });
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(`http://127.0.0.1:${server.address().port}${path}`);
    const close = async () => {
      await context.close();
      assert.deepEqual(complaints, [], "a strict policy of the host refuses nothing");
    };
    return { page, requests, close };
  };
}

/** The text that a link to the editor carries; nothing when it leads elsewhere. */
export async function linkedText(link) {
  const [page, payload] = (await link.getAttribute("href")).split("#v1=");
  return page === `${ours}index.html` ? inflateRawSync(Buffer.from(payload, "base64url")).toString() : undefined;
}
