// What others build from: the Homebrew formula and the Dockerfile, as far as they can be checked without Homebrew and
// Docker.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "./folders.mjs";
import { formula } from "./formula.mjs";
import { empty } from "./installed.mjs";

const TARGETS = ["aarch64-apple-darwin", "x86_64-apple-darwin", "aarch64-unknown-linux-musl", "x86_64-unknown-linux-musl"];
const sums = new Map(TARGETS.map((target, index) => [`blueprint-lens-1.2.3-${target}.tar.gz`, `${index}`.repeat(64)]));
const isRuby = spawnSync("ruby", ["--version"]).status === 0;

test("the formula names each archive with its own checksum", () => {
  const text = formula("1.2.3", sums);
  for (const [file, sum] of sums) {
    const [, after] = text.split(`/releases/download/v1.2.3/${file}"\n`);
    assert.ok(after?.trimStart().startsWith(`sha256 "${sum}"`), file);
  }
  const opened = text.match(/^\s*(class|on_\w+ do|def|test do)\b/gm).length;
  assert.equal(text.match(/^\s*end$/gm).length, opened, "every block is closed");
  assert.ok(!formula("1.2.3", new Map()).includes("on_macos"), "what is not there is not named");
});

test("Ruby reads the formula", { skip: !isRuby && "there is no Ruby" }, () => {
  const file = join(empty(), "blueprint-lens.rb");
  writeFileSync(file, formula("1.2.3", sums));
  const { status, stderr } = spawnSync("ruby", ["-c", file], { encoding: "utf8" });
  assert.equal(status, 0, stderr);
});

test("the image is small, has no shell and runs without rights", () => {
  const lines = readFileSync(join(root, "Dockerfile"), "utf8").split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith("FROM ")));
  assert.match(last[0], /^FROM gcr\.io\/distroless\/\S+:nonroot$/);
  assert.ok(last.includes("USER nonroot"));
  assert.ok(!last.some((line) => line.startsWith("RUN ")), "there is no shell to run anything");
  assert.match(last.at(-1), /^ENTRYPOINT \[".+"\]$/, "in the form that needs no shell");
  const toolchain = /channel = "(\d+\.\d+)/.exec(readFileSync(join(root, "rust-toolchain.toml"), "utf8"))[1];
  assert.ok(lines[0].startsWith(`FROM rust:${toolchain}-`), "it builds with the toolchain of this repository");
  for (const line of last.filter((one) => one.startsWith("COPY --from=build /source/LICENSE"))) {
    for (const name of line.match(/LICENSE-\w+/g)) readFileSync(join(root, name));
  }
});
