// What axe-core can tell about accessibility, in every state of the page: views, menus, dialogs, notices, cards; in both
// themes, in the system's colours and at a narrow width.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, test } from "node:test";
import { blueprint } from "../bench/blueprints.mjs";
import { violations } from "./axe.mjs";
import { closeBrowser, openPage } from "./page.mjs";

const everything = await readFile(new URL("../core/tests/suite/fixture/everything.yaml", import.meta.url), "utf8");
/** Two versions that Render takes: one service goes, one comes, one gets another plan, and one value is asked for. */
const service = (type, name, plan) => `  - {type: ${type}, name: ${name}, runtime: docker, plan: ${plan}}\n`;
const former = `services:\n${service("web", "api", "starter")}${service("pserv", "ledger", "starter")}`;
const head = `services:\n${service("web", "api", "standard")}${service("worker", "mail", "starter")}
envVarGroups:\n  - {name: mail, envVars: [{key: STRIPE_KEY, sync: false}]}\n`;

after(closeBrowser);

const button = (lens, name) => lens.page.getByRole("button", { name, exact: true }).first();
const press = (name) => (lens) => button(lens, name).click();
const dialog = (open) => async (lens) => {
  await open(lens);
  await lens.page.locator("dialog[open]").waitFor();
};
const onNode = (key) => async (lens) => {
  await lens.diagram.locator("[data-node][tabindex='0']").focus();
  if (key) await lens.page.keyboard.press(key);
};

const view = (name) => (lens) => lens.page.getByRole("group", { name: "View", exact: true }).getByRole("button", { name }).click();

