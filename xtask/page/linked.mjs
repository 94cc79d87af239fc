// What the linker says of the constants of a module that it has linked with `--emit-relocs`: where each of them lies, which
// numbers in code stand for it, and which others it points to. The format is that of the tool conventions of WebAssembly
// (https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md).

import { SECTION, parts, reader, sectionsOf } from "./wasm-binary.mjs";
import { expected } from "./wat.mjs";

const SYMBOL_TABLE = 8;
const SYMBOL = { data: 1, section: 3 };
const FLAG = { undefined: 0x10, explicitName: 0x40 };
const SEGMENT_NAMES = 9;
/** Kinds of relocation that hold an address in memory, and those that have an addend. */
const ADDRESSES = new Set([3, 4, 5, 14, 15, 16]);
const WITH_ADDEND = new Set([...ADDRESSES, 8, 9, 11, 17, 21, 22, 23, 25]);
/** The segment of what never changes. */
const CONSTANT = ".rodata";

/**
 * The constants of a linked module: `constants` has the first byte of each and the one behind it; `meant` the numbers of
 * those that an address in code stands for; `pointed` the numbers of those that each constant points to, `held` of those
 * that other data points to.
 */
export function linkedConstants(module) {
  const sections = sectionsOf(module);
  const custom = (name) => expected(sections.find((one) => one.name === name), `section "${name}": was it linked with --emit-relocs?`);
  const data = expected(sections.find(({ id }) => id === SECTION.data), "data");
  const segments = segmentsOf(data.content);
  const constantSegment = segmentNames(custom("name").content).indexOf(CONSTANT);
  if (constantSegment < 0) throw new Error(`no data is called "${CONSTANT}"`);
  const symbols = symbolsOf(custom("linking").content);

  const numbers = new Map();
  const constants = [];
  symbols.forEach(({ kind, segment, offset, size }, symbol) => {
    if (kind !== SYMBOL.data || segment !== constantSegment || !size) return;
    numbers.set(symbol, constants.length);
    const start = segments[segment].address + offset;
    constants.push({ start, end: start + size });
  });
  const target = ({ kind, symbol }) => (ADDRESSES.has(kind) ? numbers.get(symbol) : undefined);

  const meant = new Map();
  for (const one of relocationsOf(custom("reloc.CODE").content)) {
    const constant = target(one);
    if (constant === undefined) continue;
    const address = constants[constant].start + one.addend;
    meant.set(address, new Set(meant.get(address)).add(constant));
  }
  const pointed = constants.map(() => new Set());
  const held = new Set();
  const places = constants.map(({ start }, number) => ({ start, number })).sort((a, b) => a.start - b.start);
  for (const one of relocationsOf(custom("reloc.DATA").content)) {
    const [constant, place] = [target(one), addressOf(one.offset, segments)];
    if (constant === undefined || place === undefined) continue;
    const from = lastUpTo(places, place);
    const isWithin = from !== undefined && place < constants[from].end;
    (isWithin ? pointed[from] : held).add(constant);
  }
  return { constants, meant, pointed, held };
}

/** The number of the constant that begins last of those that begin at `address` or before it. */
function lastUpTo(places, address) {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle].start <= address) low = middle + 1;
    else high = middle;
  }
  return places[low - 1]?.number;
}

/** Where in memory a place in the section of all data comes to lie. */
function addressOf(offset, segments) {
  const segment = segments.find(({ at, length }) => offset >= at && offset < at + length);
  return segment && segment.address + offset - segment.at;
}

/** Where each segment lies in the section, and where in memory. */
function segmentsOf(content) {
  const read = reader(content);
  return read.many(() => {
    if (read.number() !== 0) throw new Error("the WebAssembly has data that is not at a fixed place of its memory");
    read.byte();
    const address = read.signed();
    read.byte();
    const length = read.number();
    const { at } = read;
    read.take(length);
    return { address, at, length };
  });
}

function segmentNames(content) {
  const { content: names } = expected(parts(reader(content)).find(({ id }) => id === SEGMENT_NAMES), "names of its segments");
  const read = reader(names);
  return read.many(() => [read.number(), read.text()]).reduce((all, [index, name]) => Object.assign(all, { [index]: name }), []);
}

function symbolsOf(content) {
  const read = reader(content);
  read.number();
  const table = expected(parts(reader(content.subarray(read.at))).find(({ id }) => id === SYMBOL_TABLE), "table of symbols");
  const symbol = reader(table.content);
  return symbol.many(() => {
    const [kind, flags] = [symbol.byte(), symbol.number()];
    const isDefined = (flags & FLAG.undefined) === 0;
    if (kind === SYMBOL.data) {
      symbol.text();
      return isDefined ? { kind, segment: symbol.number(), offset: symbol.number(), size: symbol.number() } : { kind };
    }
    symbol.number();
    if (kind !== SYMBOL.section && (isDefined || (flags & FLAG.explicitName) !== 0)) symbol.text();
    return { kind };
  });
}

function relocationsOf(content) {
  const read = reader(content);
  read.number();
  return read.many(() => {
    const [kind, offset, symbol] = [read.byte(), read.number(), read.number()];
    return { kind, offset, symbol, addend: WITH_ADDEND.has(kind) ? read.signed() : 0 };
  });
}
