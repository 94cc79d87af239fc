// Nothing that is shown is cut, covered or out of the window: pictures of many sizes in four windows, and what opens over
// them. BLUEPRINT_LENS_CORPUS widens it to real files.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { blueprint } from "../bench/blueprints.mjs";
import { closeBrowser, openPage } from "./page.mjs";
import { faults } from "./whole.mjs";

const own = (path) => readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), "utf8");
const EVERYTHING = own("core/tests/suite/fixture/everything.yaml");
const [WIDE, PHONE] = [{ width: 1440, height: 900 }, { width: 390, height: 844 }];
const WINDOWS = [WIDE, { width: 1024, height: 768 }, PHONE, { width: 320, height: 256 }];
/** So many real files are looked at, evenly chosen. */
const REAL = 8;

after(closeBrowser);

/** Every so manyth file of the folder of real ones. */
function real() {
  const folder = process.env.BLUEPRINT_LENS_CORPUS;
  if (!folder) return {};
  const names = readdirSync(folder).filter((name) => name.endsWith(".yaml")).sort();
  const chosen = Array.from({ length: REAL }, (_, at) => names[Math.floor(((at + 0.5) * names.length) / REAL)]);
  return Object.fromEntries(chosen.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

const TEXTS = {
  "the first example": own("app/examples/01-shop.yaml"),
  "one of everything": EVERYTHING,
  ...Object.fromEntries([20, 40, 100, 300].map((size) => [`${size} resources`, blueprint(size).text])),
  ...real(),
};

async function opened(options) {
  const lens = await openPage({ text: EVERYTHING, viewport: WIDE, reducedMotion: "reduce", ...options });
  await lens.diagram.locator("[data-node]").first().waitFor();
  await lens.settled();
  return lens;
}

const box = (locator) => locator.evaluate((element) => element.getBoundingClientRect().toJSON());

for (const [name, text] of Object.entries(TEXTS)) {
  test(`nothing of the page is cut or covered in four windows: ${name}`, async () => {
    const lens = await opened({ text });
    for (const viewport of WINDOWS) {
      await lens.resize(viewport);
      assert.deepEqual(await lens.page.evaluate(faults), [], `${viewport.width} × ${viewport.height}`);
    }
    await lens.close();
  });
}

test("a large text is laid out for the window that it is opened in", async () => {
  const lens = await opened({ text: blueprint(300).text, viewport: PHONE });
  const size = () => lens.diagram.locator("svg.diagram").getAttribute("viewBox");
  const narrow = await size();
  await lens.redraw(() => lens.page.setViewportSize(WIDE));
  await lens.settled();
  assert.notEqual(await size(), narrow);
  await lens.redraw(() => lens.page.setViewportSize(PHONE));
  await lens.settled();
  assert.equal(await size(), narrow);
  await lens.close();
});

for (const viewport of [WIDE, PHONE]) {
  test(`what opens over the picture is whole at ${viewport.width} px`, async () => {
    const lens = await opened({ viewport });
    await lens.page.getByRole("button", { name: "Filter the picture" }).click();
    const menu = lens.page.locator(".view-filter-menu");
    const { height, all } = await menu.evaluate(({ clientHeight, scrollHeight }) => ({ height: clientHeight, all: scrollHeight }));
    const [pane, bar] = [await box(lens.diagram), await box(lens.page.locator(".picture-bar"))];
    assert.ok(height >= Math.min(all, bar.top - pane.top - 40), `${height} of ${all} pixels`);
    await lens.page.keyboard.press("Escape");

    await lens.node("web:api").focus();
    await lens.page.keyboard.press("r");
    const note = await box(lens.page.locator(".reach-note"));
    assert.ok(note.bottom <= (await box(lens.page.locator(".picture-bar"))).top, "the note stands above the bar");
    await lens.close();
  });
}

test("from far away the legend can be read, and explains no number that no line shows", async () => {
  const lens = await opened({ text: blueprint(20).text });
  assert.equal(await lens.diagram.getAttribute("data-detail"), "names");
  const words = await lens.diagram.locator(".legend-text:visible").evaluateAll((texts) =>
    texts.map((text) => [text.textContent, parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a]));
  assert.ok(words.length > 3);
  assert.deepEqual(words.filter(([, size]) => size < 9), []);
  assert.deepEqual(words.filter(([word]) => word.startsWith("TARGET")), []);
  await lens.close();
});

test("lines that do not belong to what is lit stay faint where many of them run together", async () => {
  const lens = await opened();
  await lens.node("web:api").focus();
  await lens.page.locator(".picture.has-path").waitFor();
  const opacities = await lens.diagram.locator("[data-edge]:not(.lit)").evaluateAll((edges) =>
    edges.map((edge) => getComputedStyle(edge).opacity));
  assert.ok(opacities.length > 0);
  assert.ok(opacities.every((opacity) => opacity === "1"), "no line shines through another");
  const stroke = (selector) =>
    lens.diagram.locator(selector).first().evaluate((line) => getComputedStyle(line).stroke);
  assert.notEqual(await stroke(".edge-private:not(.lit) .edge-line"), await stroke(".edge-private.lit .edge-line"));
  await lens.close();
});

test("a connection with the focus is marked along its line", async () => {
  const lens = await opened();
  await lens.editor.focus();
  const edge = lens.diagram.locator("[data-edge]").first();
  const style = () => edge.locator(".edge-hit").evaluate((line) => getComputedStyle(line).stroke);
  const before = await style();
  await lens.diagram.locator("[data-node][tabindex='0']").focus();
  await lens.page.keyboard.press("Shift+ArrowRight");
  const focused = lens.diagram.locator("[data-edge]:focus .edge-hit");
  assert.notEqual(await focused.evaluate((line) => getComputedStyle(line).stroke), before);
  await lens.close();
});

test("on a phone the views stay in one row, the button for what-if questions below them, and the bar of the picture stands at the foot of the page", async () => {
  const lens = await opened({ text: "services:\n  - {type: cron, name: cleanup, runtime: docker, plan: starter, schedule: '0 9 * * *'}\n", viewport: PHONE });
  const bottom = async (selector) => (await box(lens.page.locator(selector))).bottom;
  assert.ok(Math.abs((await bottom(".picture-bar")) - (await box(lens.page.locator(".status"))).top) <= 1);
  await lens.setText(EVERYTHING);
  const tabs = await lens.page.locator(".tab:visible").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
  const middles = tabs.map(({ top, bottom }) => (top + bottom) / 2);
  assert.ok(Math.max(...middles) - Math.min(...middles) < 10, `${middles}`);
  const { top } = await box(lens.page.locator(".what-if-button"));
  assert.ok(top >= Math.max(...tabs.map(({ bottom }) => bottom)) - 1, `${top}`);
  await lens.close();
});

test("with text twice as large, a phone loses no tab, and a draft keeps its name", async () => {
  const lens = await opened({ viewport: PHONE });
  await lens.page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
  assert.deepEqual(await lens.page.evaluate(faults), []);
  await lens.page.getByRole("button", { name: "New", exact: true }).click();
  await lens.page.getByRole("button", { name: "Drafts", exact: true }).click();
  const dialog = lens.page.getByRole("dialog");
  const draft = dialog.getByRole("listitem").first();
  await draft.waitFor();
  assert.ok(await dialog.evaluate(({ clientWidth, scrollWidth }) => scrollWidth <= clientWidth));
  const title = await box(draft.locator(".item-title"));
  assert.ok(title.width > 150, `${title.width}`);
  await lens.close();
});

test("the names of printed columns are whole", async () => {
  const lens = await opened();
  await lens.page.emulateMedia({ media: "print" });
  await lens.reach.waitFor();
  const cut = await lens.reach.locator("thead th[scope=col]").evaluateAll((heads) =>
    heads.flatMap((head) => {
      const { top, bottom } = head.getBoundingClientRect();
      const outside = [...head.querySelectorAll(".reach-name, .reach-kind")].filter((part) => {
        const place = part.getBoundingClientRect();
        return place.top < top - 1 || place.bottom > bottom + 1 || part.scrollHeight > part.clientHeight + 1;
      });
      return outside.map((part) => part.textContent);
    }));
  assert.deepEqual(cut, []);
  await lens.close();
});

test("a large picture lies on one sheet with its head and with what it leaves out", async () => {
  const lens = await opened({ text: blueprint(100).text });
  const pdf = (await lens.page.pdf({ format: "A4", preferCSSPageSize: true })).toString("latin1");
  const sheets = [...pdf.matchAll(/\/MediaBox\s*\[0 0 (\d+)/g)].map(([, width]) => Number(width));
  assert.deepEqual([sheets[0] > 800, sheets.filter((width) => width > 800).length], [true, 1], `${sheets}`);
  await lens.close();
});
