// The page before its rules have come, when they come, and where they never come: it never says that there are no problems
// before somebody has looked.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeBrowser, openPage } from "./page.mjs";

after(closeBrowser);

const MODULE = "**/*-secondary-*.wasm";

const TEXT = `services:
  - {type: web, name: api, runtime: docker, plan: starter, region: oregon, envVars: [{key: A, fromService: {type: pserv, name: far, property: hostport}}]}
  - {type: pserv, name: far, runtime: docker, plan: starter, region: frankfurt}
`;

/** Keeps the rules from the page until `release` is called; whoever waits for them at once gets them. */
function holdTheRules() {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  const prepare = (context) =>
    context.route(MODULE, async (route) => {
      if (route.request().resourceType() === "fetch") await released;
      await route.continue().catch(() => {});
    });
  return { prepare, release };
}

/** Keeps the rules from the page until `mend` is called. */
function breakTheRules() {
  let isBroken = true;
  const prepare = (context) => context.route(MODULE, (route) => (isBroken ? route.abort() : route.continue()));
  return { prepare, mend: () => (isBroken = false) };
}

/** What the page says of problems, wherever it does. */
const said = async ({ page, problems }) =>
  [await problems.innerText(), await page.locator(".status-counts").innerText(), await page.locator("#picture-summary").textContent()].join("\n");

async function assertUnchecked(lens) {
  assert.doesNotMatch(await said(lens), /no problems|\b\d+ (error|warning|info)/i);
  assert.match(await lens.page.locator(".status-counts").innerText(), /2 resources · 1 edge.*not checked/s);
  assert.equal(await lens.page.locator(".tab .count").count(), 0);
  assert.equal(await lens.diagram.locator("[data-severity]").count(), 0);
  assert.equal(await lens.page.locator(".cm-lintRange").count(), 0);
}

async function assertChecked(lens) {
  await lens.ready();
  assert.ok((await lens.problem().count()) > 0);
  assert.match(await said(lens), /1 error.*1 error.*1 error/s);
  assert.ok((await lens.diagram.locator('[data-severity="error"]').count()) > 0);
  assert.ok((await lens.page.locator(".cm-lintRange").count()) > 0);
}

test("a picture does not wait for the rules; until they have come, the page says that it does not know", async () => {
  const { prepare, release } = holdTheRules();
  const lens = await openPage({ prepare, text: TEXT });
  await lens.node("web:api").waitFor();
  assert.match(await lens.problems.innerText(), /Not checked yet/);
  await assertUnchecked(lens);
  assert.equal(await lens.diagram.getAttribute("data-revision"), null, "no redraw is complete");
  // Findings come to the list, the picture and the text in one go.
  await lens.page.evaluate(() => {
    const look = () => {
      const list = document.querySelector("[data-problem]") !== null;
      const picture = document.querySelector('[data-testid="diagram"] [data-severity]') !== null;
      const text = document.querySelector(".editor-host").shadowRoot.querySelector(".cm-lintRange") !== null;
      if (!list && !picture && !text) return requestAnimationFrame(look);
      globalThis.cameTogether = list && picture && text;
    };
    look();
  });
  release();
  await assertChecked(lens);
  assert.equal(await lens.page.evaluate(() => globalThis.cameTogether), true);
  assert.deepEqual(lens.complaints, []);
  await lens.close();
});

test("what is changed before the rules have come is checked when they come, and every later key press at once", async () => {
  const { prepare, release } = holdTheRules();
  const lens = await openPage({ prepare, text: TEXT });
  await lens.node("pserv:far").waitFor();
  await lens.goToLine(1);
  await lens.page.keyboard.press("Control+End");
  await lens.paste("  - {type: worker, name: added, runtime: node, plan: starter}");
  await lens.node("worker:added").waitFor();
  assert.match(await lens.problems.innerText(), /Not checked yet/);
  const drawn = await lens.measures("lens:draw");
  release();
  await lens.problem("cross-region-reference").first().waitFor();
  await lens.settled();
  assert.equal((await lens.measures("lens:draw")).length, drawn.length, "a text that is only checked has not changed");
  const before = await lens.revision();
  await lens.page.keyboard.press("Backspace");
  await lens.drawnSince(before);
  await lens.problem("invalid-yaml").first().waitFor();
  await lens.close();
});

