// The page as its visitors meet it: what the tests may know of it, and nothing else.
//
// Everything here goes by the public hooks (`.cm-content`, `data-testid`, `data-node`, …), so that
// the page can be rewritten without touching a test.

import { deflateRawSync } from "node:zlib";
import { connect } from "./browser.mjs";

/** How long the page may take for anything; a loaded machine is slow, a broken page is slower. */
const PATIENCE = 20_000;

/** How long the picture must hold still to count as settled. */
const STILL = 250;

/** Keeps one browser per process; tests close their pages, the last one closes the browser. */
let browser;

/** The link payload for a Blueprint: raw DEFLATE, base64url without padding. */
export function link(text) {
  return `#v1=${deflateRawSync(Buffer.from(text, "utf8"), { level: 9 }).toString("base64url")}`;
}

/**
 * Opens the page in a browser profile of its own.
 *
 * - `text` arrives as a `#v1=` link, `path` is appended to the page's address.
 * - `options` go to Playwright's context (`viewport`, `colorScheme`, `javaScriptEnabled`, …).
 * - `prepare(context)` runs before the page is loaded.
 */
export async function openPage({ text, path = "", url = process.env.E2E_URL, prepare, ...options } = {}) {
  browser ??= await connect();
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    serviceWorkers: "block",
    ...options,
  });
  context.setDefaultTimeout(PATIENCE);
  await prepare?.(context);
  const lens = new LensPage(context, await context.newPage(), url);
  await lens.goto(path + (text === undefined ? "" : link(text)));
  return lens;
}

/** Ends the browser of this process; call it after the last test of a file. */
export async function closeBrowser() {
  await browser?.close();
  browser = undefined;
}

/** One open page. */
export class LensPage {
  constructor(context, page, url) {
    this.context = context;
    this.page = page;
    this.url = url;
    /** Addresses that were requested, in order. */
    this.requests = [];
    /** Errors and warnings of the console, uncaught errors, and refusals of the policy. */
    this.complaints = [];
    page.on("request", (request) => this.requests.push(request.url()));
    page.on("pageerror", (error) => this.complaints.push(`uncaught: ${error.message}`));
    page.on("console", (message) => {
      // A service worker is let in only where it is what the test is about.
      if (message.text() === "Service Worker registration blocked by Playwright") return;
      if (["error", "warning"].includes(message.type())) this.complaints.push(`${message.type()}: ${message.text()}`);
    });
    this.editor = page.locator(".cm-content");
    this.diagram = page.getByTestId("diagram");
    this.problems = page.getByTestId("problems");
    this.reach = page.getByTestId("reach");
  }

  /** Loads the page at a path below its address; a mere change of the fragment loads it too. */
  async goto(path = "") {
    if (this.page.url().split("#")[0] === this.url + path.split("#")[0]) await this.page.goto("about:blank");
    await this.page.goto(this.url + path);
  }

  async close() {
    await this.context.close();
  }

  /** Waits until the app runs and has drawn for the first time. */
  async ready() {
    await this.diagram.and(this.page.locator("[data-revision]")).waitFor({ state: "attached" });
    await this.settled();
  }

  // --- The text -------------------------------------------------------------------------------

  /** The lines that the editor shows; all of them only where the text fits into its view. */
  async text() {
    return (await this.page.locator(".cm-line").allInnerTexts()).map((line) => line.replace(/\n$/, "")).join("\n");
  }

  /** Replaces the whole text the way a visitor does: select everything, paste. */
  async setText(text) {
    const before = await this.revision();
    await this.editor.focus();
    await this.page.keyboard.press("ControlOrMeta+A");
    await this.paste(text);
    await this.drawnSince(before);
  }