/** Drops files on the page, as from a file manager. */
const drop = (lens, files) =>
  lens.page.evaluate((given) => {
    const dataTransfer = new DataTransfer();
    for (const [name, text] of Object.entries(given)) dataTransfer.items.add(new File([text], name));
    window.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, files);

/** Compares with the version before. */
async function compare(lens) {
  await view("Compare")(lens);
  await lens.page.getByRole("heading", { name: "Compare with another version" }).waitFor();
  await drop(lens, { "main.yaml": former });
  await lens.page.getByTestId("plan").locator("[data-consequence]").first().waitFor();
}

/** The card of a node in the comparison, beside the picture. */
const comparedCard = (node) => async (lens) => {
  await compare(lens);
  await view("Picture")(lens);
  await lens.node(node).focus();
  await lens.page.locator("#picture-card:not([hidden])").waitFor();
};

/** How each state is reached from the page as it opens; it is left by Escape, or by going back to the picture. */
const STATES = {
  "as it opens": async () => {},
  "the card of a node": onNode(),
  "a group with the focus": async (lens) => {
    await onNode("Shift+ArrowUp")(lens);
    await lens.page.locator("[data-waypoint]:focus").waitFor();
  },
  "a lit reach": onNode("r"),
  "a search": async (lens) => {
    await lens.page.getByRole("textbox", { name: "Search the picture" }).fill("postgres");
    await lens.page.locator(".picture.has-path").waitFor();
  },
  "the filter of the picture": press("Filter the picture"),
  "the examples": press("Examples"),
  "the export menu": press("Export"),
  "the keys": dialog(press("Keys")),
  "sharing": dialog(press("Share")),
  "the drafts": dialog(press("Drafts")),
  "about": dialog(press("About")),
  "what if": dialog(onNode("w")),
  "a what-if preview": async (lens) => {
    await lens.node("web:api").focus();
    await lens.page.keyboard.press("w");
    await lens.page.getByRole("dialog").getByRole("listitem").getByRole("button").first().click();
    await lens.page.getByRole("group", { name: "What if" }).waitFor();
  },
  "the card of a connection": async (lens) => {
    await lens.diagram.locator("[data-edge]").first().focus();
    await lens.page.locator("#picture-card:not([hidden])").waitFor();
  },
  "the table of reach, with an explanation": async (lens) => {
    await view("Reach")(lens);
    await lens.reach.getByRole("button").first().click();
    await lens.page.getByRole("complementary", { name: "Explanation" }).waitFor();
  },
  "the entry points": view("Exposure"),
  "the problems": async (lens) => {
    if (await lens.page.locator(".tab[data-tab=problems]").isVisible()) await view(/^Problems/)(lens);
  },
};

/** The same of a text that is compared with a version before. */
const COMPARED = {
  "the steps of a deploy": async (lens) => {
    await view("Deploy")(lens);
    await lens.page.getByTestId("deploy").locator("[data-phase]").first().waitFor();
  },
  "the choice of a version to compare with": view("Compare"),
  "a comparison with its plan": compare,
  "lines of the version before": async (lens) => {
    await compare(lens);
    await lens.page.getByTestId("plan").getByRole("button", { name: /before/ }).first().click();
    await lens.page.getByRole("region", { name: /Before/ }).waitFor();
  },
  "the steps of a deploy since the version before": async (lens) => {
    await compare(lens);
    await view("Deploy")(lens);
    await lens.page.getByTestId("deploy").waitFor();
  },
  "the card of what is gone": comparedCard("pserv:ledger"),
  "the card of what has changed": comparedCard("web:api"),
};

/** Goes back to the page as it opens. */
async function leave(lens) {
  await lens.page.keyboard.press("Escape");
  const discard = lens.page.getByRole("button", { name: "Discard" });
  if (await discard.isVisible()) await discard.click();
  const stop = lens.page.getByRole("button", { name: "Stop comparing" });
  if (await stop.isVisible()) await stop.click();
  await view("Picture")(lens);
  await lens.page.getByRole("textbox", { name: "Search the picture" }).fill("");
  await lens.editor.focus();
}

const views = [
  { name: "light", options: { colorScheme: "light" } },
  { name: "dark", options: { colorScheme: "dark" } },
  { name: "in the system's colours", options: { forcedColors: "active" } },
  { name: "narrow", options: { viewport: { width: 390, height: 844 } } },
  { name: "at 400 %", options: { viewport: { width: 320, height: 256 } } },
];

for (const { name, options } of views) {
  for (const [what, text, states] of [["", everything, STATES], [" of a comparison", head, COMPARED]]) {
    test(`axe finds nothing in any state${what}, ${name}`, async () => {
      const lens = await openPage({ ...options, text, reducedMotion: "reduce", bypassCSP: true });
      await lens.ready();
      const found = [];
      for (const [state, reach] of Object.entries(states)) {
        await reach(lens);
        for (const violation of await violations(lens)) found.push(`${state}: ${violation}`);
        await leave(lens);
      }
      assert.deepEqual(found, []);
      await lens.close();
    });
  }

  test(`axe finds nothing in a large picture, ${name}`, async () => {
    const lens = await openPage({ ...options, text: blueprint(100).text, reducedMotion: "reduce", bypassCSP: true });
    await lens.ready();
    assert.deepEqual(await violations(lens), []);
    await lens.close();
  });

  test(`axe finds nothing while several files are open, ${name}`, async () => {
    const lens = await openPage({ ...options, reducedMotion: "reduce", bypassCSP: true });
    await lens.ready();
    await lens.redraw(() => drop(lens, { "shop.yaml": everything, "main.yaml": former }));
    await lens.page.getByRole("tablist", { name: "Files" }).getByRole("tab").first().focus();
    assert.deepEqual(await violations(lens), []);
    await lens.close();
  });

  test(`axe finds nothing while a notice is shown, ${name}`, async () => {
    const lens = await openPage({ ...options, reducedMotion: "reduce", bypassCSP: true });
    await lens.ready();
    await press("Export")(lens);
    await lens.page.locator(".menu-item").filter({ hasText: "Mermaid" }).click();
    await lens.page.getByTestId("notice").waitFor();
    assert.deepEqual(await violations(lens), []);
    await lens.close();
  });
}

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing while completion is open, ${colorScheme}`, async () => {
    const text = "services:\n  - type: web\n    name: shop\n    plan: ";
    const lens = await openPage({ text, colorScheme, bypassCSP: true });
    await lens.ready();
    await lens.goToLine(4);
    await lens.page.keyboard.press("End");
    await lens.page.keyboard.press("Control+Space");
    await lens.page.locator(".cm-tooltip-autocomplete li").first().waitFor();
    assert.deepEqual(await violations(lens), []);
    await lens.close();
  });
}

test("axe finds nothing on the list of rules", async () => {
  const lens = await openPage({ path: "rules/index.html", bypassCSP: true });
  assert.deepEqual(await violations(lens), []);
  await lens.close();
});
