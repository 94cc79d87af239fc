// What the linker says of constants, read from a module that is made here byte by byte.

import assert from "node:assert/strict";
import { test } from "node:test";
import { linkedConstants } from "./linked.mjs";

const number = (value) => (value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...number(value >> 7)]);
const signed = (value) => (value >= -64 && value < 64 ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)]);
const text = (word) => [...number(word.length), ...Buffer.from(word)];
const list = (...items) => [...number(items.length), ...items.flat()];
const part = (id, content) => [id, ...number(content.length), ...content];
const custom = (name, content) => part(0, [...text(name), ...content]);

const I32_CONST = 0x41;
const END = 0x0b;
const segment = (address, bytes) => [0, I32_CONST, ...signed(address), END, ...number(bytes.length), ...bytes];
const data = (name, segment, offset, size) => [1, 0, ...text(name), ...number(segment), ...number(offset), ...number(size)];
const relocation = (kind, offset, symbol, ...addend) => [kind, ...number(offset), ...number(symbol), ...addend.flatMap(signed)];

const [LEB, SLEB, I32, TABLE] = [3, 4, 5, 1];

/** Two constants, of which the second points to the first, and a variable that points to the second. */
function module() {
  const segments = list(segment(1024, Buffer.from("a text\0\0\0\0")), segment(2048, [0, 0, 0, 0]));
  const symbols = list(data("text", 0, 0, 6), [0, 0, ...number(3), ...text("function")], data("pointer", 0, 6, 4), data("variable", 1, 0, 4), [1, 0x10, ...text("elsewhere")]);
  // Counted from the start of the section: its count, then kind, address and length of a segment.
  const first = 1 + 1 + 1 + signed(1024).length + 1 + 1;
  const second = first + 10 + 1 + 1 + signed(2048).length + 1 + 1;
  return Buffer.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...part(11, segments),
    ...custom("linking", [2, ...part(8, symbols)]),
    ...custom("reloc.CODE", [10, ...list(relocation(SLEB, 5, 0, 0), relocation(LEB, 12, 0, -70), relocation(TABLE, 20, 1), relocation(SLEB, 30, 3, 0))]),
    ...custom("reloc.DATA", [11, ...list(relocation(I32, first + 6, 0, 2), relocation(I32, second, 2, 0))]),
    ...custom("name", part(9, list([0, ...text(".rodata")], [1, ...text(".data")]))),
  ]);
}

test("each constant is known by its place, by the numbers that mean it and by what points to it", () => {
  const { constants, meant, pointed, held } = linkedConstants(module());
  assert.deepEqual(constants, [{ start: 1024, end: 1030 }, { start: 1030, end: 1034 }]);
  assert.deepEqual([...meant], [[1024, new Set([0])], [954, new Set([0])]]);
  assert.deepEqual(pointed, [new Set(), new Set([0])]);
  assert.deepEqual(held, new Set([1]));
});

test("a module that was linked without relocations is refused", () => {
  assert.throws(() => linkedConstants(Buffer.from([0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...part(11, list())])), /--emit-relocs/);
});
