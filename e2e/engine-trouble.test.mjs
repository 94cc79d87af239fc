// An engine that does not survive a text: the visitor keeps the text, is told, and has a way on.
//
// No text is known that does this, so the call to the engine is made to fail on a word, as a panic would.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeBrowser, openPage } from "./page.mjs";

const FATAL = `services:
  - type: pserv
    name: fatal-word
    runtime: node
`;

after(closeBrowser);

/** Gives the page other functions than the bridge has: what `changed` makes of it, which runs in the page. */
const withBridge = (context, changed) => context.addInitScript({ content: `(${replaced})(${changed})` });

function replaced(changed) {
  let bridge;
  Object.defineProperty(globalThis, "blueprintLens", {
    configurable: true,
    get: () => bridge,
    set(given) {
      bridge = Object.assign(given, changed({ ...given }));
    },
  });
}

/** Lets the analysis of any text that holds the word end as a trap of the WebAssembly does. */
const prepare = (context) =>
  withBridge(context, ({ mount }) => ({
    mount(host, text, suspicious, analyse, ...rest) {
      const fragile = (read, typed) => {
        if (read.includes("fatal-word")) throw new WebAssembly.RuntimeError("unreachable");
        return analyse(read, typed);
      };
      return mount(host, text, suspicious, fragile, ...rest);
    },
  }));

async function stopped() {
  const lens = await openPage({ prepare });
  await lens.ready();
  const nodes = await lens.ids("node");
  await lens.editor.focus();
  await lens.page.keyboard.press("ControlOrMeta+A");
  await lens.paste(FATAL);
  const notice = lens.page.getByRole("alert").filter({ hasText: "stopped at this text" });
  await notice.waitFor();
  return { lens, nodes, notice };
}

test("a text that stops the engine stays, can be edited and saved, and the picture stays as it was", async () => {
  const { lens, nodes, notice } = await stopped();
  assert.match(await lens.text(), /fatal-word/);
  assert.deepEqual(await lens.ids("node"), nodes);
  const download = lens.page.waitForEvent("download");
  await notice.getByRole("button", { name: "Download the text" }).click();
  assert.equal((await download).suggestedFilename(), "render.yaml");
  await lens.type("# more\n");
  assert.match(await lens.text(), /# more/);
  await lens.close();
});

test("it does not stop the engine again on every visit, and a change of it is analysed", async () => {
  const { lens } = await stopped();
  await lens.page.reload();
  const notice = lens.page.getByRole("alert").filter({ hasText: "stopped Blueprint Lens last time" });
  await notice.waitFor();
  assert.match(await lens.text(), /fatal-word/);
  await lens.setText(FATAL.replace("fatal-word", "harmless"));
  await lens.node("pserv:harmless").waitFor();
  assert.equal(await notice.count(), 0);
  await lens.close();
});

test("the page starts again with the text set aside among the drafts", async () => {
  const { lens, notice } = await stopped();
  await notice.getByRole("button", { name: "Restart, and keep this text as a draft" }).click();
  await lens.ready();
  assert.doesNotMatch(await lens.text(), /fatal-word/);
  await lens.page.getByRole("button", { name: "Drafts" }).click();
  await lens.page.getByRole("dialog").getByText("fatal-word").waitFor();
  await lens.close();
});

test("rules that stop the engine after the first picture leave a mark, so that the next visit does not walk into them", async () => {
  const fragile = (context) =>
    withBridge(context, ({ followRules }) => ({
      followRules(_, failed) {
        const stop = () => {
          throw new WebAssembly.RuntimeError("unreachable");
        };
        return followRules(stop, failed);
      },
    }));
  const lens = await openPage({ prepare: fragile, text: FATAL });
  await lens.page.getByRole("alert").filter({ hasText: "stopped at this text" }).waitFor();
  await lens.page.reload();
  await lens.page.getByRole("alert").filter({ hasText: "stopped Blueprint Lens last time" }).waitFor();
  await lens.close();
});