test("where the rules do not come, the page says so, keeps the picture, and tries again when it is asked to", async () => {
  const { prepare, mend } = breakTheRules();
  const lens = await openPage({ prepare, text: TEXT });
  const again = lens.problems.getByRole("button", { name: "Try again" });
  await again.waitFor();
  assert.match(await lens.problems.innerText(), /Not checked: the rules could not be loaded/);
  assert.match(await lens.page.getByTestId("notice").innerText(), /rules could not be loaded/);
  await assertUnchecked(lens);
  assert.equal(await lens.page.locator("#start-failed").isVisible(), false);
  const before = await lens.revision();
  await lens.goToLine(3);
  await lens.page.keyboard.press("End");
  await lens.type(" # typed");
  await lens.drawnSince(before);
  await again.click();
  await lens.page.locator(".problems .pane-title:focus").waitFor({ state: "attached" });
  await again.waitFor();
  mend();
  await again.click();
  await assertChecked(lens);
  await lens.page.locator('[aria-live="polite"]', { hasText: /1 error/ }).first().waitFor({ state: "attached" });
  await lens.close();
});

test("a first visit shows the picture and the problems that came with the page until its rules have come", async () => {
  const { prepare, release } = holdTheRules();
  const lens = await openPage({ prepare });
  await lens.page.locator("#app .cm-content").waitFor();
  const held = lens.page.locator("#skeleton .problem");
  assert.ok((await held.count()) > 0);
  assert.ok(await held.first().isVisible());
  assert.ok(await lens.page.locator("#poster svg").isVisible());
  assert.equal(await lens.node("web:api").isVisible(), false);
  release();
  await lens.node("web:api").waitFor();
  assert.equal(await lens.page.locator("#skeleton").count(), 0);
  assert.ok((await lens.problem().count()) > 0);
  await lens.close();
});

for (const [what, act] of [
  ["points at the picture", ({ page }) => page.mouse.move(1000, 300)],
  ["types", (lens) => lens.type(" ")],
  ["pastes another text", (lens) => lens.paste("services: []\n")],
]) {
  test(`whoever ${what} before the rules have come has the app as it is`, async () => {
    const { prepare } = holdTheRules();
    const lens = await openPage({ prepare });
    await lens.page.locator("#app .cm-content").waitFor();
    await act(lens);
    await lens.page.locator("#skeleton").waitFor({ state: "detached" });
    assert.match(await lens.problems.innerText(), /Not checked yet/);
    await lens.close();
  });
}

test("what leaves the page or is printed before the rules have come is checked first", async () => {
  const { prepare } = holdTheRules();
  const lens = await openPage({ prepare, text: TEXT });
  await lens.node("web:api").waitFor();
  const drawing = await lens.downloaded(async () => {
    await lens.page.getByRole("button", { name: "Export" }).click();
    await lens.page.getByText("Picture, SVG").click();
  });
  assert.match(drawing, /data-severity="error"/);
  await lens.close();
  const printed = await openPage({ prepare, text: TEXT });
  await printed.node("web:api").waitFor();
  await printed.page.emulateMedia({ media: "print" });
  await printed.page.locator(".paper-head", { hasText: /1 error/ }).waitFor();
  assert.ok((await printed.problem().count()) > 0);
  await printed.close();
});

test("on a narrow window, the list of problems says so, too, and fills when the rules come", async () => {
  const { prepare, release } = holdTheRules();
  const lens = await openPage({ prepare, text: TEXT, viewport: { width: 390, height: 844 } });
  await lens.node("web:api").waitFor();
  await lens.page.locator('[data-tab="problems"]').click();
  assert.match(await lens.problems.innerText(), /Not checked yet/);
  release();
  await lens.problem("cross-region-reference").first().waitFor();
  await lens.close();
});

test("whoever asks for the next problem before the rules have come does not hear that there is none", async () => {
  const { prepare } = holdTheRules();
  const lens = await openPage({ prepare, text: TEXT });
  await lens.node("web:api").press("F8");
  await lens.page.locator('.notices [aria-live="polite"]', { hasText: /^(Not checked yet|Error, )/ }).waitFor({ state: "attached" });
  await lens.close();
});
