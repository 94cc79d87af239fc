// Markup of the engine as elements. `innerHTML` would do the same, but a page may forbid it (Trusted Types), and is busy
// until a large table stands. The engine's writer is well-formed and escapes every text of a Blueprint, so that little has
// to be read: nothing here repairs anything.

const SVG = "http://www.w3.org/2000/svg";
const HTML = "http://www.w3.org/1999/xhtml";
/** A tag, with its attributes, or the text up to the next one. */
const PIECE = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*(\/?)>|[^<]+/g;
const ATTRIBUTE = /([\w:-]+)(?:="([^"]*)")?/g;
const EMPTY = new Set(["br", "hr", "img", "input"]);
const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** How long elements are made before the page gets a turn, in milliseconds. */
const SLICE = 10;
/** Pieces between two looks at the clock. */
const LOOK = 200;

const readable = (escaped: string): string =>
  escaped.replaceAll(/&(?:#(\d+)|(\w+));/g, (whole, code, name) =>
    code === undefined ? (NAMED[name] ?? whole) : String.fromCodePoint(Number(code)),
  );

/** Makes the elements inside `parent`, piece by piece. */
function* pieces(markup: string, parent: ParentNode & Node): Generator<void> {
  const open: Node[] = [parent];
  for (const [piece, closing, name, attributes = "", closed] of markup.matchAll(PIECE)) {
    const inside = open.at(-1) as Element;
    if (name === undefined) inside.append(readable(piece));
    else if (closing) open.pop();
    else {
      const isDrawing = name === "svg" || (inside.namespaceURI === SVG && inside.localName !== "foreignObject");
      const element = document.createElementNS(isDrawing ? SVG : HTML, name);
      for (const [, key = "", value = ""] of attributes.matchAll(ATTRIBUTE)) element.setAttribute(key, readable(value));
      inside.append(element);
      if (!closed && !EMPTY.has(name)) open.push(element);
    }
    yield;
  }
}

/** All of `markup` at once. */
export function buildNow(markup: string): DocumentFragment {
  const made = document.createDocumentFragment();
  for (const _ of pieces(markup, made));
  return made;
}

/** The same in slices, between which the page goes on; nothing as soon as it is not `wanted` any more. */
export async function build(markup: string, wanted: () => boolean): Promise<DocumentFragment | undefined> {
  const made = document.createDocumentFragment();
  let [started, count] = [performance.now(), 0];
  for (const _ of pieces(markup, made)) {
    if (++count % LOOK > 0 || performance.now() - started < SLICE) continue;
    await new Promise((next) => setTimeout(next));
    if (!wanted()) return undefined;
    started = performance.now();
  }
  return made;
}
