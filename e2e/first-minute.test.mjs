// The first minute: one mistake, one click; a text of one's own; a question without a hovering pointer.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeBrowser, openPage } from "./page.mjs";

const OWN = "services:\n  - type: pserv\n    name: pasted\n    runtime: docker\n";

after(closeBrowser);

async function opened(options) {
  const lens = await openPage(options);
  await lens.ready();
  return lens;
}

test("the first example holds one problem, and one click removes it", async () => {
  const lens = await opened();
  assert.equal(await lens.problem().count(), 1);
  assert.equal((await lens.edges()).filter(({ verdict }) => verdict === "blocked").length, 1);
  await lens.redraw(() => lens.problem().getByRole("button", { name: /^Fix/ }).click());
  assert.equal(await lens.problem().count(), 0);
  assert.equal((await lens.edges()).filter(({ verdict }) => verdict === "blocked").length, 0);
  await lens.close();
});

test("a new text is empty, has the focus, and the text before it is a step back", async () => {
  const lens = await opened();
  await lens.redraw(() => lens.page.getByRole("button", { name: "New", exact: true }).click());
  await lens.page.keyboard.type("services:");
  assert.equal((await lens.text()).trim(), "services:");
  await lens.redraw(() => lens.page.goBack());
  assert.ok((await lens.ids("node")).length > 0);
  await lens.close();
});

test("the text of the clipboard opens by a button", async () => {
  const lens = await opened({ permissions: ["clipboard-read", "clipboard-write"] });
  await lens.page.evaluate((text) => navigator.clipboard.writeText(text), OWN);
  await lens.redraw(() => lens.page.getByRole("button", { name: "Paste", exact: true }).click());
  await lens.node("pserv:pasted").waitFor();
  await lens.close();
});

test("a browser that does not give the clipboard gives room to paste", async () => {
  const lens = await opened({
    prepare: (context) => context.addInitScript(() => delete globalThis.Clipboard?.prototype.readText),
  });
  await lens.redraw(() => lens.page.getByRole("button", { name: "Paste", exact: true }).click());
  await lens.page.getByTestId("notice").filter({ hasText: "paste here" }).waitFor();
  assert.equal((await lens.ids("node")).length, 0);
  await lens.page.keyboard.type("services:");
  assert.equal((await lens.text()).trim(), "services:");
  await lens.close();
});

test("what-if needs no pointer on a node: a button, a resource, a choice", async () => {
  const lens = await opened();
  const button = lens.page.getByRole("button", { name: "What if…", exact: true }).first();
  assert.ok(await button.isVisible());
  await button.click();
  const dialog = lens.page.getByRole("dialog");
  const resource = dialog.getByRole("combobox", { name: "Resource" });
  assert.equal(await resource.inputValue(), "worker:mailer", "the resource with the problem comes first");
  await resource.selectOption("postgres:orders");
  await lens.redraw(() => dialog.getByRole("listitem").getByRole("button").first().click());
  await lens.page.getByRole("group", { name: "What if" }).getByRole("button", { name: "Discard" }).click();
  await lens.close();
});
