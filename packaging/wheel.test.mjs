// The wheel, installed from its file into an empty environment.

import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { sameAnswers } from "./agreement.mjs";
import { packages } from "./folders.mjs";
import { empty, packed, succeeded } from "./installed.mjs";
import { version } from "./version.mjs";

const python = process.env.BLUEPRINT_LENS_PYTHON;
const isMade = existsSync(packages) && readdirSync(packages).some((name) => name.endsWith(".whl"));
const skip = python === undefined ? "there is no Python" : !isMade && "it was not made: maturin is not installed";

test("the wheel brings the command and nothing else", { skip }, () => {
  const folder = empty();
  succeeded([python], ["-m", "venv", folder]);
  const scripts = join(folder, process.platform === "win32" ? "Scripts" : "bin");
  const wheel = packed(/^blueprint_lens-.*\.whl$/);
  succeeded([join(scripts, "python")], ["-m", "pip", "install", "--quiet", "--no-index", wheel]);
  const program = [join(scripts, "blueprint-lens")];
  assert.ok(succeeded(program, ["--version"]).startsWith(`blueprint-lens ${version}\n`));
  const shown = succeeded([join(scripts, "python")], ["-m", "pip", "show", "--files", "blueprint-lens"]);
  assert.match(shown, /^Requires: ?$/m);
  sameAnswers(program, { few: true });
});
