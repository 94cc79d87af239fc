// The one place of the version: `[workspace.package]` in Cargo.toml.

import { readFileSync } from "node:fs";

const cargo = readFileSync(new URL("../Cargo.toml", import.meta.url), "utf8");
const found = /^\[workspace\.package\]\n(?:[^[].*\n)*?version = "([^"]+)"$/m.exec(cargo);
if (found === null) throw new Error("Cargo.toml has no version in [workspace.package]");

export const version = found[1];
