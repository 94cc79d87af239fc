// The binary format of WebAssembly, as far as somebody here reads it.

/** Kinds of sections. */
export const SECTION = { custom: 0, imports: 2, code: 10, data: 11 };

/** Reads the numbers and texts of the binary format one after the other. */
export function reader(bytes) {
  let at = 0;
  const number = (isSigned) => {
    let [value, shift, byte] = [0n, 0n, 0];
    do {
      byte = bytes[at++];
      value |= BigInt(byte & 0x7f) << shift;
      shift += 7n;
    } while (byte >= 0x80);
    return Number(isSigned && byte & 0x40 ? value - (1n << shift) : value);
  };
  return {
    byte: () => bytes[at++],
    number: () => number(false),
    signed: () => number(true),
    take: (length) => bytes.subarray(at, (at += length)),
    text() {
      return this.take(this.number()).toString("utf8");
    },
    many(read) {
      return Array.from({ length: this.number() }, read);
    },
    get at() {
      return at;
    },
    get hasMore() {
      return at < bytes.length;
    },
  };
}

/** The parts of what begins with its kind and its length. */
export function parts(read) {
  const all = [];
  while (read.hasMore) {
    const id = read.byte();
    all.push({ id, content: read.take(read.number()) });
  }
  return all;
}

/** The sections of a module; those that are not part of the language have a name. */
export function sectionsOf(module) {
  return parts(reader(module.subarray(8))).map(({ id, content }) => {
    if (id !== SECTION.custom) return { id, content };
    const read = reader(content);
    const name = read.text();
    return { id, name, content: content.subarray(read.at) };
  });
}
