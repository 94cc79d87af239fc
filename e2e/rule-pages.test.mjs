// The pages for reading: every example of a rule opens in the editor, and the guide hangs together.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { inflateRawSync } from "node:zlib";
import { closeBrowser, openPage } from "./page.mjs";

const site = process.env.E2E_URL;

after(closeBrowser);

async function read(path) {
  const response = await fetch(site + path);
  assert.equal(response.status, 200, path);
  return response.text();
}

const plain = (html) => html.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));

/** The codes of all rules, by their list. */
async function codes() {
  const list = await read("rules/index.html");
  return [...list.matchAll(/<a href="([\w-]+)\.html"><code>/g)].map(([, code]) => code);
}

/** The examples of a rule's page, each with the address that opens it. */
async function examples(code) {
  const html = await read(`rules/${code}.html`);
  const blocks = html.matchAll(
    /<pre tabindex="0"><code class="language-yaml">([^<]*)<\/code><\/pre>\s*<p class="open"><a href="\.\.\/(index\.html#v1=[\w-]+)">/g,
  );
  const found = [...blocks].map(([, text, address]) => ({ text: plain(text), address }));
  assert.equal(found.length, html.split('class="language-yaml"').length - 1, `${code}: an example without a link`);
  return found;
}

test("every example of every rule is what its link holds", async () => {
  const all = await codes();
  assert.ok(all.length > 100, `${all.length} rules`);
  for (const code of all) {
    const found = await examples(code);
    assert.ok(found.length >= 2, `${code}: an example and its fix`);
    for (const { text, address } of found) {
      const payload = address.split("#v1=")[1];
      assert.equal(inflateRawSync(Buffer.from(payload, "base64url")).toString("utf8"), text, code);
    }
  }
});

for (const code of ["cross-region-reference", "duplicate-key", "open-database", "free-web-target", "static-site-to-private"]) {
  test(`the examples of ${code} open in the editor: the first shows the rule, its fix does not`, async () => {
    const [bad, good] = await examples(code);
    const lens = await openPage({ path: bad.address });
    await lens.ready();
    const row = lens.problems.locator(`[data-problem][data-rule="${code}"]`);
    await row.first().waitFor();
    await lens.goto(good.address);
    await lens.ready();
    assert.equal(await row.count(), 0);
    await lens.close();
  });
}

test("the guide is complete, leads nowhere into the void, and holds to the policy", async () => {
  const index = await read("guide/index.html");
  const names = [...index.matchAll(/<li><a href="([\w-]+\.html)">/g)].map(([, name]) => name);
  for (const expected of ["assistants.html", "configuration.html", "deploy.html", "pull-requests.html"]) {
    assert.ok(names.includes(expected), expected);
  }
  for (const name of ["index.html", ...names]) {
    const html = await read(`guide/${name}`);
    const main = html.slice(html.indexOf("<main>"));
    assert.ok(!/\sstyle=|<script|\son\w+=/.test(html), `${name} holds inline code`);
    for (const [, href] of main.matchAll(/href="([^"]+)"/g)) {
      if (!/^(https:|#)/.test(href)) await read(new URL(href, `${site}guide/`).href.slice(site.length));
    }
  }
  const lens = await openPage({ path: "guide/deploy.html" });
  await lens.page.getByRole("heading", { level: 1 }).waitFor();
  assert.deepEqual(lens.complaints, []);
  await lens.close();
});
