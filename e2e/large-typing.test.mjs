// Typing into 1,000 resources: the worker hears the newest text, and the page touches only what has changed.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { blueprint } from "../bench/blueprints.mjs";
import { closeBrowser, openPage } from "./page.mjs";

after(closeBrowser);

/** The text, and a line of it with a name. */
const { text, names } = blueprint(1000);
/** A worker on a busy machine. */
const PATIENCE = { timeout: 90_000 };
/** Milliseconds after which the picture is laid out anew, and the text kept, since the typing rests. */
const REST = 2500;

/** Notes what the worker is asked and answers, in turn, and counts the elements of picture and problems that are touched. */
function note() {
  const noted = (globalThis.noted = { workers: 0, said: [], bytes: 0, touched: 0, keeping: 0 });
  const bytesOf = (message) => message.byteLength ?? message.bytes?.byteLength ?? 0;
  globalThis.Worker = class extends Worker {
    constructor(...given) {
      super(...given);
      noted.workers += 1;
      this.addEventListener("message", ({ data }) => {
        if (bytesOf(data) === 0) return;
        noted.said.push("answer");
        noted.bytes += bytesOf(data);
      });
    }

    postMessage(message, options) {
      if (bytesOf(message) > 0) noted.said.push("question");
      super.postMessage(message, options);
    }
  };
  const set = Storage.prototype.setItem;
  Storage.prototype.setItem = function (key, value) {
    if (key.startsWith("blueprint-lens:draft:")) noted.keeping += 1;
    return set.call(this, key, value);
  };
  const seen = new MutationObserver((changes) => {
    const touched = changes.flatMap(({ type, target, addedNodes, removedNodes }) =>
      type === "attributes" ? [target] : [...addedNodes, ...removedNodes],
    );
    noted.touched += new Set(touched).size;
  });
  globalThis.follow = () => {
    for (const part of [".diagram", ".problem-list"]) {
      seen.observe(document.querySelector(part), { subtree: true, childList: true, attributes: true });
    }
  };
}

/** The page with the cursor at the end of a name, after a first key press, at rest; what was noted before is forgotten. */
async function opened() {
  const lens = await openPage({ text, prepare: (context) => context.addInitScript(note) });
  lens.context.setDefaultTimeout(PATIENCE.timeout);
  await lens.page.getByText("1000 resources, drawn as").waitFor(PATIENCE);
  await lens.goToLine(names[0]);
  await lens.page.keyboard.press("End");
  const known = await draws(lens);
  await lens.page.keyboard.type("x");
  await drawnAfter(lens, known);
  await lens.page.waitForTimeout(REST);
  await lens.settled();
  await lens.page.evaluate(() => {
    Object.assign(globalThis.noted, { said: [], bytes: 0, touched: 0, keeping: 0 });
    globalThis.follow();
  });
  return lens;
}

const noted = (lens) => lens.page.evaluate(() => globalThis.noted);
const draws = async (lens) => (await lens.measures("lens:draw")).length;
const drawnAfter = (lens, known) =>
  lens.page.waitForFunction((before) => performance.getEntriesByName("lens:draw").length > before, known, PATIENCE);

/** Presses a key, and another one as soon as the worker has the text of the first; returns what was asked and answered. */
async function pressedTwice(lens) {
  await lens.page.evaluate(() => {
    const said = (globalThis.noted.said = []);
    const push = said.push.bind(said);
    said.push = (word) => {
      if (word === "question" && said.length === 0) setTimeout(() => document.execCommand("insertText", false, "y"));
      return push(word);
    };
  });
  await lens.page.keyboard.type("x");
  await lens.page.waitForFunction(
    () => globalThis.noted.said.filter((word) => word === "question").length > 1 && globalThis.noted.said.at(-1) === "answer",
    undefined,
    PATIENCE,
  );
  const { said } = await noted(lens);
  await lens.page.waitForTimeout(REST);
  await lens.settled();
  return said;
}

test("a text is asked for and drawn once: the room below the bar that it brings is known before", async () => {
  // As many problems as the list has room for, so that nothing but the bar changes the room.
  const slips = ["plan: huge", "key: 1", "region: moon", "numInstances: many", "autoDeploy: perhaps", "healthCheckPath: up", "domains: one"];
  const wrong = slips.map((slip, at) => `  - {type: web, name: web-${at}, runtime: node, ${slip}}\n`);
  const lens = await openPage({ text: `services:\n${wrong.join("")}`, prepare: (context) => context.addInitScript(note) });
  await lens.ready();
  assert.equal(await lens.page.locator(".view-filter-bar").count(), 0);
  await lens.editor.focus();
  await lens.page.keyboard.press("ControlOrMeta+A");
  await lens.paste(text);
  await lens.page.getByText("1000 resources, drawn as").waitFor(PATIENCE);
  await lens.page.waitForTimeout(REST);
  assert.deepEqual((await noted(lens)).said, ["question", "answer"]);
  assert.deepEqual(lens.complaints, []);
  await lens.close();
});

test("the worker hears of a newer text while it is at work, and answers only that", async () => {
  const lens = await opened();
  // A page that is slow to ask again is answered before it does: then there was nothing to hear.
  let said = await pressedTwice(lens);
  for (let times = 1; times < 10 && said[1] === "answer"; times += 1) said = await pressedTwice(lens);
  assert.deepEqual(said, ["question", "question", "answer"]);
  assert.equal((await noted(lens)).workers, 1, "the worker that knows what the picture shows stays");
  assert.deepEqual(lens.complaints, []);
  await lens.close();
});

test("an edit sends and touches little, and the text is kept when the typing rests", async (t) => {
  const lens = await opened();
  const known = await draws(lens);
  for (let key = 0; key < 10; key += 1) await lens.page.keyboard.type("x");
  await drawnAfter(lens, known);
  await lens.page.waitForFunction(() => globalThis.noted.keeping > 0, undefined, PATIENCE);
  const { said, bytes, touched, keeping } = await noted(lens);
  const answers = said.filter((word) => word === "answer").length;
  t.diagnostic(`${said.length - answers} questions, ${answers} answers, ${bytes} bytes, ${touched} elements touched`);
  assert.ok(bytes / answers < 1_000_000, `${bytes} bytes in ${answers} answers`);
  assert.ok(touched / answers < 100, `${touched} elements in ${answers} answers`);
  assert.ok(keeping <= answers, `kept ${keeping} times`);
  assert.ok((await lens.page.locator(".problem-list > *").count()) < 40);
  assert.deepEqual(lens.complaints, []);
  await lens.close();
});
