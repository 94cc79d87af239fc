// A module does the same in two parts as whole.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { features } from "./browsers.mjs";
import { split } from "./split.mjs";

const run = promisify(execFile);
const tool = (name) => fileURLToPath(new URL(`../../node_modules/.bin/${name}`, import.meta.url));

/** Sums and differences by a table, with a memory, a global and a function of JavaScript that both parts use. */
const WHOLE = `(module
  (import "outside" "join" (func $join))
  (import "outside" "double" (func $double (param i32) (result i32)))
  (memory $memory 1)
  (data (i32.const 96) "earlyone")
  (data (i32.const 104) "onlylatepointed.\\70\\00\\00\\00elsewhere, unread, nobody's")
  (global $calls (mut i32) (i32.const 0))
  (table $table 3 3 funcref)
  (elem (table $table) (i32.const 1) func $add $"a \\"late\\" one")
  (func $joinSecondary (call $join))
  (func $count (global.set $calls (i32.add (global.get $calls) (i32.const 1))))
  (func $add (param $a i32) (param $b i32) (result i32) (call $count) (i32.add (local.get $a) (local.get $b)))
  (func $"a \\"late\\" one" (param $a i32) (param $b i32) (result i32)
    (call $count)
    (i32.store (i32.const 8) (local.get $b))
    (call $late:inner (local.get $a)))
  (func $late:inner (param $a i32) (result i32)
    (call $double (i32.sub (local.get $a) (i32.load (i32.const 8)))))
  (func $late:unused (result f64) (f64.const 1))
  (func $late:direct (param $a i64) (param $b f64) (result f64) (f64.add (f64.convert_i64_s (local.get $a)) (local.get $b)))
  (func $by (param $way i32) (param $a i32) (param $b i32) (result i32)
    (call_indirect $table (param i32 i32) (result i32) (local.get $a) (local.get $b) (local.get $way)))
  (func $mixed (param $a i64) (result f64) (call $late:direct (local.get $a) (f64.const 0.5)))
  (func $early (result i32) (i32.load8_u (i32.const 97)))
  (func $pointed (result i32) (i32.load8_u (i32.load (i32.const 120))))
  (func $counted (param $from i32) (result i32) (i32.load8_u offset=100 (local.get $from)))
  (func $late:reads (result i32) (i32.load8_u offset=8 (i32.const 104)))
  (func $hands (result i32) (call $late:letter (i32.const 104)))
  (func $late:letter (param $at i32) (result i32) (i32.load8_u (local.get $at)))
  (func $late:word (result i32) (i32.load8_u (i32.const 104)))
  (func $seen (result i32) (global.get $calls))
  (export "joinSecondary" (func $joinSecondary))
  (export "by" (func $by))
  (export "mixed" (func $mixed))
  (export "late" (func $late:inner))
  (export "early" (func $early))
  (export "pointed" (func $pointed))
  (export "hands" (func $hands))
  (export "counted" (func $counted))
  (export "lateWord" (func $late:word))
  (export "latePointed" (func $late:reads))
  (export "seen" (func $seen)))`;

/**
 * Constants: of those that stay, one is mentioned, one pointed to by the next, one meant by a number outside of it, and one
 * held by a variable. The second is only handed to a function that moves.
 */
const CONSTANTS = ["earlyone", "onlylate", "pointed.", "\x70\0\0\0", "elsewhere", ", unread", ", nobody's"];
const ends = CONSTANTS.map((_, at) => 96 + CONSTANTS.slice(0, at + 1).join("").length);
const LINKED = {
  constants: CONSTANTS.map((text, at) => ({ start: ends[at] - text.length, end: ends[at] })),
  meant: new Map([[100, new Set([4])]]),
  pointed: CONSTANTS.map((_, at) => new Set(at === 3 ? [2] : [])),
  held: new Set([6]),
};

let primary;
let secondary;

before(async () => {
  const work = await mkdtemp(join(tmpdir(), "blueprint-lens-split-"));
  const at = (name) => join(work, name);
  const binary = async (wat) => {
    await writeFile(at("part.wat"), wat);
    await run(tool("wasm-opt"), [...features, at("part.wat"), "--debuginfo", "-o", at("part.wasm")]);
    return readFile(at("part.wasm"));
  };
  await writeFile(at("whole.wasm"), await binary(WHOLE));
  await run(tool("wasm-dis"), [...features, at("whole.wasm"), "-o", at("whole.wat")]);
  const both = split(await readFile(at("whole.wat"), "utf8"), (name) => name.includes("late"), LINKED);
  primary = await WebAssembly.compile(await binary(both.primary));
  secondary = await WebAssembly.compile(await binary(both.secondary));
  await rm(work, { recursive: true, force: true });
});

