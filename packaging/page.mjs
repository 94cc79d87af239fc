// The archive of the page, for any static host: what `cargo xtask build` made in dist/.

import { cpSync, existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { archived } from "./command.mjs";
import { contents, licences, packages, root } from "./folders.mjs";
import { version } from "./version.mjs";

const page = join(root, "dist");
if (!existsSync(join(page, "service-worker.js"))) throw new Error("dist/ holds no release page: `cargo xtask build` makes it");

const name = `blueprint-lens-page-${version}`;
const folder = join(contents("page"), name);
cpSync(page, folder, { recursive: true });
licences(folder);
archived(dirname(folder), name, `${name}.tar.gz`, packages);
console.log(join(packages, `${name}.tar.gz`));
