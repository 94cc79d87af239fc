// The twenty questions of docs/accessibility.md: its Blueprint, its keys, and what the accessibility tree then says.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { listen } from "./hearing.mjs";
import { closeBrowser, openPage } from "./page.mjs";

const guide = readFileSync(new URL("../docs/accessibility.md", import.meta.url), "utf8");
const text = /```yaml\n(.*?)```/s.exec(guide)[1];
const rows = guide.split("\n").filter((line) => /^\| \d+ \|/.test(line));
const questions = rows.map((row) => {
  const [number, question, keys, said] = row.split("|").slice(1, -1).map((cell) => cell.trim());
  return { number, question, keys: [...keys.matchAll(/`([^`]+)`/g)].map(([, key]) => key), said: said.split(" … ") };
});
const ARROWS = { "↑": "ArrowUp", "↓": "ArrowDown", "→": "ArrowRight", "←": "ArrowLeft" };
const pressed = (key) => key.replace(/[↑↓→←]/, (arrow) => ARROWS[arrow]);

/** Opens the page with the cursor in the text, once it has said how many problems there are. */
async function opened() {
  const lens = await openPage({ text });
  await lens.ready();
  await lens.page.locator("[role='status']").filter({ hasText: /1 error, 1 warning/ }).waitFor({ state: "attached" });
  await lens.goToLine(1);
  return lens;
}

/** Without the room that stands before a sign of punctuation where two elements meet. */
const plain = (words) => words.replace(/\s+(?=[.:,])/g, "").replace(/\s+/g, " ");

after(closeBrowser);

test("there are twenty questions, of at most eight keys", () => {
  assert.equal(questions.length, 20);
  for (const { keys, question } of questions) assert.ok(keys.length > 0 && keys.length <= 8, question);
});

for (const { number, question, keys, said } of questions) {
  test(`${number}. ${question}`, async () => {
    const lens = await opened();
    const ear = await listen(lens);
    let heard = "";
    for (const key of keys) {
      await lens.page.keyboard.press(pressed(key));
      heard = plain(await ear.heard());
    }
    let rest = heard;
    for (const part of said) {
      assert.ok(rest.includes(part), `“${part}” is not in “${heard}”`);
      rest = rest.slice(rest.indexOf(part) + part.length);
    }
    assert.doesNotMatch(heard, /`/);
    await lens.close();
  });
}

test("every step leads back: by its opposite, and by Backspace", async () => {
  const lens = await opened();
  const { keyboard } = lens.page;
  await keyboard.press("F6");
  const focus = () => lens.page.evaluate(() => document.activeElement.getAttribute("aria-label"));
  const there = ["Shift+ArrowUp", "ArrowDown", "Shift+ArrowDown", "ArrowDown", "Shift+ArrowRight", "Shift+ArrowRight", "g", "ArrowDown"];
  const back = ["ArrowUp", "Shift+G", "Shift+ArrowLeft", "Shift+ArrowLeft", "ArrowUp", "Shift+ArrowUp", "ArrowUp", "Shift+ArrowDown"];
  const places = [];
  for (const key of there) {
    places.push(await focus());
    await keyboard.press(key);
  }
  for (const [at, key] of back.entries()) {
    await keyboard.press(key);
    assert.equal(await focus(), places.at(-1 - at), `${key} takes back ${there.at(-1 - at)}`);
  }
  for (const key of there) await keyboard.press(key);
  for (const place of places.toReversed()) {
    await keyboard.press("Backspace");
    assert.equal(await focus(), place);
  }
  await lens.close();
});

test("in the text, F8 says the problem", async () => {
  const lens = await opened();
  await lens.page.locator(".cm-lint-marker-warning").waitFor();
  await lens.goToLine(8);
  const ear = await listen(lens);
  await lens.page.keyboard.press("F8");
  assert.match(await ear.heard(), /Line 16, warning: this file declares no service store\./);
  await lens.close();
});

test("nothing on the page has a backtick in what is read", async () => {
  const lens = await openPage({ text: readFileSync(new URL("../core/tests/suite/fixture/everything.yaml", import.meta.url), "utf8") });
  await lens.ready();
  const ear = await listen(lens);
  for (const view of ["Picture", "Reach", "Exposure"]) {
    await lens.page.getByRole("group", { name: "View", exact: true }).getByRole("button", { name: view }).click();
    const read = await ear.everything();
    assert.ok(read.length > 50, view);
    assert.deepEqual(read.filter((words) => words.includes("`")), [], view);
  }
  await lens.close();
});

test("a group that holds the focus lights its members and shows its name", async () => {
  const lens = await opened();
  await lens.node("pserv:vault").focus();
  await lens.page.keyboard.press("Shift+ArrowUp");
  await lens.page.getByText(/^ops\/live, isolated environment, 2 resources/).waitFor();
  const lit = await lens.diagram.locator("[data-node].lit").evaluateAll((nodes) => nodes.map((node) => node.dataset.node));
  assert.deepEqual(lit.sort(), ["cron:backup", "pserv:vault"]);
  await lens.close();
});
