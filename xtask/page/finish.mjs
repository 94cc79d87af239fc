// Finishes what Trunk has put together; Trunk runs it after each build, before the page is moved
// to its place.
//
// Always: the picture of the first example (poster.mjs), the pages of the rules (rules.mjs) and
// of the guide (guide.mjs), and links to the editor's chunks (preload.mjs). For a release also the
// content-security policy (policy.mjs), the element for other pages (embed.mjs), the service worker (offline.mjs) and the
// compressed twins (compress.mjs).
// A release without picture or rule pages is an error; while serving it is only a remark, so that
// the page can be worked on while `prerender` is broken.

import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compressAll } from "./compress.mjs";
import { element } from "./embed.mjs";
import { CONTENT_SECURITY_POLICY } from "./policy.mjs";
import { guidePages } from "./guide.mjs";
import { recordableModule, splitModule, withoutRules } from "./module.mjs";
import { SERVICE_WORKER, serviceWorker } from "./offline.mjs";
import { firstExample, firstProblems, poster } from "./poster.mjs";
import { preloads } from "./preload.mjs";
import { escape } from "./reading.mjs";
import { rulePages } from "./rules.mjs";

const folder = process.env.TRUNK_STAGING_DIR;
const prerender = process.env.BLUEPRINT_LENS_PRERENDER;
const engine = process.env.BLUEPRINT_LENS_EMBED;
const release = process.env.TRUNK_PROFILE === "release";
/** Whether the page is built to be recorded (record.mjs). */
const recording = process.env.BLUEPRINT_LENS_RECORD !== undefined;
const root = new URL("../..", import.meta.url);

/** Replaces a placeholder comment of index.html, which must be there exactly once. */
function fill(html, placeholder, content) {
  const mark = `<!-- ${placeholder} -->`;
  const parts = html.split(mark);
  if (parts.length !== 2) throw new Error(`index.html must hold «${mark}» exactly once`);
  return parts.join(content);
}

/** The result of a step that only a release cannot do without. */
async function wanted(what, otherwise, step) {
  try {
    return await step();
  } catch (error) {
    if (release) throw error;
    console.warn(`The page has no ${what}: ${error.message}`);
    return otherwise;
  }
}

/** Saves a style sheet under a name with its hash; the link to it, or nothing for an empty one. */
async function styleSheet(name, css) {
  if (css === "") return "";
  const file = `${name}-${createHash("sha256").update(css).digest("hex").slice(0, 16)}.css`;
  await writeFile(join(folder, file), css);
  return `<link rel="stylesheet" href="./${file}">`;
}

async function finish() {
  if (!folder || !prerender) {
    throw new Error("build the page with `cargo xtask build` or `cargo xtask serve`, which say where things are");
  }
  const index = join(folder, "index.html");
  let html = await readFile(index, "utf8");
  const { markup, css } = await wanted("first picture", { markup: "", css: "" }, () => poster(prerender, root));
  html = fill(html, "poster", markup);
  html = fill(html, "problems", await wanted("first problems", "", () => firstProblems(prerender, root)));
  html = fill(html, "text", escape(await readFile(await firstExample(root), "utf8")));
  // While the page is worked on, nothing may stand between it and the latest build.
  const offline = release ? `<meta name="service-worker" content="./${SERVICE_WORKER}">` : "";
  const links = [await styleSheet("poster", css), await preloads(folder, html), offline];
  html = fill(html, "links", links.filter(Boolean).join("\n"));
  if (release && !recording) html = await splitModule(html, root, folder, process.env.BLUEPRINT_LENS_LINKED);
  if (recording) html = withoutRules(html);
  html = fill(html, "content-security-policy", release ? CONTENT_SECURITY_POLICY : "");
  await writeFile(index, html);
  await wanted("rule pages", undefined, () => rulePages(prerender, root, folder));
  await wanted("guide", undefined, () => guidePages(root, folder));
  if (recording) {
    await recordableModule(html, root, folder);
  } else if (release) {
    if (!engine) throw new Error("`cargo xtask build` has built no engine for the element");
    await element(engine, root, folder);
    await serviceWorker(root, folder);
    await compressAll(folder);
  }
}

try {
  await finish();
} catch (error) {
  console.error(`The page could not be finished: ${error.message}`);
  process.exitCode = 1;
}
