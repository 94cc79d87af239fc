// The Chromium that the tests drive: CHROMIUM names it, else the one on the PATH, else Playwright's.

import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Nothing that asks the network or differs between machines. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

function executable() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const found = folders.flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync);
  const path = found ?? chromium.executablePath();
  if (existsSync(path)) return path;
  throw new Error("no Chromium found: run `cargo xtask setup`, or set CHROMIUM to the path of one");
}

const options = () => ({ executablePath: executable(), args: flags });

/** A browser for this process. */
export const launch = () => chromium.launch(options());

/** A browser that several processes share; they connect to its `wsEndpoint()`. */
export const launchServer = () => chromium.launchServer(options());

/** The browser of the run (run.mjs), else one of our own. */
export function connect() {
  const shared = process.env.E2E_BROWSER;
  return shared ? chromium.connect(shared) : launch();
}
