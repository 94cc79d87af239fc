// Every text that can appear can be read, in both themes and with forced colours; and axe finds nothing in any state.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { violations } from "./axe.mjs";
import { lowContrast } from "./contrast.mjs";
import { closeBrowser, openPage } from "./page.mjs";

/** One of everything that is drawn and said: errors, warnings and infos, both kinds of trouble, secrets. */
const TEXT = `services:
  - type: web
    name: api
    runtime: docker
    plan: starter
    region: oregon
    envVars:
      - key: ORDERS
        fromDatabase: {name: orders, property: connectionString}
      - key: STOCK_URL
        value: https://stock.onrender.com
      - key: GONE
        fromService: {name: gone, type: pserv, property: hostport}
      - key: API_TOKEN
        value: hunter22-token
  - {type: web, name: stock, runtime: docker, plan: starter, region: oregon}
  - {type: worker, name: jobs, runtime: docker, region: oregon, plan: starter}
databases:
  - {name: orders, plan: basic-1gb, region: frankfurt}
`;

after(closeBrowser);

const press = (name, exact = true) => (lens) => lens.page.getByRole("button", { name, exact }).first().click();
const dialog = (...names) => async (lens) => {
  for (const name of names) await press(name, name === names[0])(lens);
  await lens.page.getByRole("dialog").waitFor();
};
const view = (name) => async (lens) => {
  await lens.page.getByRole("group", { name: "View", exact: true }).getByRole("button", { name, exact: true }).click();
  await lens.page.waitForTimeout(100);
};

/** What is opened, and how. */
const STATES = {
  "the page as it opens": async () => {},
  "a notice": async (lens) => {
    await lens.problem().getByRole("button", { name: /^Fix/ }).first().click();
    await lens.page.getByTestId("notice").waitFor();
  },
  "a notice above a dialog": async (lens) => {
    await dialog("Share")(lens);
    await press("Copy link")(lens);
    const notice = lens.page.getByRole("dialog").getByTestId("notice");
    await notice.waitFor();
    assert.ok(await notice.evaluate((box) => {
      const { left, top, width, height } = box.getBoundingClientRect();
      return box.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    }), "nothing may cover the notice");
  },
  "the menu of examples": press("Examples"),
  "the menu of exports": press("Export"),
  "the dialog about the page": dialog("About"),
  "the dialog of keys": dialog("Keys"),
  "the dialog of the link": dialog("Share"),
  "the dialog of drafts": async (lens) => {
    await press("New")(lens);
    await dialog("Drafts")(lens);
    await lens.page.getByRole("dialog").getByRole("listitem").first().waitFor();
  },
  "the dialog of the exported text": dialog("Export", "Blueprint, YAML"),
  "the dialog of what-if questions": dialog("What if…"),
  "a what-if preview": async (lens) => {
    await dialog("What if…")(lens);
    await lens.page.getByRole("dialog").getByRole("listitem").getByRole("button").first().click();
    await lens.page.getByRole("group", { name: "What if" }).waitFor();
  },
  "the card of a node": async (lens) => {
    await lens.node("web:api").focus();
    await lens.page.locator("#picture-card:not([hidden])").waitFor();
  },
  "the card of an edge": async (lens) => {
    await lens.diagram.locator('[data-edge][data-verdict="blocked"]').first().focus();
    await lens.page.locator("#picture-card:not([hidden])").waitFor();
  },
  "the reach of a node": async (lens) => {
    await lens.node("web:api").focus();
    await lens.page.keyboard.press("r");
    await lens.page.waitForTimeout(100);
  },
  "the filter of the picture": press("Filter the picture"),
  "one node and its neighbours": async (lens) => {
    await lens.node("web:api").focus();
    await lens.redraw(() => lens.page.keyboard.press("f"));
  },
  "an empty text": async (lens) => {
    await lens.redraw(() => press("New")(lens));
  },
  "the table of reach, with an explanation": async (lens) => {
    await view("Reach")(lens);
    await lens.reach.getByRole("button").first().click();
    await lens.page.getByRole("complementary", { name: "Explanation" }).waitFor();
  },
  "the entry points": view("Exposure"),
  "the problem in a tooltip": async (lens) => {
    await lens.page.locator(".cm-lintRange").first().hover();
    await lens.page.locator(".cm-tooltip").first().waitFor();
  },
  "the explanation of a field": async (lens) => {
    await lens.page.locator(".cm-line", { hasText: "runtime: docker" }).first().locator("span").first().hover();
    await lens.page.locator(".cm-tooltip .explanation").waitFor();
  },
  "the search in the text": async (lens) => {
    await lens.editor.focus();
    await lens.page.keyboard.press("ControlOrMeta+f");
    await lens.page.locator(".cm-search").waitFor();
  },
  "completion": async (lens) => {
    await lens.goToLine(5);
    await lens.page.keyboard.press("End");
    for (let letter = 0; letter < "starter".length; letter += 1) await lens.page.keyboard.press("Backspace");
    await lens.page.keyboard.press("Control+Space");
    await lens.page.locator(".cm-tooltip-autocomplete li").first().waitFor();
  },
  "a file above the page": async (lens) => {
    await lens.page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(["services: []"], "render.yaml"));
      dispatchEvent(new DragEvent("dragenter", { dataTransfer, bubbles: true, cancelable: true }));
    });
    await lens.page.getByText("Drop the file to open it").waitFor();
  },
  "an engine that has stopped": async (lens) => {
    await lens.page.evaluate(() => globalThis.blueprintLens.panicked());
    await lens.page.getByRole("alert").filter({ hasText: "stopped at this text" }).waitFor();
  },
  "a text that is not saved": async (lens) => {
    await lens.page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException("no room", "QuotaExceededError");
      };
    });
    await lens.type("# ");
    await lens.page.getByTestId("not-saved").waitFor();
  },
};

const LOOKS = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  "forced colours": { forcedColors: "active" },
};

for (const [look, options] of Object.entries(LOOKS)) {
  test(`every text can be read: ${look}`, async (t) => {
    for (const [state, open] of Object.entries(STATES)) {
      await t.test(state, async () => {
        const lens = await openPage({ ...options, permissions: ["clipboard-write"], reducedMotion: "reduce", bypassCSP: true });
        await lens.ready();
        await lens.setText(TEXT);
        try {
          await open(lens);
          assert.deepEqual(await lens.page.evaluate(lowContrast), []);
          if (look === "light") assert.deepEqual(await violations(lens), []);
        } finally {
          await lens.close();
        }
      });
    }
  });
}
