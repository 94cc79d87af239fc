// Nothing is lost: two tabs, a full storage, none at all, a write that was cut off.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeBrowser, LensPage, link, openPage } from "./page.mjs";

const blueprint = (name) => `services:\n  - type: pserv\n    name: ${name}\n    runtime: docker\n`;

after(closeBrowser);

async function opened(options) {
  const lens = await openPage(options);
  await lens.ready();
  return lens;
}

/** A second tab of the same browser. */
async function secondTab(lens, path = "") {
  const tab = new LensPage(lens.context, await lens.context.newPage(), lens.url);
  await tab.goto(path);
  await tab.ready();
  return tab;
}

async function listed(lens) {
  await lens.page.getByRole("button", { name: "Drafts", exact: true }).click();
  const dialog = lens.page.getByRole("dialog");
  await dialog.getByRole("heading", { name: "Drafts" }).waitFor();
  return dialog.getByRole("listitem");
}

const changedElsewhere = (lens) => lens.page.getByRole("alert").filter({ hasText: "changed in another tab" });
const notSaved = (lens) => lens.page.getByRole("alert").filter({ hasText: "not being saved" });

/** After a reload, every tab shows the draft that it had. */
async function reloadsOwn(...tabs) {
  for (const [tab, name] of tabs) {
    await tab.page.reload();
    await tab.ready();
    await tab.node(`pserv:${name}`).waitFor();
  }
}

test("two tabs write apart, and each has its own text after a reload", async () => {
  const one = await opened();
  await one.setText(blueprint("first"));
  const two = await secondTab(one);
  await two.node("pserv:first").waitFor();
  await two.setText(blueprint("second"));
  await one.page.bringToFront();
  await one.setText(blueprint("third"));
  await reloadsOwn([one, "third"], [two, "second"]);
  await one.close();
});

test("a change in another tab is shown, and both can be kept", async () => {
  const one = await opened();
  await one.setText(blueprint("first"));
  const two = await secondTab(one);
  await two.setText(blueprint("second"));
  await changedElsewhere(one).getByRole("button", { name: "Keep both" }).click();
  await changedElsewhere(one).waitFor({ state: "detached" });
  await two.setText(blueprint("third"));
  assert.equal(await changedElsewhere(one).count(), 0, "they are two drafts now");
  assert.match(await one.text(), /first/);
  assert.equal(await (await listed(one)).filter({ hasText: "third" }).count(), 1);
  await one.close();
});

test("a change in another tab can be taken, and the own text stays among the drafts", async () => {
  const one = await opened();
  await one.setText(blueprint("first"));
  const two = await secondTab(one);
  await two.setText(blueprint("second"));
  await one.redraw(() => changedElsewhere(one).getByRole("button", { name: "Take theirs" }).click());
  await one.node("pserv:second").waitFor();
  const rows = await listed(one);
  await rows.filter({ hasText: "first" }).getByRole("button", { name: "Open" }).click();
  await one.node("pserv:first").waitFor();
  assert.match(await two.text(), /second/);
  await one.close();
});

test("a tab that was duplicated does not write over the other", async () => {
  const one = await opened();
  await one.setText(blueprint("first"));
  const id = await one.page.evaluate(() => JSON.stringify({ ...sessionStorage }));
  const two = new LensPage(one.context, await one.context.newPage(), one.url);
  await two.page.addInitScript((kept) => {
    if (sessionStorage.length === 0) Object.assign(sessionStorage, JSON.parse(kept));
  }, id);
  await two.goto();
  await two.ready();
  await two.setText(blueprint("second"));
  await changedElsewhere(one).waitFor();
  await one.setText(blueprint("third"));
  await reloadsOwn([one, "third"], [two, "second"]);
  await one.close();
});