test("functions that were moved are joined by the first call of one, and do what they did", async () => {
  let joined = 0;
  const { exports } = await WebAssembly.instantiate(primary, {
    outside: {
      double: (value) => 2 * value,
      join() {
        joined += 1;
        new WebAssembly.Instance(secondary, { "": exports });
      },
    },
  });
  assert.equal(exports.by(1, 30, 12), 42);
  assert.equal(joined, 0, "nothing that stays may need the secondary module");
  assert.equal(exports.by(2, 30, 12), 36);
  assert.equal(exports.by(2, 3, 1), 4);
  assert.equal(exports.mixed(2n), 2.5);
  assert.equal(exports.late(13), 24);
  assert.equal(exports.seen(), 3);
  assert.equal(joined, 1);
});

test("a secondary module that was joined in advance is not asked for", async () => {
  const outside = { double: (value) => 2 * value, join: () => assert.fail("it is there") };
  const { exports } = await WebAssembly.instantiate(primary, { outside });
  await WebAssembly.instantiate(secondary, { "": exports });
  assert.equal(exports.by(2, 30, 12), 36);
});

test("a secondary module that cannot be had is asked for again", async () => {
  let reachable = false;
  const { exports } = await WebAssembly.instantiate(primary, {
    outside: {
      double: (value) => 2 * value,
      join() {
        if (!reachable) throw new Error("offline");
        new WebAssembly.Instance(secondary, { "": exports });
      },
    },
  });
  assert.throws(() => exports.by(2, 30, 12), /offline/);
  reachable = true;
  assert.equal(exports.by(2, 30, 12), 36);
});

test("what is moved is not in the primary module, and only it is in the secondary one", () => {
  const names = (module) => WebAssembly.Module.exports(module).map(({ name }) => name);
  assert.deepEqual(names(secondary), []);
  const kinds = WebAssembly.Module.imports(secondary).map(({ module, kind }) => `${module}${kind}`);
  assert.deepEqual([...new Set(kinds)].sort(), ["function", "global", "memory", "table"]);
  // `count` and `double`; nothing else of the primary module is called.
  assert.equal(kinds.filter((kind) => kind === "function").length, 2);
  assert.ok(names(primary).includes("by"));
});

test("constants that only moved functions read come with them", async () => {
  const outside = { double: (value) => 2 * value, join: () => assert.fail("it is there") };
  const { exports } = await WebAssembly.instantiate(primary, { outside });
  const memory = Object.values(exports).find((one) => one instanceof WebAssembly.Memory);
  const text = () => Buffer.from(memory.buffer, 96, ends.at(-1) - 96).toString("latin1");
  const hidden = ({ length }) => "\0".repeat(length);
  assert.equal(text(), CONSTANTS.map((one, at) => ([1, 5].includes(at) ? hidden(one) : one)).join(""));
  const letter = (text) => text.charCodeAt(0);
  assert.deepEqual([exports.early(), exports.pointed(), exports.counted(24)], [..."ape"].map(letter));
  await WebAssembly.instantiate(secondary, { "": exports });
  assert.equal(text(), CONSTANTS.join(""));
  assert.deepEqual([exports.lateWord(), exports.latePointed(), exports.hands()], [..."opo"].map(letter));
});

test("a text that is written in another way is refused, and why", () => {
  const module = (...definitions) => `(module\n${definitions.join("\n")}\n)\n`;
  const joining = [' (func $join\n )', ' (export "joinSecondary" (func $join))'];
  const refused = (wat, why) => assert.throws(() => split(wat, () => false, LINKED), why);
  refused("(module (func $join))", /no definitions on lines of their own/);
  refused(module(...joining), /no table of functions:/);
  refused(module(" (table $table 3 funcref)", ...joining), /no table of functions with a fixed size/);
  refused(module(" (table $table 3 3 funcref)", joining[0]), /no export "joinSecondary"/);
  split(module(" (table $table 3 3 funcref)", ...joining), () => false, LINKED);
});
