// The service worker, `service-worker.js`, with the list of what it keeps: every file of the page and of the pages for
// reading, each with the hash of its content.

import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { browsers } from "./browsers.mjs";

/** Where it lies; its place decides which addresses it answers. */
export const SERVICE_WORKER = "service-worker.js";

/** Writes the service worker into `folder`, whose other files are finished. */
export async function serviceWorker(root, folder) {
  await build({
    absWorkingDir: fileURLToPath(root),
    entryPoints: ["app/worker/service.ts"],
    outfile: join(folder, SERVICE_WORKER),
    bundle: true,
    minify: true,
    format: "iife",
    target: browsers,
    legalComments: "none",
    logLevel: "warning",
    define: { RELEASE: JSON.stringify(await release(folder)) },
  });
}

/** What the service worker keeps, and the version that this makes. */
export async function release(folder) {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(join(folder, "/").length).replaceAll("\\", "/"))
    .filter(isKept)
    .sort();
  const hashes = await Promise.all(names.map(async (name) => [name, integrity(await readFile(join(folder, name)))]));
  const isReading = ([name]) => /^(rules|guide)\//.test(name);
  const page = Object.fromEntries(hashes.filter((one) => !isReading(one)));
  const reading = Object.fromEntries(hashes.filter(isReading));
  const version = createHash("sha256").update(JSON.stringify(hashes)).digest("hex").slice(0, 16);
  return { version, page, reading };
}

/** The compressed twins are other forms of files that are kept; the element is for other pages. */
function isKept(name) {
  return !/\.(br|gz)$/.test(name) && !/^(blueprint-lens(\.js$|-engine-)|embed(\.html$|-))/.test(name) && name !== SERVICE_WORKER;
}

function integrity(bytes) {
  return `sha256-${createHash("sha256").update(bytes).digest("base64")}`;
}
