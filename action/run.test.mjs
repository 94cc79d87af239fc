// Plays pull requests: a real git repository with two branches, and a stand-in for GitHub's API on
// this machine. Both engines are run: the native program, which `BLUEPRINT_LENS` names, else the debug
// build, and the packed one where `cargo xtask package npm` has made it.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

const script = fileURLToPath(new URL("run.mjs", import.meta.url));
const root = fileURLToPath(new URL("..", import.meta.url));
const program =
  process.env.BLUEPRINT_LENS ?? join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "debug", "blueprint-lens");
const PACKED = existsSync(new URL("dist/program.mjs", import.meta.url)) || "BLUEPRINT_LENS_PACKED" in process.env;
/** From the start of a run over ten Blueprints to its end, in milliseconds. */
const SLOWEST = 10_000;
const MARKER = "<!-- blueprint-lens:diff -->";

const BASE = `databases:
  - name: orders
    plan: basic-256mb
    ipAllowList: []
services:
  - type: pserv
    name: auth
    runtime: docker
    plan: starter
`;
const OPEN = BASE.replace("ipAllowList: []", "ipAllowList: [{source: 0.0.0.0/0}]");

const folders = [];
const servers = [];
after(() => {
  folders.forEach((folder) => rmSync(folder, { recursive: true, force: true }));
  // One that listens keeps the run from ending.
  servers.forEach((server) => server.close());
});

function folder() {
  const made = mkdtempSync(join(tmpdir(), "blueprint-lens-"));
  folders.push(made);
  return made;
}

/** A repository as the checkout of a pull request leaves it: at the merge of the head into the base. */
function repository(base, head) {
  const at = folder();
  const git = (...args) => {
    const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];
    const done = spawnSync("git", [...identity, ...args], { cwd: at, encoding: "utf8" });
    assert.equal(done.status, 0, done.stderr);
    return done.stdout.trim();
  };
  const put = (files) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(at, name)), { recursive: true });
      if (text === null) rmSync(join(at, name));
      else writeFileSync(join(at, name), text);
    }
    git("add", "--all");
    git("commit", "--quiet", "--allow-empty", "-m", "Change");
  };
  git("init", "--quiet", "--initial-branch", "main");
  put({ "README.md": "Test\n", ...base });
  git("checkout", "--quiet", "-b", "change");
  put(head);
  git("checkout", "--quiet", "main");
  const sha = git("rev-parse", "HEAD");
  git("merge", "--quiet", "--no-ff", "-m", "Merge", "change");
  return { at, sha };
}

/** The comments and code scanning of GitHub, as far as the action uses them. */
async function github({ comments = [], readOnly = false } = {}) {
  const seen = [];
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const piece of request) text += piece;
    const body = text === "" ? undefined : JSON.parse(text);
    const url = new URL(request.url, "http://localhost");
    seen.push({ method: request.method, path: url.pathname, body, token: request.headers.authorization });
    const answer = (status, value) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(value));
    };
    if (request.method !== "GET" && readOnly) return answer(403, { message: "Resource not accessible" });
    if (url.pathname === "/repos/shop/infra/issues/7/comments" && request.method === "GET") {
      const [size, page] = ["per_page", "page"].map((name) => Number(url.searchParams.get(name)));
      return answer(200, comments.slice((page - 1) * size, page * size));
    }
    if (url.pathname === "/repos/shop/infra/issues/7/comments") {
      comments.push({ id: 1000 + comments.length, user: { type: "Bot" }, body: body.body });
      return answer(201, comments.at(-1));
    }
    const known = /^\/repos\/shop\/infra\/issues\/comments\/(\d+)$/.exec(url.pathname);
    if (known && request.method === "PATCH") {
      const comment = comments.find((one) => one.id === Number(known[1]));
      comment.body = body.body;
      return answer(200, comment);
    }
    if (url.pathname === "/repos/shop/infra/code-scanning/sarifs") return answer(202, { id: "1" });
    return answer(404, { message: "Not Found" });
  });
  servers.push(server);
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const written = () => seen.filter((one) => one.method !== "GET" && !one.path.includes("sarifs"));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    comments,
    seen,
    written,
  };
}

/** A test with each engine; it gets what plays a pull request with that one. */
function each(name, body) {
  test(`${name}, by the native program`, () => body((...given) => play(program, ...given)));
  test(`${name}, by the packed engine`, { skip: !PACKED && "it is not made yet" }, () => body((...given) => play("", ...given)));
}

