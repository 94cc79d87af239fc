// One Blueprint in every outlet: the element, the HTML report, the SVG and the JSON show the same picture, to the last
// coordinate, and so does the page for its room; the page, the element, the report and `check` say the same of it.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { connect } from "./browser.mjs";
import { corners, drawing } from "./drawn.mjs";
import { host, hostPage } from "./host.mjs";
import { closeBrowser, openPage } from "./page.mjs";
import { program } from "./program.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const file = (path) => readFileSync(join(root, path), "utf8");

/** Names that are markup, ids with escapes, other scripts, and values that do not fit their field. */
const ODD = `services:
  - type: web
    name: "<b>&amp;"
    runtime: node
    plan: starter
    envVars:
      - key: A_RATHER_LONG_VARIABLE_NAME_THAT_DOES_NOT_FIT_ANYWHERE
        fromService: {type: pserv, name: "名前 / a:b", property: hostport}
      - key: GONE
        fromDatabase: {name: "it's \\"gone\\"", property: connectionString}
  - {type: pserv, name: "名前 / a:b", runtime: docker, plan: 7, region: mars}
  - {type: pserv, name: twice, runtime: docker}
  - {type: pserv, name: twice, runtime: docker, numInstances: many}
  - {type: worker, runtime: docker}
`;

const BROKEN_OFF = `services:
  - type: web
    name: api
    runtime: node
    envVars: [{key: A, fromService: {name: b, type: pserv`;
const LEFT_OUT = "cannot be read completely; broken parts are left out, and `check` shows where";

const BLUEPRINTS = {
  "every class, verdict and boundary": file("core/tests/suite/fixture/everything.yaml"),
  "two isolated environments": file("app/examples/05-staging-and-production.yaml"),
  "two regions, with an error": file("app/examples/06-two-regions.yaml"),
  "odd names and values": ODD,
  "a text that breaks off": BROKEN_OFF,
};

const folder = mkdtempSync(join(tmpdir(), "blueprint-lens-"));
let blueprint = "";
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const visit = await host(() => hostPage(`<blueprint-lens><pre>\n${escaped(blueprint)}</pre></blueprint-lens>`));
const browser = await connect();
const context = await browser.newContext({ viewport: { width: 1200, height: 800 } });
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  await browser.close();
  await closeBrowser();
});

function told(...args) {
  const done = spawnSync(program, args, { cwd: folder, encoding: "utf8", input: blueprint });
  const isLeftOut = args[0] === "render" && blueprint === BROKEN_OFF;
  assert.equal(done.stderr, isLeftOut ? `blueprint-lens: standard input ${LEFT_OUT}\n` : "");
  return done.stdout;
}

/** Opens what the command line writes for `format` as a file. */
async function opened(format, ...options) {
  const path = join(folder, `picture${options.join("")}.${format}`);
  writeFileSync(path, told("render", "-", "--format", format, ...options));
  const page = await context.newPage();
  await page.goto(pathToFileURL(path).href);
  return page;
}

async function element() {
  const visited = await visit({ viewport: { width: 1200, height: 800 } });
  await visited.page.locator("svg.diagram").waitFor();
  return visited;
}

/** The findings of a list as `[rule, severity, message, help]`: documents write sentences, the page and `check` do not. */
const findings = (rows) =>
  rows.evaluateAll((all) =>
    all.map((row) => {
      const message = row.querySelector(".problem-message").cloneNode(true);
      for (const beside of message.querySelectorAll(".severity-word, .problem-rule, .line-link, .place")) beside.remove();
      const help = row.querySelector(".problem-help").textContent;
      return [row.dataset.rule, row.dataset.severity, message.textContent, help];
    }),
  );
const plain = (list) => list.map((words) => words.map(said)).sort();
const said = (words) => words.trim().replaceAll("`", "").replace(/\.$/, "").replace(/^./u, (first) => first.toLowerCase());

/** How wide the column of a report is (`cli/src/html/picture.rs`). */
const REPORT = 1138;

const near = (a, b) => Math.abs(a - b) < 0.02;

