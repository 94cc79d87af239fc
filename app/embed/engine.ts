// The engine: fetched once for all elements of a page, when the first of them is needed; or at once, where a page is about
// to be printed and nothing can be waited for. It comes in two parts: one draws pictures, the other knows the rules and the
// other views.

import { initSync } from "blueprint-lens-engine";
import wasm from "blueprint-lens-engine-address";
import { bytesNow } from "../page/now";
import { secondary } from "./secondary";

const address = new URL(wasm, import.meta.url);
let coming: Promise<void> | undefined;
let exports: WebAssembly.Exports | undefined;

function begin(module: WebAssembly.Module): void {
  exports ??= initSync({ module });
}

async function compiled(): Promise<WebAssembly.Module> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`the engine cannot be read (${answer.status})`);
  // Not every host knows what WebAssembly is called, and then it cannot be compiled while it comes.
  if (answer.headers.get("content-type") !== "application/wasm") return WebAssembly.compile(await answer.arrayBuffer());
  return WebAssembly.compileStreaming(answer);
}

/** Resolves when pictures can be drawn. A failure is not kept: the next element tries again. */
export function loaded(): Promise<void> {
  if (exports) return Promise.resolve();
  coming ??= compiled().then(begin);
  coming.catch(() => (coming = undefined));
  return coming;
}

/** Resolves when all that the engine knows can be asked for. A failure is not kept either. */
export async function whole(): Promise<void> {
  await Promise.all([loaded(), secondary.compiled()]);
  if (exports) await secondary.fetch(exports);
}

/** Whether all of it is there. */
export const isWhole = (): boolean => secondary.isThere;

/** Has the engine draw pictures when it returns; what else it is asked for comes at that moment. */
export function loadNow(): void {
  if (!exports) begin(new WebAssembly.Module(bytesNow(address)));
}
