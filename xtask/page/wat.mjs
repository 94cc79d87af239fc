// WebAssembly text as `wasm-dis` writes it: a list of definitions, each of which begins on a line of its own.

const NAME = String.raw`\$(?:"(?:[^"\\]|\\.)*"|[^\s()"]+)`;
const DEFINITION = new RegExp(String.raw`^ \((\w+)(?: (${NAME}))?`);
const CALL = new RegExp(String.raw`\((?:return_call|call|ref\.func) (${NAME})`, "g");
const ANY_NAME = new RegExp(NAME, "g");

/** What is expected in such a text; throws an error that says what is missing. */
export function expected(found, what) {
  if (found === undefined || found === null) throw new Error(`the WebAssembly text has no ${what}: does wasm-dis write it in another way?`);
  return found;
}

/** The definitions of a module in order: kind, name where there is one, and text. */
export function definitions(wat) {
  const [start, end] = [wat.indexOf("\n ("), wat.lastIndexOf("\n)")];
  const all = expected(wat.startsWith("(module") && start > 0 && end > start ? wat.slice(start, end) : null, "definitions on lines of their own");
  return all.split(/\n(?= \()/).filter(Boolean).map((text) => {
    const [, kind, name] = expected(DEFINITION.exec(text), `kind in "${text.slice(0, 80)}"`);
    return { kind, name, text };
  });
}

/** The module of these definitions. */
export const moduleOf = (texts) => `(module\n${texts.join("\n")}\n)\n`;

/** Names of the functions that a text calls, or whose address it takes. */
export const called = (text) => [...text.matchAll(CALL)].map(([, name]) => name);

/** Every name in a text. */
export const names = (text) => text.match(ANY_NAME) ?? [];

/** What a function takes and gives, from the text of its definition: types of its parameters and its results. */
export function signature(text) {
  const header = text.slice(0, text.indexOf("\n") === -1 ? undefined : text.indexOf("\n"));
  const types = (kind) => [...header.matchAll(new RegExp(String.raw`\(${kind} (?:${NAME} )?([^()]+)\)`, "g"))].map(([, type]) => type);
  return { parameters: types("param"), results: types("result") };
}
