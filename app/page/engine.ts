// The engine's worker: a second instance of the page's WebAssembly, in a thread of its own.
//
// A worker runs this very script, and the page imports it for its address. The compiled module comes from the page, so
// that nothing is fetched or compiled twice.

/** Where this script lies. */
export const address = import.meta.url;

/** What a worker is given first: the address of wasm-bindgen's module, and the compiled WebAssembly, whole or in two. */
export interface Engine {
  script: string;
  module: WebAssembly.Module;
  secondary: WebAssembly.Module | undefined;
}

/** The part of wasm-bindgen's module that starts the app; in a worker, it only answers questions. */
export interface AppModule {
  default(input: { module_or_path: WebAssembly.Module }): Promise<WebAssembly.Exports>;
}

type Answer = (question: Uint8Array) => Uint8Array<ArrayBuffer>;

let answer: Answer | undefined;
let secondary: WebAssembly.Module | undefined;

/** What the WebAssembly calls, as in app/src/platform/bridge.rs. */
const bridge = {
  serve(given: Answer): void {
    answer = given;
  },
  joinSecondary(exports: WebAssembly.Exports): void {
    if (secondary === undefined) throw new Error("the engine has come without its secondary module");
    new WebAssembly.Instance(secondary, { "": exports });
  },
  /** The trap that follows reaches the page as an error. */
  panicked(): void {},
};

async function start({ script, module, secondary: other }: Engine): Promise<void> {
  secondary = other;
  const app = (await import(script)) as AppModule;
  await app.default({ module_or_path: module });
}

/** Answers a question. Outside of any promise, so that what it throws is an error of the worker. */
function reply(question: Uint8Array): void {
  const bytes = answer?.(question);
  if (bytes === undefined) throw new Error("the engine has not started");
  postMessage(bytes, { transfer: [bytes.buffer] });
}

if (typeof document === "undefined") {
  Object.assign(globalThis, { blueprintLens: bridge });
  let started: Promise<void> | undefined;
  addEventListener("message", ({ data }: MessageEvent<Engine | Uint8Array>) => {
    if (!(data instanceof Uint8Array)) started = start(data);
    else void started?.then(() => setTimeout(() => reply(data)), (error: unknown) => setTimeout(() => { throw error; }));
  });
}
