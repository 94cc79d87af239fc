// Where the page is shown otherwise: at 400 % zoom, on a phone, under a finger, with large text, in the system's colours,
// without motion.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, test } from "node:test";
import { closeBrowser, openPage } from "./page.mjs";

const text = await readFile(new URL("../app/examples/02-web-and-private-service.yaml", import.meta.url), "utf8");
const everything = await readFile(new URL("../core/tests/suite/fixture/everything.yaml", import.meta.url), "utf8");

after(closeBrowser);

/** What stands outside the window, to the left or right of it; what scrolls by itself may. */
const outside = (lens) =>
  lens.page.evaluate(() => {
    const scrolls = (element) => element.closest(".editor, svg, .view, .unseen, [hidden]") !== null;
    const wide = ({ left, right, width }) => width > 0 && (right > innerWidth + 1 || left < -1);
    const all = [...document.querySelectorAll("body *")].filter((element) => !scrolls(element) && element.checkVisibility());
    return all.filter((element) => wide(element.getBoundingClientRect())).map(({ tagName, className }) => `${tagName}.${className}`);
  });

const scrollsSideways = (lens) => lens.page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

/** Opens each menu and dialog of the toolbar, and looks at each. */
async function throughMenus(lens, look) {
  for (const name of ["Examples", "Export", "Drafts", "Share"]) {
    await lens.page.getByRole("button", { name, exact: true }).click();
    await look(name);
    await lens.page.keyboard.press("Escape");
  }
}

for (const viewport of [{ width: 320, height: 256 }, { width: 390, height: 844 }]) {
  test(`at ${viewport.width} × ${viewport.height} the page is one column that scrolls, and nothing is lost`, async () => {
    const lens = await openPage({ text: everything, viewport });
    await lens.ready();
    assert.deepEqual(await outside(lens), []);
    assert.ok(!(await scrollsSideways(lens)));
    for (const name of ["Reach", "Exposure", "Problems", "Picture"]) {
      const tab = lens.page.getByRole("group", { name: "View", exact: true }).getByRole("button", { name });
      await tab.click();
      assert.ok(!(await scrollsSideways(lens)), name);
      const shown = await lens.page.locator(".reach-host, .exposure-host, .problem-list, .picture").locator("visible=true").first()
        .evaluate(({ clientHeight, scrollHeight }) => ({ clientHeight, scrollHeight }));
      assert.ok(shown.clientHeight > 60, `${name} is ${shown.clientHeight} pixels high`);
      assert.ok(shown.scrollHeight <= shown.clientHeight + 1, `${name} is cut at ${shown.clientHeight} of ${shown.scrollHeight} pixels`);
    }
    await throughMenus(lens, async (name) => assert.deepEqual(await outside(lens), [], name));
    // The last line of the page can be scrolled to, and the picture has the whole width.
    await lens.page.getByRole("button", { name: "About" }).scrollIntoViewIfNeeded();
    assert.ok(await lens.page.evaluate(() => scrollY > 0));
    const { width } = await lens.diagram.boundingBox();
    assert.equal(Math.round(width), viewport.width);
    await lens.close();
  });
}

test("what a finger presses is at least 44 pixels high and wide", async () => {
  const lens = await openPage({ text, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await lens.ready();
  const small = () =>
    lens.page.evaluate(() => {
      const targets = "button, a, input:not([type=checkbox]), label:has(input), summary, [role=button]";
      // In the text of the editor and in sentences, targets are as large as their line.
      const apart = (element) => element.closest(".editor, p, li li") === null;
      const all = [...document.querySelectorAll(targets)].filter((element) => apart(element) && element.checkVisibility());
      return all.flatMap((element) => {
        const { width, height } = element.getBoundingClientRect();
        const name = element.getAttribute("aria-label") ?? element.textContent;
        // A stroke that is pressed is no part of the box.
        const room = element.closest("[data-edge], [data-fold], [data-node=internet]") ? 30 : 0;
        const fits = element.matches("[data-edge]") ? Math.max(width, height) + room >= 43.5 : width + room >= 43.5 && height + room >= 43.5;
        return width === 0 || fits ? [] : [`${name}: ${width.toFixed(0)} × ${height.toFixed(0)}`];
      });
    });
  assert.deepEqual(await small(), []);
  await throughMenus(lens, async (name) => assert.deepEqual(await small(), [], name));
  await lens.page.getByRole("button", { name: /^Problems/ }).click();
  assert.deepEqual(await small(), []);
  await lens.close();
});

test("text follows the size that the visitor has set", async () => {
  const lens = await openPage({ text });
  await lens.ready();
  const sizes = () =>
    lens.page.evaluate(() => {
      const size = (selector) => parseFloat(getComputedStyle(document.querySelector(selector)).fontSize);
      return ["body", ".button", ".tab", ".status", ".cm-editor"].map((selector) => {
        const inside = document.querySelector(selector);
        if (inside) return size(selector);
        const host = [...document.querySelectorAll("*")].find((element) => element.shadowRoot?.querySelector(selector));
        return parseFloat(getComputedStyle(host.shadowRoot.querySelector(selector)).fontSize);
      });
    });
  const before = await sizes();
  await lens.page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
  assert.deepEqual(await sizes(), before.map((size) => 2 * size));
  assert.ok(!(await scrollsSideways(lens)));
  assert.deepEqual(await outside(lens), []);
  // No button cuts its word.
  const cut = await lens.page.locator("button:visible").evaluateAll((buttons) =>
    buttons.filter((button) => button.scrollWidth > button.clientWidth + 1 || button.scrollHeight > button.clientHeight + 2).map((button) => button.textContent),
  );
  assert.deepEqual(cut, []);
  await lens.close();
});

test("in the system's colours, classes, trouble and the focus are told apart without ours", async () => {
  const lens = await openPage({ text: everything, forcedColors: "active" });
  await lens.ready();
  const style = (selector, property) => lens.diagram.locator(selector).first().evaluate((element, name) => getComputedStyle(element)[name], property);
  const [ink, ground, highlight] = await lens.page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement("p"));
    const of = (color) => Object.assign(probe.style, { color }) && getComputedStyle(probe).color;
    const found = ["CanvasText", "Canvas", "Highlight"].map(of);
    probe.remove();
    return found;
  });
  for (const selector of [".verdict-blocked .edge-line", ".edge-private .edge-line", ".lane-box", ".severity-error .node-box"]) {
    assert.equal(await style(selector, "stroke"), ink, selector);
  }
  assert.equal(await style(".node-box", "fill"), ground);
  assert.equal(await style(".node-name", "fill"), ink);
  assert.notEqual(await style(".verdict-blocked .edge-line", "strokeDasharray"), await style(".edge-private:not(.verdict-blocked) .edge-line", "strokeDasharray"));
  await lens.node("web:api").focus();
  await lens.diagram.locator("[data-node='web:api'].lit").waitFor();
  assert.equal(await style("[data-node='web:api'] .node-box", "stroke"), highlight);
  assert.equal(await style("[data-node]:not(.lit)", "opacity"), "1");
  await lens.close();
});

test("without motion nothing glides", async () => {
  const lens = await openPage({ text, reducedMotion: "reduce" });
  await lens.ready();
  const moving = await lens.page.evaluate(() =>
    [...document.querySelectorAll("*")].filter((element) => {
      const { transitionDuration, animationName } = getComputedStyle(element);
      return animationName !== "none" || transitionDuration.split(", ").some((duration) => parseFloat(duration) > 0);
    }).length,
  );
  assert.equal(moving, 0);
  await lens.close();
});
