// Splits a WebAssembly, that of the page or of the element, into a primary module, which draws the first picture, and a
// secondary one with the functions that may wait, which is fetched after that picture.
//
// Both share memory, tables and globals. In the primary module, a small function of the same type stands for each one of
// the other that it may call: it joins the secondary module when that has not been done (app/src/platform/secondary.rs,
// embed/src/secondary.rs), and then calls through the table, where the secondary module has put its own functions. Whatever
// calls it waits; nothing in Rust knows of it.

import { divideData, withoutOperands } from "./constants.mjs";
import { called, definitions, expected, moduleOf, names, signature } from "./wat.mjs";

const JOIN = "$split:join";
/** Whether the secondary module has been joined. */
const STATE = { kind: "global", name: "$split:joined", text: " (global $split:joined (mut i32) (i32.const 0))" };
/** The export that joins the secondary module. */
const JOINING = "joinSecondary";

/**
 * The two modules as text, from the text of one. `mayWait` says of a function's name whether it goes to the second; of the
 * constants that are `linked` (linked.mjs), those go there that no other function needs.
 */
export function split(wat, mayWait, linked) {
  const all = definitions(wat);
  const of = (kind) => all.filter((one) => one.kind === kind);
  const functions = new Map(of("func").map((one) => [one.name, one.text]));
  const moved = movable(functions, of("export"), mayWait);
  const stays = (one) => one.kind !== "func" || !moved.has(one.name);

  // What is called from outside of the secondary module gets a place behind the elements of the table of functions.
  const table = expected(of("table").find(({ text }) => /funcref\)$/.test(text)), "table of functions");
  const [, before, size, after] = expected(/^(.*?)(\d+) \2( funcref\))$/.exec(table.text), "table of functions with a fixed size");
  const reached = new Set(all.filter(stays).flatMap(({ kind, text }) => (kind === "func" ? called(text) : names(text))));
  const entries = [...moved].filter((name) => reached.has(name));
  const enlarged = `${before}${Number(size) + entries.length} ${Number(size) + entries.length}${after}`;

  const secondary = [...moved].map((name) => functions.get(name));
  const needed = new Set(secondary.flatMap(called).filter((name) => !moved.has(name)));
  const shared = [
    STATE,
    ...of("memory"),
    { ...table, text: enlarged },
    ...of("table").filter((one) => one !== table),
    ...of("global"),
    ...all.filter(({ kind, name }) => kind === "func" && needed.has(name)),
    ...of("import").flatMap(({ text }) => imported(text)).filter(({ name }) => needed.has(name)),
  ].map((one, index) => ({ ...one, outside: index.toString(36) }));

  const others = all.filter((one) => stays(one) && one.kind !== "data");
  const read = others.map(({ kind, text }) => (kind === "func" ? withoutOperands(text, moved) : text));
  const data = divideData(of("data"), read, linked);

  const stubs = entries.map((name, index) => stub(name, functions.get(name), table.name, Number(size) + index));
  return {
    primary: moduleOf([
      ...others.map((one) => (one === table ? enlarged : one.text)),
      ...data.primary,
      ...shared.map(({ kind, name, outside }) => ` (export "${outside}" (${kind} ${name}))`),
      ...stubs,
      STATE.text,
      joining(of("export")),
    ]),
    secondary: moduleOf([
      ...of("type").map(({ text }) => text),
      ...shared.map((one) => ` (import "" "${one.outside}" ${declaration(one)})`),
      ` (elem ${table.name === undefined ? "" : `(table ${table.name}) `}(i32.const ${size}) func ${entries.join(" ")})`,
      ...data.secondary,
      ` (func ${JOIN} (global.set ${STATE.name} (i32.const 1)))`,
      ` (start ${JOIN})`,
      ...secondary,
    ]),
  };
}

/** Names of the functions to move: those that may wait, but none that joining the secondary module itself needs. */
function movable(functions, exports, mayWait) {
  // What JavaScript needs to pass values has an export with such a name; so has the start, which may wait as all else.
  const isRoot = (text) => text.includes(`"${JOINING}"`) || (text.includes('(export "__') && !text.includes('"__wbindgen_start"'));
  const roots = exports.filter(({ text }) => isRoot(text));
  const needed = new Set();
  const visit = (name) => {
    if (needed.has(name) || !functions.has(name)) return;
    needed.add(name);
    called(functions.get(name)).forEach(visit);
  };
  roots.flatMap(({ text }) => names(text)).forEach(visit);
  return new Set([...functions.keys()].filter((name) => mayWait(name) && !needed.has(name)));
}

/** The function that an import brings, as a definition. */
function imported(text) {
  const [, declared] = /^ \(import "[^"]*" "[^"]*" (\(func .*\))\)$/.exec(text) ?? [];
  return declared === undefined ? [] : definitions(moduleOf([` ${declared}`]));
}

/** How the secondary module declares what it shares with the primary one. */
function declaration({ kind, name, text }) {
  if (kind === "func") return `(func ${name}${typeUse(signature(text))})`;
  if (kind === "global") return `${expected(/^ (\(global \S+ (?:\(mut \w+\)|\w+))/.exec(text), "type of a global")[1]})`;
  return text.trim();
}

const typeUse = ({ parameters, results }) =>
  (parameters.length > 0 ? ` (param ${parameters.join(" ")})` : "") + (results.length > 0 ? ` (result ${results.join(" ")})` : "");

/** The function that stands for one of the secondary module: it calls the place of that one in the table. */
function stub(name, text, table, place) {
  const { parameters, results } = signature(text);
  const given = parameters.join(" ").split(" ").filter(Boolean).map((_, index) => `(local.get ${index})`);
  const use = typeUse({ parameters, results });
  return ` (func ${name}${use} (call ${JOIN}) (call_indirect ${table}${use} ${given.join(" ")} (i32.const ${place})))`;
}

/** The function that every stub calls first. */
function joining(exports) {
  const { text } = expected(exports.find((one) => one.text.includes(`"${JOINING}"`)), `export "${JOINING}"`);
  const [join] = names(text);
  return ` (func ${JOIN} (if (i32.eqz (global.get ${STATE.name})) (then (call ${join}))))`;
}
