// The engine: fetched once for all elements of a page, when the first of them is needed; or at once, where a page is about
// to be printed and nothing can be waited for.

import { initSync } from "blueprint-lens-engine";
import wasm from "blueprint-lens-engine-address";

const address = new URL(wasm, import.meta.url);
let coming: Promise<void> | undefined;
let isThere = false;

function begin(module: WebAssembly.Module): void {
  if (!isThere) initSync({ module });
  isThere = true;
}

async function compiled(): Promise<WebAssembly.Module> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`the engine cannot be read (${answer.status})`);
  // Not every host knows what WebAssembly is called, and then it cannot be compiled while it comes.
  if (answer.headers.get("content-type") !== "application/wasm") return WebAssembly.compile(await answer.arrayBuffer());
  return WebAssembly.compileStreaming(answer);
}

/** Resolves when the engine is there. A failure is not kept: the next element tries again. */
export function loaded(): Promise<void> {
  if (isThere) return Promise.resolve();
  coming ??= compiled().then(begin);
  coming.catch(() => (coming = undefined));
  return coming;
}

/** What an address holds, byte by byte, before anything else happens. Throws when it cannot be read. */
export function bytesNow(from: URL): Uint8Array<ArrayBuffer> {
  const request = new XMLHttpRequest();
  request.open("GET", from, false);
  // A request that is waited for gives text only; this reads every byte as one character.
  request.overrideMimeType("text/plain; charset=x-user-defined");
  request.send();
  if (request.status !== 200) throw new Error(`${from.href} cannot be read (${request.status})`);
  return Uint8Array.from(request.responseText, (character) => character.charCodeAt(0) & 0xff);
}

/** Has the engine there when it returns. */
export function loadNow(): void {
  if (!isThere) begin(new WebAssembly.Module(bytesNow(address)));
}
