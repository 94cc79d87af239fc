// The picture as something to ask and to cut down: what blocks a reach, search, focus, hiding and collapsing, links,
// the overview, exports, movement.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, test } from "node:test";
import { closeBrowser, openPage } from "./page.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const SHOP = `projects:
  - name: shop
    environments:
      - name: production
        networking: {isolation: enabled}
        services:
          - type: web
            name: api
            runtime: node
            plan: starter
            envVars:
              - key: AUTH
                fromService: {type: pserv, name: auth, property: hostport}
          - {type: pserv, name: auth, runtime: node, plan: starter}
services:
  - {type: worker, name: jobs, runtime: node, plan: starter}
  - {type: cron, name: nightly, runtime: node, plan: starter, schedule: "0 3 * * *"}
  - type: pserv
    name: far
    runtime: node
    plan: starter
    region: frankfurt
    envVars:
      - key: ORDERS_URL
        fromDatabase: {name: orders, property: connectionString}
databases:
  - {name: orders, plan: basic-256mb, region: frankfurt, ipAllowList: []}
`;

after(closeBrowser);

async function opened(options) {
  const lens = await openPage({ text: SHOP, ...options });
  await lens.ready();
  return lens;
}

const barrier = (lens, id) => lens.diagram.locator(`[data-barrier="${id}"]`);
const has = async (locator, name) => (await locator.getAttribute("class")).split(" ").includes(name);

test("a lit reach shows the boundaries that block it, with the reason", async () => {
  const lens = await opened();
  await lens.node("pserv:auth").focus();
  await lens.page.keyboard.press("r");
  await barrier(lens, "env:shop/production@region:oregon").getByText("isolated environment").waitFor();
  await barrier(lens, "region:frankfurt").getByText("another region").waitFor();
  await barrier(lens, "worker:jobs").getByText("takes no private traffic").waitFor();
  assert.equal(await barrier(lens, "web:api").count(), 0, "what it can reach stands behind nothing");
  assert.match(await lens.node("worker:jobs").getAttribute("aria-label"), /out of reach: takes no private traffic/);
  assert.match(await barrier(lens, "region:frankfurt").getAttribute("aria-label"), /^Border of Frankfurt: another region/);
  // The frame that is marked is the frame of the lane.
  const [mark, lane] = await Promise.all(
    [barrier(lens, "region:frankfurt").locator("rect").first(), lens.lane("region:frankfurt").locator("rect").first()].map(
      (box) => box.boundingBox(),
    ),
  );
  assert.ok(Math.abs(mark.width - lane.width) < 4 && Math.abs(mark.y - lane.y) < 4);
  await lens.page.keyboard.press("Escape");
  await barrier(lens, "region:frankfurt").waitFor({ state: "detached" });
  assert.doesNotMatch(await lens.node("worker:jobs").getAttribute("aria-label"), /out of reach/);
  await lens.close();
});
