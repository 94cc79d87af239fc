// The element in pages that change: their theme, its attributes, its text, its place; and in those that are printed, or
// large.

import assert from "node:assert/strict";
import { test } from "node:test";
import { host, hostPage } from "./host.mjs";

const shop = (name) => `services:
  - {type: web, name: ${name}, runtime: docker, plan: starter, envVars: [{key: A, fromService: {type: pserv, name: far, property: hostport}}]}
  - {type: pserv, name: far, runtime: docker, plan: starter, region: frankfurt}
`;
const many = (count) => {
  const lines = ["services:"];
  for (let at = 0; at < count; at++) lines.push(`  - {type: ${["web", "pserv", "worker"][at % 3]}, name: service-${at}, runtime: docker, plan: starter}`);
  return `${lines.join("\n")}\n`;
};
const element = (text, attributes = "") => hostPage(`<blueprint-lens id="one" ${attributes}><pre>${text}</pre></blueprint-lens>`);
const far = hostPage(`<svg width="1" height="6000" aria-hidden="true"></svg><blueprint-lens id="one" src="shop.yaml"><a href="shop.yaml">shop.yaml</a></blueprint-lens>`);
const PAGES = {
  "/": element(shop("api")),
  "/reach": element(shop("api") + many(30).replace("services:\n", ""), 'view="reach"'),
  "/far": far,
  "/large": element(many(200), 'view="reach"'),
  "/shop.yaml": shop("shop"),
  "/other.yaml": shop("other"),
};
const open = await host((path) => PAGES[path] ?? "");

async function opened(path = "/", options = {}) {
  const { page, close } = await open({ path, ...options });
  return { page, close, node: (id) => page.locator(`#one [data-node="${id}"]`), lens: page.locator("#one .lens") };
}

test("the element follows the theme of the page when it is switched, however the page keeps it", async () => {
  const { page, close, lens } = await opened("/", { colorScheme: "light" });
  await page.locator("#one svg.diagram").waitFor();
  const theme = () => lens.getAttribute("data-theme");
  assert.equal(await theme(), "light");
  const ways = [
    (root, name) => (root.dataset.theme = name),
    (root, name) => (root.className = `page ${name}`),
    (root, name) => root.setAttribute("data-bs-theme", name),
    (root, name) => (root.style.colorScheme = name),
  ];
  for (const way of ways) {
    for (const name of ["dark", "light", "dark"]) {
      await page.evaluate(`(${way})(document.documentElement, "${name}")`);
      await page.waitForFunction((name) => document.querySelector("#one").shadowRoot.querySelector(".lens").dataset.theme === name, name);
    }
    await page.evaluate(() => {
      const root = document.documentElement;
      for (const name of ["data-theme", "data-bs-theme", "class", "style"]) root.removeAttribute(name);
    });
    await page.waitForFunction(() => document.querySelector("#one").shadowRoot.querySelector(".lens").dataset.theme === "light");
  }
  await page.emulateMedia({ colorScheme: "dark" });
  await page.waitForFunction(() => document.querySelector("#one").shadowRoot.querySelector(".lens").dataset.theme === "dark");
  await close();
});

test("a change of src, of view and of the text inside is shown, and so is an element that is put elsewhere", async () => {
  const { page, close, node } = await opened();
  await node("web:api").waitFor();
  const one = page.locator("#one");
  await one.evaluate((element) => (element.querySelector("pre").textContent = element.querySelector("pre").textContent.replace("name: api", "name: web")));
  await node("web:web").waitFor();
  await one.evaluate((element) => element.setAttribute("src", "other.yaml"));
  await node("web:other").waitFor();
  await one.evaluate((element) => element.setAttribute("view", "problems"));
  await page.locator("#one .problem").first().waitFor();
  assert.equal(await page.locator("#one [aria-selected=true]").innerText(), "Problems");
  await one.evaluate((element) => {
    element.remove();
    element.setAttribute("view", "diagram");
    document.body.prepend(document.createElement("hr"), element);
  });
  await node("web:other").waitFor();
  await one.evaluate((element) => element.removeAttribute("src"));
  await node("web:web").waitFor();
  await close();
});

test("of two changes that overlap, the last one is shown", async () => {
  const { page, close, node } = await opened();
  await node("web:api").waitFor();
  await page.locator("#one").evaluate((element) => {
    element.setAttribute("src", "other.yaml");
    element.setAttribute("src", "shop.yaml");
  });
  await node("web:shop").waitFor();
  assert.equal(await node("web:other").count(), 0);
  await close();
});

test("the table says why, by pointer and by keyboard, and shows no word for the ear", async () => {
  const { page, close } = await opened("/reach");
  const panel = page.locator("#one [role=tabpanel]");
  await panel.locator("table").first().waitFor();
  const boxes = await panel.getByText("itself", { exact: true }).evaluateAll((all) => all.map((word) => word.getBoundingClientRect().width));
  assert.ok(boxes.length > 0 && boxes.every((width) => width <= 1), `${boxes}`);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "a wide table scrolls inside the element");
  await panel.locator('td[data-from="web:api"][data-to="pserv:far"] button').click();
  await panel.locator(".why", { hasText: /region/i }).waitFor();
  assert.equal(await panel.locator(".why a.line-link").first().getAttribute("target"), "_blank");
  await panel.locator('td[data-from="internet"][data-to="pserv:far"] button').focus();
  await page.keyboard.press("ArrowDown");
  const at = await page.evaluate(() => ({ ...document.querySelector("#one").shadowRoot.activeElement.closest("td").dataset }));
  assert.deepEqual([at.from, at.to], ["web:api", "pserv:far"]);
  await page.keyboard.press("Enter");
  await panel.locator(".why", { hasText: "far" }).waitFor();
  await close();
});

test("the editor opens beside the page", async () => {
  const { page, close, node } = await opened();
  await node("web:api").waitFor();
  const link = page.locator("#one .bar a");
  assert.deepEqual([await link.getAttribute("target"), await link.getAttribute("rel")], ["_blank", "noopener"]);
  await close();
});

test("what was never scrolled to is printed", async () => {
  const { page, close, node } = await opened("/far");
  await page.waitForFunction(() => customElements.get("blueprint-lens") !== undefined);
  assert.equal(await node("web:shop").count(), 0);
  // As the browser does before it lays out the sheets.
  const drawn = await page.evaluate(() => {
    dispatchEvent(new Event("beforeprint"));
    return document.querySelector("#one").shadowRoot.querySelectorAll("[data-node]").length;
  });
  assert.ok(drawn >= 2, `${drawn} nodes`);
  await page.locator("#one").scrollIntoViewIfNeeded();
  await page.locator("#one [role=tab]").nth(2).click();
  await page.locator("#one .problem").first().waitFor();
  await close();
});

test("a large table is shown in pages, and the page around it goes on", async () => {
  const { page, close } = await opened("/large");
  const panel = page.locator("#one [role=tabpanel]");
  await panel.locator("table").first().waitFor();
  const cells = await panel.locator("td[data-from]").count();
  assert.ok(cells > 1000 && cells < 12_000, `${cells} cells of 40,000`);
  await panel.getByRole("button", { name: "Next callers" }).click();
  await panel.getByText(/^Callers 2\d to/).waitFor();
  await close();
});
