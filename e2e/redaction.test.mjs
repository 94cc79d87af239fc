// What leaves the page leaves without secrets, unless the visitor keeps one on purpose.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { inflateRawSync } from "node:zlib";
import { closeBrowser, openPage } from "./page.mjs";

const SECRETS = `services:
  - type: web
    name: api
    runtime: docker
    plan: starter
    envVars:
      - key: API_TOKEN
        value: hunter22-token
      - key: DATABASE_URL
        value: postgres://app:hunter22-password@db.example.com/shop
      - key: MODE
        value: production
`;

after(closeBrowser);

async function opened() {
  const lens = await openPage();
  await lens.ready();
  await lens.setText(SECRETS);
  return lens;
}

async function share(lens) {
  await lens.page.getByRole("button", { name: "Share", exact: true }).click();
  return lens.page.getByRole("dialog");
}

const linkedText = async (dialog) => {
  const address = await dialog.getByRole("textbox", { name: "Link" }).inputValue();
  return inflateRawSync(Buffer.from(address.split("#v1=")[1] ?? "", "base64url")).toString("utf8");
};

/** Waits for the link that holds what is wanted. */
async function linkHolds(dialog, pattern) {
  for (let tries = 0; tries < 100; tries += 1) {
    const text = await linkedText(dialog).catch(() => "");
    if (pattern.test(text)) return text;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no link holds ${pattern}`);
}

test("a link holds stand-ins, the page lists them, and one can be kept", async () => {
  const lens = await opened();
  const dialog = await share(lens);
  const text = await linkHolds(dialog, /MODE/);
  assert.equal(text, SECRETS.replace("hunter22-token", "redacted").replace("hunter22-password", "redacted"));
  const list = dialog.getByTestId("redactions");
  assert.match(await list.innerText(), /2 values look like secrets and are replaced/);
  await list.getByRole("checkbox", { name: "Keep API_TOKEN, line 8" }).check();
  await linkHolds(dialog, /hunter22-token/);
  assert.match(await list.innerText(), /1 value looks like a secret and is replaced/);
  assert.doesNotMatch(await linkedText(dialog), /hunter22-password/);
  await list.getByRole("checkbox", { name: /DATABASE_URL/ }).check();
  assert.equal(await linkHolds(dialog, /hunter22-password/), SECRETS);
  assert.match(await list.innerText(), /Nothing is replaced/);
  assert.match(await lens.text(), /hunter22-token/, "the text in the editor stays");
  await lens.close();
});

test("a visitor by such a link sees the same picture", async () => {
  const lens = await opened();
  const ids = await lens.ids("edge");
  const text = await linkHolds(await share(lens), /MODE/);
  const visitor = await openPage({ text });
  await visitor.ready();
  assert.deepEqual(await visitor.ids("edge"), ids);
  await visitor.close();
  await lens.close();
});

test("the exported text holds stand-ins, after the page has listed them", async () => {
  const lens = await opened();
  await lens.page.getByRole("button", { name: "Export", exact: true }).click();
  await lens.page.getByRole("button", { name: /^Blueprint, YAML/ }).click();
  const dialog = lens.page.getByRole("dialog");
  await dialog.getByTestId("redactions").waitFor();
  const saved = await lens.downloaded(() => dialog.getByRole("button", { name: "Download" }).click());
  assert.doesNotMatch(saved, /hunter22/);
  assert.match(saved, /MODE\n {8}value: production/);
  await lens.close();
});

test("a copied report repeats no secret, and says what it replaced", async () => {
  const lens = await openPage({ permissions: ["clipboard-read", "clipboard-write"] });
  await lens.ready();
  // A name that is a secret, too: the problem of a reference to nobody repeats it.
  await lens.setText(SECRETS.replace("value: production", "fromService: {type: pserv, name: hunter22-token, property: host}"));
  await lens.page.getByRole("button", { name: "Export", exact: true }).click();
  await lens.page.getByRole("button", { name: /^Copy report/ }).click();
  await lens.page.getByTestId("notice").filter({ hasText: "Report copied, with" }).waitFor();
  const report = await lens.page.evaluate(() => navigator.clipboard.readText());
  assert.match(report, /^\*\*render\.yaml: /);
  assert.match(report, /`redacted`/);
  assert.doesNotMatch(report, /hunter22/);
  await lens.close();
});

test("without secrets, the text is exported at once", async () => {
  const lens = await openPage();
  await lens.ready();
  await lens.page.getByRole("button", { name: "Export", exact: true }).click();
  const saved = await lens.downloaded(() => lens.page.getByRole("button", { name: /^Blueprint, YAML/ }).click());
  assert.match(saved, /storefront/);
  await lens.close();
});