  /** Pastes at the cursor. */
  async paste(text) {
    await this.editor.evaluate((content, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", pasted);
      content.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  }

  /** Types key by key at the cursor. */
  async type(text) {
    await this.editor.focus();
    await this.page.keyboard.type(text);
  }

  /** Moves the cursor to the start of a line (1-based), by keyboard. */
  async goToLine(line) {
    await this.editor.focus();
    await this.page.keyboard.press("ControlOrMeta+Home");
    for (let moved = 1; moved < line; moved += 1) await this.page.keyboard.press("ArrowDown");
  }

  /** The number of the line that holds the cursor, as its gutter shows it. */
  async cursorLine() {
    return Number(await this.page.locator(".cm-lineNumbers .cm-activeLineGutter").innerText());
  }

  // --- The picture ----------------------------------------------------------------------------

  /** How many redraws there were; 0 before the first. */
  async revision() {
    const attribute = await this.page.evaluate(
      () => document.querySelector('[data-testid="diagram"]')?.getAttribute("data-revision") ?? "0",
    );
    return Number(attribute);
  }

  /** Waits for a redraw after revision `before`. */
  async drawnSince(before) {
    await this.page.waitForFunction(
      (seen) => Number(document.querySelector('[data-testid="diagram"]')?.getAttribute("data-revision")) > seen,
      before,
    );
  }

  /** Waits until the picture has held still for a moment. */
  async settled() {
    await this.page.waitForFunction((still) => {
      const revision = document.querySelector('[data-testid="diagram"]')?.getAttribute("data-revision");
      const last = (window.__settled ??= { revision: null, since: 0 });
      if (revision !== last.revision) Object.assign(last, { revision, since: performance.now() });
      return revision !== null && performance.now() - last.since > still;
    }, STILL);
  }

  /** Gives the window another size and waits until the picture has held still since then. */
  async resize(viewport) {
    await this.page.setViewportSize(viewport);
    await this.page.evaluate(() => delete window.__settled);
    await this.settled();
  }

  /** Does something and waits for the redraw that it causes. */
  async redraw(action) {
    const before = await this.revision();
    await action();
    await this.drawnSince(before);
  }

  node(id) {
    return this.diagram.locator(`[data-node="${id}"]`);
  }

  lane(id) {
    return this.diagram.locator(`[data-lane="${id}"]`);
  }

  /** Ids in the picture, sorted: of `node`, `edge`, `lane` or `group`. */
  async ids(kind) {
    const items = await this.diagram.locator(`[data-${kind}]`).all();
    const ids = await Promise.all(items.map((item) => item.getAttribute(`data-${kind}`)));
    return [...new Set(ids)].sort();
  }

  /** Edges with what they join and whether they work, as far as the picture says. */
  async edges() {
    return this.diagram.locator("[data-edge]").evaluateAll((items) =>
      items.map(({ dataset }) => ({ id: dataset.edge, verdict: dataset.verdict })),
    );
  }

  // --- The problems ---------------------------------------------------------------------------

  /** Rows of the problems list: all, or those of one rule. */
  problem(rule) {
    return this.problems.locator(rule === undefined ? "[data-problem]" : `[data-problem][data-rule="${rule}"]`);
  }

  /** Rule and severity of each row, in the order of the list. */
  async problemRows() {
    return this.problem().evaluateAll((rows) =>
      rows.map(({ dataset }) => ({ rule: dataset.rule, severity: dataset.severity })),
    );
  }

  // --- The rest -------------------------------------------------------------------------------

  /** Durations of a measure such as `lens:draw`, in milliseconds, oldest first. */
  async measures(name) {
    return this.page.evaluate((entry) => performance.getEntriesByName(entry).map(({ duration }) => duration), name);
  }

  /** The text of the file that an action hands over. */
  async downloaded(action) {
    const handed = this.page.waitForEvent("download");
    await action();
    const chunks = [];
    for await (const chunk of await (await handed).createReadStream()) chunks.push(chunk);
    return Buffer.concat(chunks).toString("utf8");
  }

  /** Saves what is on the screen, or with `fullPage` all that the page scrolls to. */
  async screenshot(path, { fullPage = false } = {}) {
    await this.settled();
    await this.page.screenshot({ path, fullPage, animations: "disabled" });
  }
}
