import assert from "node:assert/strict";
import { test } from "node:test";
import { inflateRawSync } from "node:zlib";
import { address } from "./guide.mjs";
import { markdown } from "./reading.mjs";

test("links between documents become links between pages, others lead to the repository", () => {
  assert.equal(address("speed.md"), "speed.html");
  assert.equal(address("deploy.md#render"), "deploy.html#render");
  assert.equal(address("rules/README.md"), "../rules/index.html");
  assert.equal(address("rules/open-database.md"), "../rules/open-database.html");
  assert.equal(address("https://render.com"), "https://render.com");
  assert.match(address("../render.yaml"), /\/blob\/main\/render\.yaml$/);
  assert.match(address("examples/x.yml"), /\/blob\/main\/docs\/examples\/x\.yml$/);
});

test("an example opens in the editor as it stands on the page", () => {
  const html = markdown({ opens: "../index.html" }).parse("```yaml\nname: <a & b>\n```\n\n```sh\nls\n```\n");
  const [, payload] = /href="\.\.\/index\.html#v1=([\w-]+)"/.exec(html);
  assert.equal(inflateRawSync(Buffer.from(payload, "base64url")).toString(), "name: <a & b>\n");
  assert.equal(html.match(/class="open"/g).length, 1, "no link for other languages");
  assert.ok(!html.includes("<a &"), "the text is escaped");
});
