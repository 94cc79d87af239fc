// How long after a save the live view shows the new picture: `CHROMIUM=… BLUEPRINT_LENS=… node bench/watch.mjs [COUNT]`.
//
// A generated Blueprint of COUNT resources (100 by default) is saved again and again with one name changed. The clock runs
// from before the write to the frame in which the page shows the new name.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch } from "../e2e/browser.mjs";
import { program } from "../e2e/program.mjs";

const count = Number(process.argv[2] ?? 100);
const ROUNDS = 40;

/** Services that call the one before, a database for each ten. */
function blueprint(round) {
  const lines = ["services:"];
  for (let at = 0; at < count - Math.ceil(count / 10); at++) {
    lines.push(`  - type: ${["web", "pserv", "worker"][at % 3]}`, `    name: ${at === 0 ? `round-${round}` : `service-${at}`}`);
    lines.push("    runtime: docker", "    plan: starter", "    envVars:");
    lines.push(`      - {key: DATABASE_URL, fromDatabase: {name: database-${Math.floor(at / 10)}, property: connectionString}}`);
    if (at % 3 === 0 && at > 3) lines.push(`      - {key: NEXT, fromService: {type: pserv, name: service-${at - 2}, property: hostport}}`);
  }
  lines.push("databases:");
  for (let at = 0; at < Math.ceil(count / 10); at++) lines.push(`  - {name: database-${at}, plan: basic-256mb, ipAllowList: []}`);
  return `${lines.join("\n")}\n`;
}

const folder = mkdtempSync(join(tmpdir(), "blueprint-lens-"));
const file = join(folder, "render.yaml");
writeFileSync(file, blueprint(0));
const child = spawn(program, ["watch", "--no-open", "render.yaml"], { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
const url = await new Promise((found) => {
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    printed += text;
    const address = /^http\S+$/m.exec(printed);
    if (address) found(address[0]);
  });
});
const browser = await launch();
const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
await page.goto(url);
await page.locator('[data-node="web:round-0"]').waitFor();
await page.evaluate(() => {
  globalThis.seen = (id) =>
    new Promise((done) => {
      const look = () => (document.querySelector(`[data-node="${id}"]`) ? done(Date.now()) : requestAnimationFrame(look));
      look();
    });
});
const times = [];
for (let round = 1; round <= ROUNDS; round++) {
  const seen = page.evaluate((id) => globalThis.seen(id), `web:round-${round}`);
  await new Promise((done) => setTimeout(done, 150));
  const start = Date.now();
  writeFileSync(file, blueprint(round));
  times.push((await seen) - start);
}
times.sort((a, b) => a - b);
const own = await page.evaluate(() => performance.getEntriesByName("live:draw").map(({ duration }) => duration));
own.sort((a, b) => a - b);
const at = (sorted, part) => Math.round(sorted[Math.floor(sorted.length * part)]);
console.log(
  `${count} resources, save to picture: median ${at(times, 0.5)} ms, p95 ${at(times, 0.95)} ms; ` +
    `of it in the page's script: median ${at(own, 0.5)} ms, p95 ${at(own, 0.95)} ms`,
);
await browser.close();
child.kill();
rmSync(folder, { recursive: true, force: true });
