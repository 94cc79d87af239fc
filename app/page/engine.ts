// The engine's worker: a second instance of the page's WebAssembly, in a thread of its own.
//
// A worker runs this very script, and the page imports it for its address. The compiled module comes from the page, so
// that nothing is fetched or compiled twice.

/** Where this script lies. */
export const address = import.meta.url;

/** What a worker is given first: the address of wasm-bindgen's module, and the compiled WebAssembly. */
export interface Engine {
  script: string;
  module: WebAssembly.Module;
}

/** The part of wasm-bindgen's module that starts the app; in a worker, it only answers questions. */
export interface AppModule {
  default(input: { module_or_path: WebAssembly.Module }): Promise<unknown>;
}

type Answer = (question: Uint8Array) => Uint8Array<ArrayBuffer>;

/** What the WebAssembly calls, as in app/src/platform/bridge.rs. */
const bridge = {
  serve(answer: Answer): void {
    addEventListener("message", ({ data }: MessageEvent<Uint8Array>) => {
      const bytes = answer(data);
      postMessage(bytes, { transfer: [bytes.buffer] });
    });
  },
  /** The trap that follows ends the worker's answers; the page hears of it as an error. */
  panicked(): void {},
};

async function start({ script, module }: Engine): Promise<void> {
  const app = (await import(script)) as AppModule;
  await app.default({ module_or_path: module });
}

if (typeof document === "undefined") {
  Object.assign(globalThis, { blueprintLens: bridge });
  let started: Promise<void> | undefined;
  addEventListener("message", (event: MessageEvent<Engine>) => {
    if (started !== undefined) return;
    event.stopImmediatePropagation();
    started = start(event.data);
    // An error that is thrown outside of a promise reaches the page.
    started.catch((error: unknown) => setTimeout(() => { throw error; }));
  });
}