/** Plays the event of a pull request. */
async function play(binary, { at, sha }, api, inputs = {}, event = { pull_request: { number: 7, base: { sha } } }) {
  const runner = folder();
  writeFileSync(join(runner, "event.json"), JSON.stringify(event));
  const names = { GITHUB_OUTPUT: "output", GITHUB_STEP_SUMMARY: "summary", GITHUB_EVENT_PATH: "event.json", LENS_REPORTS: "reports" };
  const files = Object.fromEntries(Object.entries(names).map(([name, file]) => [name, join(runner, file)]));
  const env = {
    PATH: process.env.PATH,
    GITHUB_API_URL: api.url,
    GITHUB_REPOSITORY: "shop/infra",
    GITHUB_SHA: "0".repeat(40),
    GITHUB_REF: "refs/pull/7/merge",
    LENS_BINARY: binary,
    LENS_TOKEN: "token-of-the-run",
    ...files,
    ...inputs,
  };
  const child = spawn(process.execPath, [script], { cwd: at, env, stdio: ["ignore", "pipe", "pipe"] });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text) => (stderr += text));
  const status = await new Promise((ended) => child.once("close", ended));
  assert.equal(stderr, "");
  const reports = existsSync(files.LENS_REPORTS) ? readdirSync(files.LENS_REPORTS) : [];
  const read = (name) => (existsSync(name) ? readFileSync(name, "utf8") : "");
  return { status, stdout, reports, summary: read(files.GITHUB_STEP_SUMMARY), output: read(files.GITHUB_OUTPUT) };
}

each("a change is told once, and the comment follows it", async (play) => {
  const api = await github({ comments: [{ id: 1, user: { type: "User" }, body: `${MARKER}\nnot ours` }] });
  const change = repository({ "render.yaml": BASE }, { "render.yaml": OPEN });
  const first = await play(change, api);
  assert.equal(first.status, 0, first.stdout);
  assert.match(first.stdout, /^::warning file=render\.yaml/m);
  assert.match(first.output, /^changed=true$/m);
  assert.deepEqual(first.reports.sort(), ["1-render.yaml.html", "blueprint-lens.sarif"]);
  assert.equal(api.comments.length, 2);
  assert.ok(api.comments[1].body.startsWith(`${MARKER}\n### `));
  assert.match(api.comments[1].body, /1 entry point opened or widened/);
  assert.ok(first.summary.includes(api.comments[1].body), "the summary says the same");
  assert.ok(api.seen.every((one) => one.token === "Bearer token-of-the-run"));

  await play(change, api);
  assert.equal(api.written().length, 1, "the same comment is not written again");

  const emptied = repository({ "render.yaml": BASE }, { "render.yaml": `# A comment\n${BASE}` });
  const last = await play(emptied, api);
  assert.match(last.output, /^changed=false$/m);
  assert.equal(api.comments.length, 2);
  assert.match(api.comments[1].body, /No change/);
  assert.equal(api.comments[0].body, `${MARKER}\nnot ours`, "comments of people are left alone");
});

each("no change and no comment: nothing is written", async (play) => {
  const api = await github();
  const { status } = await play(repository({ "render.yaml": BASE }, { "README.md": "Other\n" }), api);
  assert.equal(status, 0);
  assert.deepEqual(api.written(), []);
});

each("findings go to code scanning", async (play) => {
  const api = await github();
  await play(repository({ "render.yaml": BASE }, { "render.yaml": OPEN }), api);
  const sent = api.seen.find((one) => one.path.endsWith("/code-scanning/sarifs")).body;
  assert.equal(sent.ref, "refs/pull/7/merge");
  const sarif = JSON.parse(gunzipSync(Buffer.from(sent.sarif, "base64")));
  assert.equal(sarif.version, "2.1.0");
  assert.ok(sarif.runs[0].results.some((result) => result.ruleId === "open-database"));
});

each("a read-only token falls back to the summary", async (play) => {
  const api = await github({ readOnly: true });
  const run = await play(repository({ "render.yaml": BASE }, { "render.yaml": OPEN }), api);
  assert.equal(run.status, 0, run.stdout);
  assert.equal(api.comments.length, 0);
  assert.equal(run.stdout.match(/^::notice title=Blueprint Lens::/gm).length, 1, "one reason, one notice");
  assert.match(run.stdout, /::notice .*Skipped: the comment and code scanning \(GitHub answered 403\)/);
  assert.match(run.summary, /1 entry point opened or widened/);
});

each("the run fails on what it is asked to", async (play) => {
  const api = await github();
  const change = repository({ "render.yaml": BASE }, { "render.yaml": OPEN });
  const status = async (inputs) => (await play(change, api, inputs)).status;
  assert.equal(await status({ LENS_DIFF_FAIL_ON: "new-exposure" }), 1);
  assert.equal(await status({ LENS_DIFF_FAIL_ON: "new-error" }), 0);
  assert.equal(await status({ LENS_FAIL_ON: "warning" }), 1);
  assert.equal(await status({ LENS_BASE: "no-such-revision" }), 2);
  assert.equal(await status({ LENS_DIFF_FAIL_ON: "nonsense" }), 2);
});