test("a link takes a draft's place in the page, not in the list", async () => {
  const lens = await opened();
  await lens.setText(blueprint("first"));
  await lens.goto(link(blueprint("linked")));
  await lens.ready();
  await lens.node("pserv:linked").waitFor();
  assert.equal(await (await listed(lens)).filter({ hasText: "first" }).count(), 1);
  await lens.close();
});

/** Lets every write of a draft end as it does when the storage is full. */
const full = (context) =>
  context.addInitScript(() => {
    const write = Storage.prototype.setItem;
    Storage.prototype.setItem = function (key, value) {
      if (globalThis.hasRoom !== true && key.includes(":draft:")) throw new DOMException("no room", "QuotaExceededError");
      write.call(this, key, value);
    };
  });

/** Lets every access to the storage be refused, as a browser does that is told so. */
const refused = (context) =>
  context.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(globalThis, name, {
        get() {
          throw new DOMException("refused", "SecurityError");
        },
      });
    }
  });

for (const [name, prepare] of Object.entries({ full, refused })) {
  test(`a text that is not saved says so, and can be downloaded: storage ${name}`, async () => {
    const lens = await opened({ prepare });
    assert.equal(await notSaved(lens).count(), 0, "an example needs no saving");
    await lens.setText(blueprint("unsaved"));
    await notSaved(lens).waitFor();
    const saved = await lens.downloaded(() => notSaved(lens).getByRole("button", { name: "Download the text" }).click());
    assert.equal(saved, blueprint("unsaved"));
    await lens.page.getByRole("button", { name: "Drafts", exact: true }).click();
    assert.doesNotMatch(await lens.page.getByRole("dialog").innerText(), /saves your text/);
    await lens.close();
  });
}

test("the browser asks before a text is lost that is not saved, and not once it is downloaded", async () => {
  const lens = await opened({ prepare: full });
  await lens.setText(blueprint("unsaved"));
  await notSaved(lens).waitFor();
  const asked = lens.page.waitForEvent("dialog");
  await lens.page.close({ runBeforeUnload: true });
  const question = await asked;
  assert.equal(question.type(), "beforeunload");
  await question.dismiss();
  await lens.downloaded(() => notSaved(lens).getByRole("button", { name: "Download the text" }).click());
  await Promise.all([lens.page.waitForEvent("close"), lens.page.close({ runBeforeUnload: true })]);
  await lens.close();
});

test("a storage that is really full says so, and room makes the text safe again", async () => {
  const lens = await opened();
  await lens.page.evaluate(() => {
    let size = 4_000_000;
    for (let at = 0; size > 500; at += 1) {
      try {
        localStorage.setItem(`filler${at}`, "x".repeat(size));
      } catch {
        size = Math.floor(size / 2);
      }
    }
  });
  await lens.setText(`${blueprint("large")}# ${"x".repeat(3000)}\n`);
  await notSaved(lens).waitFor();
  await lens.page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("filler")).forEach((key) => localStorage.removeItem(key)));
  await lens.setText(blueprint("small"));
  await notSaved(lens).waitFor({ state: "detached" });
  await lens.page.reload();
  await lens.ready();
  await lens.node("pserv:small").waitFor();
  await lens.close();
});

test("a crash in the middle of a write costs that write only, and is said", async () => {
  const lens = await opened();
  await lens.setText(blueprint("whole"));
  await lens.setText(blueprint("torn"));
  // The tab dies: what is kept last is cut off, and nothing of the page runs any more.
  await lens.page.evaluate(() => {
    const drafts = Object.entries(localStorage).filter(([key]) => key.includes(":draft:"));
    const [key, value] = drafts.find(([, text]) => text.includes("torn"));
    localStorage.setItem(key, value.slice(0, value.length - 20));
  });
  await lens.page.reload();
  await lens.ready();
  await lens.node("pserv:whole").waitFor();
  await lens.page.getByText("not saved completely").first().waitFor();
  await lens.setText(blueprint("next"));
  await lens.page.reload();
  await lens.ready();
  await lens.node("pserv:next").waitFor();
  await lens.close();
});
