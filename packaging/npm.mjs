// The npm package `blueprint-lens`, from what Cargo made of the command line for WASI: node packaging/npm.mjs FILE.wasm
//
// The same files are what the Action runs (action/dist/).

import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { build } from "esbuild";
import { contents, licences, packages, root } from "./folders.mjs";
import { pack } from "./pack.mjs";
import { shrunk } from "./shrink.mjs";
import { version } from "./version.mjs";

const ENGINE = "blueprint-lens.wasm.br";
const source = join(root, "cli", "node");
const folder = contents("npm");

const bundled = (entryPoints, outdir, external = []) =>
  build({
    external,
    absWorkingDir: source,
    entryPoints,
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    minifySyntax: true,
    legalComments: "none",
    logLevel: "warning",
  });

await bundled(["command.mjs", "index.mjs", "input.mjs"], folder);
await bundled(["remark.mjs"], folder, ["./index.mjs"]);
chmodSync(join(folder, "command.mjs"), 0o755);

const wasm = shrunk(process.argv[2]);
const { BROTLI_PARAM_LGWIN, BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_LGWIN]: 24, [BROTLI_PARAM_SIZE_HINT]: wasm.length };
writeFileSync(join(folder, ENGINE), brotliCompressSync(wasm, { params }));

for (const name of ["index.d.ts", "remark.d.ts", "README.md"]) copyFileSync(join(source, name), join(folder, name));
licences(folder);
const described = JSON.parse(readFileSync(join(source, "package.json"), "utf8"));
writeFileSync(join(folder, "package.json"), `${JSON.stringify({ ...described, version }, null, 2)}\n`);

const packed = pack(folder, packages);
console.log(`${packed}: ${statSync(packed).size} bytes`);

const action = join(root, "action", "dist");
rmSync(action, { recursive: true, force: true });
mkdirSync(action, { recursive: true });
await bundled(["program.mjs"], action);
copyFileSync(join(folder, ENGINE), join(action, ENGINE));
licences(action);
