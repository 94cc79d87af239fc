// Starts the app: Trunk's own start-up is an inline script, which a strict policy refuses.
//
// The links that Trunk writes into the head (`pattern_preload` in Trunk.toml) name the two files.
// Module scripts run in the order of the page, so the editor's module has run before this one.

import type { Bridge } from "../editor/src/main";

/** What the editor's module has put in place. */
declare const blueprintLens: Bridge;

/** The part of wasm-bindgen's module that starts it. */
interface AppModule {
  default(input: { module_or_path: string }): Promise<unknown>;
}

function address(part: "script" | "wasm"): string {
  const link = document.querySelector<HTMLLinkElement>(`link[data-app="${part}"]`);
  if (link === null) throw new Error(`the page does not link the ${part} of the app`);
  return link.href;
}

async function start(): Promise<void> {
  const [app] = await Promise.all([import(address("script")) as Promise<AppModule>, blueprintLens.arrived]);
  await app.default({ module_or_path: address("wasm") });
  document.getElementById("poster")?.remove();
}

if (typeof WebAssembly === "object") {
  start().catch((error: unknown) => {
    console.error(error);
    document.getElementById("start-failed")?.removeAttribute("hidden");
  });
}
