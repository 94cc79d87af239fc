// Finishes what Trunk has put together; Trunk runs it after each build, before the page is moved
// to its place.
//
// Always: the picture of the first example (poster.mjs) and the pages of the rules (rules.mjs).
// For a release also the content-security policy and the compressed twins (compress.mjs).
// A release without picture or rule pages is an error; while serving it is only a remark, so that
// the page can be worked on while the command line is broken.

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compressAll } from "./compress.mjs";
import { CONTENT_SECURITY_POLICY } from "./policy.mjs";
import { poster } from "./poster.mjs";
import { rulePages } from "./rules.mjs";

const folder = process.env.TRUNK_STAGING_DIR;
const cli = process.env.BLUEPRINT_LENS_CLI;
const release = process.env.TRUNK_PROFILE === "release";
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
    console.warn(`The page goes without ${what}: ${error.message}`);
    return otherwise;
  }
}

async function finish() {
  if (!folder || !cli) {
    throw new Error("build the page with `cargo xtask build` or `cargo xtask serve`, which say where things are");
  }
  const index = join(folder, "index.html");
  let html = await readFile(index, "utf8");
  html = fill(html, "poster", await wanted("its first picture", "", () => poster(cli, root)));
  html = fill(html, "content-security-policy", release ? CONTENT_SECURITY_POLICY : "");
  await writeFile(index, html);
  await wanted("the pages of the rules", undefined, () => rulePages(cli, folder, html));
  if (release) await compressAll(folder);
}

try {
  await finish();
} catch (error) {
  console.error(`The page could not be finished: ${error.message}`);
  process.exitCode = 1;
}
