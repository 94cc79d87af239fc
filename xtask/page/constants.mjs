// Constant data of a WebAssembly that only functions of its secondary module read: it goes there with them.
//
// Where one constant ends and the next begins, and what means which, the linker says (linked.mjs). Whatever a function of
// the primary module may mean stays, and so does what variables point to, with all that it points to itself.

import { expected } from "./wat.mjs";

const DATA = /^ \(data (\S+ )?\(i32\.const (\d+)\) "(.*)"\)$/s;
const ESCAPED = /\\(?:([0-9a-f]{2})|(.))/g;
const NUMBER = /i32\.const (-?\d+)|offset=(\d+)/g;
const CALLED = /^( *)\(call (\$(?:"(?:[^"\\]|\\.)*"|[^\s()"]+))$/;
const PLAIN_NUMBER = /^ *\(i32\.const -?\d+\)$/;
const SIGNS = { t: "\t", n: "\n", r: "\r" };

/**
 * The data of both modules as text. `data` are the definitions of all data, `staying` the texts of everything else that
 * stays, `linked` is what the linker says of the constants.
 */
export function divideData(data, staying, linked) {
  const segments = data.map(({ text }) => segment(text));
  const moves = movable(segments, staying.flatMap(numbers), linked);
  const both = segments.flatMap((one) => cut(one, moves));
  return {
    primary: both.filter(({ isMoved }) => !isMoved).map(written),
    secondary: both.filter(({ isMoved }) => isMoved).map(written),
  };
}

/**
 * The text of a function without the numbers that it hands to functions that are `moved`: those read what a number means
 * when they have come, and the constants with them.
 */
export function withoutOperands(text, moved) {
  /** How far the calls are indented whose operands are being passed. */
  const calls = [];
  const isRead = (line) => {
    const depth = line.search(/\S/);
    while (calls.length > 0 && depth <= calls.at(-1)) calls.pop();
    const isOperand = calls.length > 0 && depth === calls.at(-1) + 1 && PLAIN_NUMBER.test(line);
    const [, indent, name] = CALLED.exec(line) ?? [];
    if (moved.has(name)) calls.push(indent.length);
    return !isOperand;
  };
  return text.split("\n").filter(isRead).join("\n");
}

/** Whether the byte at an address is moved. */
function movable(segments, mentioned, { constants, meant, pointed, held }) {
  const staying = new Set();
  const keep = (constant) => {
    if (staying.has(constant)) return;
    staying.add(constant);
    pointed[constant].forEach(keep);
  };
  held.forEach(keep);
  const addresses = new Set(mentioned);
  for (const address of addresses) meant.get(address)?.forEach(keep);
  // A number that the linker knows nothing of may still be an address: of the constant around it.
  const within = [...addresses].sort((a, b) => a - b);
  constants.forEach(({ start, end }, constant) => {
    if (within[firstFrom(within, start)] < end) keep(constant);
  });

  const last = Math.max(0, ...segments.map(({ start, bytes }) => start + bytes.length));
  const moved = new Uint8Array(last);
  const fill = (wanted, value) => constants.forEach(({ start, end }, constant) => wanted(constant) && moved.fill(value, start, end));
  fill((constant) => !staying.has(constant), 1);
  // Constants may overlap: the end of one text can be another.
  fill((constant) => staying.has(constant), 0);
  return (address) => moved[address] === 1;
}

/** The place of the first of the sorted numbers that is at least `least`. */
function firstFrom(sorted, least) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where a segment begins, and its bytes. */
function segment(text) {
  const [, , start, string] = expected(DATA.exec(text), "data at a fixed place");
  const latin = string.replaceAll(ESCAPED, (_, code, sign) => (code === undefined ? (SIGNS[sign] ?? sign) : String.fromCharCode(parseInt(code, 16))));
  return { start: Number(start), bytes: Buffer.from(latin, "latin1") };
}

/** The runs of a segment that stay and those that move. */
function cut({ start, bytes }, moves) {
  const runs = [];
  for (let from = 0, at = 1; at <= bytes.length; at += 1) {
    const isMoved = moves(start + from);
    if (at < bytes.length && moves(start + at) === isMoved) continue;
    runs.push({ start: start + from, bytes: bytes.subarray(from, at), isMoved });
    from = at;
  }
  return runs;
}

const written = ({ start, bytes }) => ` (data (i32.const ${start}) "${bytes.toString("hex").replaceAll(/../g, "\\$&")}")`;

/** The numbers in a text that may be addresses. */
const numbers = (text) => [...text.matchAll(NUMBER)].map(([, constant, offset]) => Number(constant ?? offset));
