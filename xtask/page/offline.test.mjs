import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { release } from "./offline.mjs";

/** A folder with these files, each holding its own name. */
async function folder(t, names) {
  const made = await mkdtemp(join(tmpdir(), "offline-"));
  t.after(() => rm(made, { recursive: true }));
  for (const name of names) {
    await mkdir(join(made, name, ".."), { recursive: true });
    await writeFile(join(made, name), name);
  }
  return made;
}

test("every file of the page is kept, and those for reading apart; twins and the element are not", async (t) => {
  const { page, reading } = await release(
    await folder(t, ["index.html", "index.html.br", "chunks/a-1.js", "rules/x.html", "guide/y.html", "guide/y.html.gz", "blueprint-lens.js", "blueprint-lens-engine-1.wasm", "blueprint-lens-engine-secondary-1.wasm", "blueprint-lens-app-1.js", "service-worker.js"]),
  );
  assert.deepEqual(Object.keys(page), ["blueprint-lens-app-1.js", "chunks/a-1.js", "index.html"]);
  assert.deepEqual(Object.keys(reading), ["guide/y.html", "rules/x.html"]);
  assert.equal(page["index.html"], `sha256-${createHash("sha256").update("index.html").digest("base64")}`);
});

test("a changed file makes another version, the same files the same", async (t) => {
  const [one, same, other] = await Promise.all([0, 1, 2].map(() => folder(t, ["index.html", "rules/x.html"])));
  await writeFile(join(other, "rules", "x.html"), "changed");
  const versions = await Promise.all([one, same, other].map(async (made) => (await release(made)).version));
  assert.equal(versions[0], versions[1]);
  assert.notEqual(versions[0], versions[2]);
});
