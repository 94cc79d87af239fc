// Constant data of the page's WebAssembly that only functions of the secondary module read: it goes there with them.
//
// Where one constant ends and the next begins is nowhere in a module, so only pieces that are known by their bytes are
// moved, and of those only the ones that nothing in the primary module mentions: no function that stays, and no pointer in
// other data. A piece that is mentioned, or is not found, stays where it is.

import { expected } from "./wat.mjs";

const DATA = /^ \(data (\S+ )?\(i32\.const (\d+)\) "(.*)"\)$/s;
const ESCAPED = /\\(?:([0-9a-f]{2})|(.))/g;
const NUMBER = /i32\.const (\d+)|offset=(\d+)/g;
const SIGNS = { t: "\t", n: "\n", r: "\r" };
/** Bytes of a pointer, and where one may stand. */
const POINTER = 4;

/**
 * The data of both modules as text. `data` are the definitions of all data, `staying` the texts of everything else that
 * stays. A piece begins with some bytes and has a length.
 */
export function divideData(data, staying, pieces) {
  if (data.length === 0) return { primary: [], secondary: [] };
  const segments = data.map(({ text }) => segment(text));
  const all = together(segments);
  const mentioned = new Set(staying.flatMap(numbers));
  const moved = pieces
    .map(({ begins, length }) => found(all, begins, length))
    .filter((piece) => piece !== undefined && !isNeeded(piece, mentioned, all));
  return {
    primary: segments.flatMap((one) => moved.reduce((rests, piece) => rests.flatMap((rest) => without(rest, piece)), [one])).map(written),
    secondary: moved.map(written),
  };
}

/** Where a segment begins, and its bytes. */
function segment(text) {
  const [, , start, string] = expected(DATA.exec(text), "data at a fixed place");
  const latin = string.replaceAll(ESCAPED, (_, code, sign) => (code === undefined ? (SIGNS[sign] ?? sign) : String.fromCharCode(parseInt(code, 16))));
  return { start: Number(start), bytes: Buffer.from(latin, "latin1") };
}

const end = ({ start, bytes }) => start + bytes.length;

/** All segments as one; between them are zeros. */
function together(segments) {
  const start = Math.min(...segments.map((one) => one.start));
  const bytes = Buffer.alloc(Math.max(0, ...segments.map(end)) - start);
  for (const one of segments) one.bytes.copy(bytes, one.start - start);
  return { start, bytes };
}

/** The piece that begins with these bytes; undefined where there is none, or more than one. */
function found({ start, bytes }, begins, length) {
  const at = bytes.indexOf(begins);
  const isOnly = at !== -1 && bytes.indexOf(begins, at + 1) === -1;
  return isOnly && at + length <= bytes.length ? { start: start + at, bytes: bytes.subarray(at, at + length) } : undefined;
}

/** Whether a number in the primary module, or a pointer in other data, leads into a piece. */
function isNeeded(piece, mentioned, { start, bytes }) {
  const isInside = (address) => address >= piece.start && address < end(piece);
  for (const number of mentioned) if (isInside(number)) return true;
  for (let at = (POINTER - (start % POINTER)) % POINTER; at + POINTER <= bytes.length; at += POINTER) {
    if (isInside(bytes.readUInt32LE(at)) && !isInside(start + at)) return true;
  }
  return false;
}

/** What is left of a segment without a piece. */
function without(one, piece) {
  if (end(piece) <= one.start || end(one) <= piece.start) return [one];
  const before = { start: one.start, bytes: one.bytes.subarray(0, Math.max(0, piece.start - one.start)) };
  const after = { start: end(piece), bytes: one.bytes.subarray(Math.min(one.bytes.length, end(piece) - one.start)) };
  return [before, after].filter(({ bytes }) => bytes.length > 0);
}

const written = ({ start, bytes }) => ` (data (i32.const ${start}) "${bytes.toString("hex").replaceAll(/../g, "\\$&")}")`;

/** The numbers in a text that may be addresses. */
const numbers = (text) => [...text.matchAll(NUMBER)].map(([, constant, offset]) => Number(constant ?? offset));