/** Compares a drawing with the JSON: each box, each route, each label, each cross. */
function isThePictureOf({ items, boxes, stops }, scene) {
  const all = [
    ...scene.lanes.map((lane) => [`lane ${lane.id}`, lane.box]),
    ...scene.groups.map((group) => [`group ${group.id}`, group.box]),
    ...scene.nodes.map((node) => [`node ${node.id}`, node.box]),
    ...scene.edges.filter((edge) => edge.label).map((edge) => [`edge-label ${edge.id}`, edge.label.box]),
  ];
  assert.deepEqual(Object.keys(boxes).sort(), all.map(([name]) => name).sort());
  for (const [name, box] of all) {
    for (const side of ["x", "y", "width", "height"]) {
      assert.ok(near(boxes[name][side], box[side]), `${name}: ${side} is ${boxes[name][side]}, not ${box[side]}`);
    }
  }
  const of = (name) => items.find(({ item }) => item === name);
  for (const node of scene.nodes) assert.equal(of(`node ${node.id}`).severity, node.severity, node.id);
  const lines = scene.edges.filter((edge) => edge.drawn && [null, edge.id].includes(edge.bundle));
  assert.equal(items.filter(({ item }) => item.startsWith("edge ")).length, lines.length);
  for (const edge of lines) {
    const { verdict, shapes } = of(`edge ${edge.id}`);
    assert.equal(verdict, edge.verdict, edge.id);
    const line = shapes.find(([, name]) => name === "edge-line").find((word) => word.startsWith("d=")).slice(2);
    const pieces = corners(line);
    // A way in is two lines, one on each side of its route.
    const drawn = pieces[0].map((_, at) => {
      const mean = (axis) => pieces.reduce((sum, piece) => sum + piece[at][axis], 0) / pieces.length;
      return { x: mean("x"), y: mean("y") };
    });
    assert.equal(drawn.length, edge.route.length, `${edge.id}: ${line}`);
    const [end, tip] = [drawn.pop(), edge.route.at(-1)];
    drawn.forEach(({ x, y }, at) => {
      assert.ok(near(x, edge.route[at].x) && near(y, edge.route[at].y), `${edge.id}: corner ${at} is at ${x} ${y}`);
    });
    // The line ends under its arrow, before its cross or before a ring: a little short of the tip, in its direction.
    assert.ok(near(end.x, tip.x) || near(end.y, tip.y), `${edge.id}: ends at ${end.x} ${end.y}`);
    assert.ok(Math.abs(end.x - tip.x) + Math.abs(end.y - tip.y) < 18, `${edge.id}: ends at ${end.x} ${end.y}`);
    const label = of(`edge-label ${edge.id}`)?.shapes.find(([, name]) => name === "card-text")?.at(-1) ?? null;
    assert.equal(label, edge.label?.text ?? null, edge.id);
    const stop = edge.stop && { x: edge.stop.x, y: edge.stop.y };
    assert.equal(Boolean(stops[edge.id]), Boolean(stop), edge.id);
    if (stop) assert.ok(near(stops[edge.id].x, stop.x) && near(stops[edge.id].y, stop.y), `${edge.id}: the cross`);
  }
}

for (const [name, text] of Object.entries(BLUEPRINTS)) {
  test(`the same picture and the same words everywhere: ${name}`, async () => {
    blueprint = text;
    const scene = JSON.parse(told("render", "-", "--format", "json"));
    const lens = await openPage({ text });
    await lens.ready();
    const room = ["--fit", await lens.diagram.getAttribute("data-room")];
    const [{ page: embedded, close }, report] = [await element(), await opened("html")];
    const column = await embedded.locator("[data-column]").getAttribute("data-column");
    const scrolling = (width) => ["--fit", `${width}x100000`];
    const [svg, fitted] = [await opened("svg"), await opened("svg", ...room)];
    const [narrow, wide] = [await opened("svg", ...scrolling(column)), await opened("svg", ...scrolling(REPORT))];
    const pictures = {
      page: await lens.diagram.evaluate(drawing),
      element: await embedded.locator("svg.diagram").evaluate(drawing),
      report: await report.locator("#picture svg.diagram").evaluate(drawing),
      svg: await svg.locator("svg.diagram").evaluate(drawing),
      fitted: await fitted.locator("svg.diagram").evaluate(drawing),
      narrow: await narrow.locator("svg.diagram").evaluate(drawing),
      wide: await wide.locator("svg.diagram").evaluate(drawing),
    };
    isThePictureOf(pictures.svg, scene);
    isThePictureOf(pictures.fitted, JSON.parse(told("render", "-", "--format", "json", ...room)));
    for (const [outlet, own] of Object.entries({ page: pictures.fitted, element: pictures.narrow, report: pictures.wide })) {
      const names = ({ items }) => items.map(({ item }) => item);
      assert.deepEqual(names(pictures[outlet]), names(own), outlet);
      pictures[outlet].items.forEach((item, at) => assert.deepEqual(item, own.items[at], `${outlet}: ${item.item}`));
      assert.deepEqual(pictures[outlet].boxes, own.boxes, outlet);
    }

    const check = JSON.parse(told("check", "-", "--format", "json")).files[0].diagnostics;
    const expected = plain(check.map(({ rule, severity, message, help }) => [rule, severity, message, help]));
    for (const fold of await lens.problems.locator(".fold button").all()) await fold.click();
    await embedded.locator("#problems").click();
    const lists = { page: lens.problem(), element: embedded.locator("[data-problem]"), report: report.locator("#problems [data-problem]") };
    for (const [outlet, rows] of Object.entries(lists)) assert.deepEqual(plain(await findings(rows)), expected, outlet);
    await Promise.all([close(), ...[report, svg, fitted, narrow, wide, lens].map((page) => page.close())]);
  });
}

test("the Blueprints of this test have what it is about", () => {
  const all = Object.values(BLUEPRINTS).map((text) => {
    blueprint = text;
    const { diagnostics } = JSON.parse(told("check", "-", "--format", "json")).files[0];
    return { ...JSON.parse(told("render", "-", "--format", "json")), diagnostics };
  });
  const edges = all.flatMap((scene) => scene.edges);
  assert.deepEqual([...new Set(edges.map((edge) => edge.class))].sort(), ["config", "control", "ingress", "private", "public"]);
  assert.deepEqual([...new Set(edges.map((edge) => edge.verdict))].sort(), ["blocked", "detour", "ok", "unknown"]);
  assert.ok(edges.some((edge) => edge.label) && edges.some((edge) => edge.stop));
  assert.ok(all.some((scene) => scene.lanes.filter((lane) => lane.kind === "region").length > 1));
  assert.ok(all.some((scene) => scene.groups.some((group) => group.isolated)));
  const severities = new Set(all.flatMap((scene) => scene.diagnostics).map((one) => one.severity));
  assert.deepEqual([...severities].sort(), ["error", "info", "warning"]);
});