each("many Blueprints share one comment, new and gone ones included", async (play) => {
  // The former comment stands on the second page.
  const comments = Array.from({ length: 130 }, (_, id) => ({ id, user: { type: "User" }, body: "Hello" }));
  comments[120] = { id: 120, user: { type: "Bot" }, body: `${MARKER}\nold` };
  const api = await github({ comments });
  const change = repository(
    { "a/render.yaml": BASE, "b/render.yaml": BASE, "gone/render.yaml": BASE },
    { "a/render.yaml": OPEN, "new <b>/render.yaml": "services:\n  - {type: web, name: mail, runtime: docker}\n", "gone/render.yaml": null },
  );
  const run = await play(change, api);
  assert.equal(run.status, 0, run.stdout);
  assert.equal(comments.length, 130);
  const { body } = comments[120];
  assert.equal(body.split(MARKER).length, 2, "one marker");
  assert.match(body.split("\n")[1], /^# .+ 3 Blueprints changed: .*1 entry point opened or widened/, "one verdict on top");
  assert.match(body, /## <code>a&#47;render&#46;yaml<\/code>/);
  assert.match(body, /## <code>new &#60;b&#62;&#47;render&#46;yaml<\/code>/);
  assert.match(body, /## <code>gone&#47;render&#46;yaml<\/code>/);
  assert.ok(!body.includes("<b>"), body);
  assert.ok(!body.includes("<code>b&#47;render"), "what did not change is not told");
  assert.equal(run.reports.filter((name) => name.endsWith(".html")).length, 3);
});

each("the last Blueprint is removed", async (play) => {
  const api = await github();
  const run = await play(repository({ "render.yaml": BASE }, { "render.yaml": null }), api);
  assert.equal(run.status, 0, run.stdout);
  assert.match(api.comments[0].body, /removed/);
  assert.deepEqual(run.reports, ["1-render.yaml.html"]);
});

each("a Blueprint that was moved is no new one, and is told once", async (play) => {
  const api = await github();
  const moved = repository({ "render.yaml": BASE }, { "render.yaml": null, "infra/render.yaml": BASE });
  const run = await play(moved, api);
  assert.equal(run.status, 0, run.stdout);
  assert.match(run.output, /^changed=false$/m);
  assert.deepEqual(api.written(), []);
});

each("a named Blueprint that the pull request deletes is told as removed", async (play) => {
  for (const paths of ["infra.yaml", "infra.yaml other/render.yaml"]) {
    const api = await github();
    const files = { "infra.yaml": BASE, "other/render.yaml": BASE.replace("auth", "mail") };
    const run = await play(repository(files, { "infra.yaml": null }), api, { LENS_PATHS: paths });
    assert.equal(run.status, 0, run.stdout);
    assert.match(api.comments[0].body, /removed/);
  }
  const run = await play(repository({ "render.yaml": BASE }, {}), await github(), { LENS_PATHS: "nothing.yaml" });
  assert.equal(run.status, 2, "what was never there is a mistake");
});

each("a push is checked without a comparison", async (play) => {
  const api = await github();
  const run = await play(repository({ "render.yaml": BASE }, { "render.yaml": OPEN }), api, {}, {});
  assert.equal(run.status, 0);
  assert.doesNotMatch(run.output, /changed=/);
  assert.deepEqual(api.written(), []);
});

each("what belongs to Kubernetes is left alone, and the run says so once", async (play) => {
  const api = await github();
  const kubernetes = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";
  const change = repository(
    { "render.yaml": BASE, "k8s/render.yaml": kubernetes, "old/render.yaml": kubernetes },
    { "k8s/render.yaml": `${kubernetes}data: {}\n`, "old/render.yaml": null },
  );
  const run = await play(change, api);
  assert.equal(run.status, 0, run.stdout);
  const said = run.stdout.match(/^::notice title=Blueprint Lens::k8s\/render\.yaml is a file of Kubernetes and is skipped$/gm);
  assert.equal(said?.length, 1, run.stdout);
  assert.doesNotMatch(run.stdout, /^::error/m);
  assert.deepEqual(api.written(), []);
});

each("the settings of a caller's toolchain do not matter", async (play) => {
  const api = await github();
  const change = repository(
    { "render.yaml": BASE },
    { "render.yaml": OPEN, "rust-toolchain.toml": '[toolchain]\nchannel = "no-such"\n', ".node-version": "1\n" },
  );
  assert.equal((await play(change, api)).status, 0);
  assert.equal(api.comments.length, 1);
});

each("ten Blueprints take seconds", async (play) => {
  const api = await github();
  const all = (text) => Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`${index}/render.yaml`, text.replaceAll("orders", `orders-${index}`)]));
  const change = repository(all(BASE), all(OPEN));
  const start = performance.now();
  const run = await play(change, api);
  const took = performance.now() - start;
  assert.equal(run.status, 0, run.stdout);
  assert.equal(api.comments.length, 1);
  assert.equal(run.reports.length, 11);
  assert.ok(took <= SLOWEST, `${took} ms`);
  console.log(`# ten Blueprints: ${(took / 1000).toFixed(1)} s`);
});

test("a revision that carries no engine says what to do", { skip: PACKED && "this one has been packed" }, async () => {
  const api = await github();
  const run = await play("", repository({ "render.yaml": BASE }, { "render.yaml": OPEN }), api);
  assert.equal(run.status, 2);
  assert.match(run.stdout, /::error .*use a release/);
});
