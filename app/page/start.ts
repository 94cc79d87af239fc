// Starts the app: Trunk's own start-up is an inline script, which a strict policy refuses.
//
// The links that Trunk writes into the head (`pattern_preload` in Trunk.toml) name the two files.
// Module scripts run in the order of the page, so the editor's module has run before this one.

import type { Bridge } from "../editor/src/main";
import type { AppModule } from "./engine";

/** What the editor's module has put in place. */
declare const blueprintLens: Bridge;

function address(part: "script" | "wasm"): string {
  const link = document.querySelector<HTMLLinkElement>(`link[data-app="${part}"]`);
  if (link === null) throw new Error(`the page does not link the ${part} of the app`);
  return link.href;
}

/** The address that a release names in its head. */
function named(name: string): string | undefined {
  const content = document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;
  return content && new URL(content, document.baseURI).href;
}

/** The WebAssembly of an address, compiled while it comes where the host names its type. */
async function compiled(wasm: string): Promise<WebAssembly.Module> {
  const response = await fetch(wasm);
  if (!response.ok) throw new Error(`${wasm}: status ${response.status}`);
  if (response.headers.get("content-type") === "application/wasm") return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

async function start(): Promise<void> {
  const script = address("script");
  const [app, module] = await Promise.all([
    import(script) as Promise<AppModule>,
    compiled(address("wasm")),
    blueprintLens.arrived,
  ]);
  blueprintLens.keepModule({ script, module }, named("secondary-module"));
  blueprintLens.started(await app.default({ module_or_path: module }));
}

/** The page is kept for visits without a network when everything that it shows has come. */
const OFFLINE_AFTER = 1000;

/** Also after a start that failed: the release that mends it may be waiting. */
function keepOffline(): void {
  const script = named("service-worker");
  if (script === undefined) return;
  setTimeout(() => {
    import("./offline").then(({ keepOffline }) => keepOffline(script)).catch((error: unknown) => console.info(error));
  }, OFFLINE_AFTER);
}

if (typeof WebAssembly === "object") {
  start()
    .catch((error: unknown) => {
      console.error(error);
      document.getElementById("start-failed")?.removeAttribute("hidden");
    })
    .finally(keepOffline);
}
