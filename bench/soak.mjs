// An hour's worth of edits in the built page: `CHROMIUM=… node bench/soak.mjs [EDITS]`, 10,000 unless said otherwise.
//
// Key by key a line is typed, broken, mended and deleted, again and again. What is alive after a collection, and how long
// a redraw takes, is printed for ten stretches; nothing of it may grow.

import { closeBrowser, openPage } from "../e2e/page.mjs";
import { soak, watched } from "../e2e/soak.mjs";
import { blueprint } from "./blueprints.mjs";
import { serve } from "../e2e/server.mjs";
import { fileURLToPath } from "node:url";

const edits = Number(process.argv[2] ?? 10_000);
const LOOKS = 10;
const RESOURCES = 20;

const server = await serve(fileURLToPath(new URL("../dist", import.meta.url)), "/");
const lens = await openPage({ url: server.url, text: blueprint(RESOURCES).text, prepare: watched });
await lens.ready();
const looks = await soak(lens, edits, LOOKS);
console.table(
  looks.map(({ edits, median, slow, script, engine, nodes, listeners, allNodes }) => ({
    edits,
    "redraw ms": Number(median.toFixed(1)),
    "95 % within ms": Number(slow.toFixed(1)),
    "script MB": Number((script / 1e6).toFixed(2)),
    "engine MB": Number((engine / 1e6).toFixed(2)),
    nodes,
    listeners,
    "all nodes": allNodes,
  })),
);
await closeBrowser();
await server.close();
