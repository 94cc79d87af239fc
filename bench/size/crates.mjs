// Where the bytes of a module are: its code by crate, for which the functions need their names.

import { SECTION, parts, reader, sectionsOf } from "../../xtask/page/wasm-binary.mjs";

const FUNCTION_NAMES = 1;
const FUNCTION_IMPORT = 0;
/** Crates that are told apart by their modules, as the names of functions begin. */
const OWN = /(blueprint_lens_\w+)(?:\[\w+\])?::(\w+)/;
const ANY = /(\w+)\[[0-9a-f]{16}\]/;

/** The crate that a function belongs to, of our own ones with the module: the first that its name names. */
function crateOf(name) {
  const [, crate, module] = OWN.exec(name) ?? [];
  if (crate !== undefined) return `${crate}::${module}`;
  return ANY.exec(name)?.[1] ?? "other";
}

/** The bytes of each section, and of the code of each crate. */
export function measured(module) {
  const sections = sectionsOf(module);
  const content = (id) => sections.find((one) => one.id === id)?.content ?? Buffer.from([0]);
  const names = functionNames(sections.find(({ name }) => name === "name").content);
  const first = importedFunctions(content(SECTION.imports));
  const crates = new Map();
  const code = reader(content(SECTION.code));
  code.many(() => code.take(code.number()).length).forEach((bytes, index) => {
    const crate = crateOf(names.get(first + index) ?? "");
    crates.set(crate, (crates.get(crate) ?? 0) + bytes);
  });
  return { code: content(SECTION.code), data: content(SECTION.data), crates };
}

function functionNames(content) {
  const read = reader(parts(reader(content)).find(({ id }) => id === FUNCTION_NAMES).content);
  return new Map(read.many(() => [read.number(), read.text()]));
}

/** How many functions a module imports; they are counted before its own. */
function importedFunctions(content) {
  const read = reader(content);
  const limits = () => (read.number() & 1 ? [read.number(), read.number()] : [read.number()]);
  const kinds = read.many(() => {
    read.text();
    read.text();
    const kind = read.byte();
    // Function: its type. Table: type and limits. Memory: limits. Global: type and whether it changes.
    [() => read.number(), () => [read.byte(), limits()], limits, () => [read.byte(), read.byte()]][kind]();
    return kind;
  });
  return kinds.filter((kind) => kind === FUNCTION_IMPORT).length;
}
