// Long editing: memory stays flat, and nothing is left behind in the page. `bench/soak.mjs` does the same for an hour's
// worth of edits.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeBrowser, openPage } from "./page.mjs";
import { soak, watched } from "./soak.mjs";

/** The engine takes so many bytes at once; when its free memory lies in pieces, once more than the first look saw. */
const STEP = 131_072;

const TEXT = `services:
  - {type: web, name: shop, runtime: docker, plan: starter}
`;

after(closeBrowser);

test("many edits leave nothing behind", async (t) => {
  const lens = await openPage({ text: TEXT, prepare: watched });
  await lens.ready();
  // What is made once is made in the first look: the history of the editor, pools of the engine.
  const looks = await soak(lens, 900, 3);
  for (const look of looks) t.diagnostic(JSON.stringify(look));
  const [first, last] = [looks[0], looks.at(-1)];
  assert.ok(first.engine > 0, "the engine's memory is seen");
  assert.ok(last.engine <= first.engine + STEP, `the engine grew from ${first.engine} to ${last.engine} bytes`);
  assert.ok(last.script < first.script + 1_500_000, `the script grew from ${first.script} to ${last.script} bytes`);
  assert.ok(last.nodes <= first.nodes + 5, `${last.nodes} nodes instead of ${first.nodes}`);
  assert.ok(last.listeners <= first.listeners + 20, `${last.listeners} listeners instead of ${first.listeners}`);
  assert.equal(await lens.text(), TEXT);
  assert.deepEqual(lens.complaints, []);
  await lens.close();
});
