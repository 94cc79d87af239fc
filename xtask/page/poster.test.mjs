import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { asMarkup, poster } from "./poster.mjs";

test("a stand-alone file becomes markup without declaration, comment and hooks", () => {
  const file = '<?xml version="1.0"?>\n<!-- by hand --><svg xmlns="s"><g data-node="web:api" tabindex="0"/></svg>\n';
  assert.equal(asMarkup(file).markup, '<svg xmlns="s"><g/></svg>');
});

test("style attributes become presentation attributes", () => {
  const { markup } = asMarkup('<svg><path style="stroke:#123; stroke-dasharray: 2 4;"/></svg>');
  assert.equal(markup, '<svg><path stroke="#123" stroke-dasharray="2 4"/></svg>');
});

test("ids and what refers to them stay together, apart from those of the page", () => {
  const { markup } = asMarkup('<svg aria-labelledby="t d"><title id="t"/><use href="#a" marker-end="url(#a)"/></svg>');
  assert.equal(
    markup,
    '<svg aria-labelledby="poster-t poster-d"><title id="poster-t"/><use href="#poster-a" marker-end="url(#poster-a)"/></svg>',
  );
});

test("what the page's policy refuses is refused here", () => {
  assert.throws(() => asMarkup("<svg><script>1</script></svg>"), /<script/);
  assert.throws(() => asMarkup('<svg onload="1"></svg>'), /onload/);
  assert.throws(() => asMarkup("no picture"), /no SVG/);
});

test("style sheets are taken out, scoped to the picture, without their fonts", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "poster-"));
  t.after(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, "app", "examples"), { recursive: true });
  await writeFile(join(folder, "app", "examples", "b.yaml"), "services: []\n");
  await writeFile(join(folder, "app", "examples", "a.yaml"), "services: []\n");
  // Stands in for `prerender`: prints a picture whose text is the file that it was given.
  const prerender = join(folder, "prerender");
  const sheet = "@font-face{src:url(data:x)} :root{--ink:#123} .lane{fill:var(--ink);marker:url(#m)}";
  await writeFile(prerender, `#!/bin/sh\necho '<svg viewBox="0 0 20 10"><style>${sheet}</style>'"$(basename "$2")"'</svg>'\n`, { mode: 0o755 });
  const { markup, css } = await poster(prerender, pathToFileURL(`${folder}/`));
  assert.match(markup, /^<figure class="poster" id="poster"><svg viewBox="0 0 20 10">a\.yaml<\/svg><\/figure>/);
  assert.equal(markup.match(/<figure/g).length, 3, "one for each width of the pane");
  assert.match(css, /^\.poster svg\{--ink:#123\}\.poster \.lane\{fill:var\(--ink\);marker:url\(#poster-m\)\}/);
  assert.match(css, /#poster svg\{height:100%;max-width:23px;max-height:11\.5px\}/);
  assert.ok(!css.includes("@font-face"));
});
