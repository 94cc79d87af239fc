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

/** What the page asks, or the worker answers: bytes of the engine, under the number of the question. */
export interface Message {
  number: number;
  bytes: Uint8Array<ArrayBuffer>;
}

/** What the worker says when it takes a question up. */
export interface TakenUp {
  takenUp: number;
}

/** The engine's side: it takes a question up in place of the last one, and goes on with it until there is an answer. */
interface Work {
  takeUp(question: Uint8Array): void;
  /** The name of the stage that is done, or the answer. */
  goOn(): string | Uint8Array<ArrayBuffer>;
}

let work: Work | undefined;
/** The number of the question at work. */
let current: number | undefined;
let secondary: WebAssembly.Module | undefined;

/** What the WebAssembly calls, as in app/src/platform/bridge.rs. */
const bridge = {
  serve(takeUp: Work["takeUp"], goOn: Work["goOn"]): void {
    work = { takeUp, goOn };
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

/** Takes a question up, in place of one that is at work. */
function takeUp({ number, bytes }: Message): void {
  if (work === undefined) throw new Error("the engine has not started");
  work.takeUp(bytes);
  postMessage({ takenUp: number } satisfies TakenUp);
  if (current === undefined) setTimeout(goOn);
  current = number;
}

/** Works for a stage; what is asked meanwhile is heard after it. Outside of any promise, so that what it throws is an error of the worker. */
function goOn(): void {
  if (work === undefined || current === undefined) return;
  const start = performance.now();
  const done = work.goOn();
  const stage = typeof done === "string" ? done : "write";
  performance.clearMeasures(`lens:${stage}`);
  performance.measure(`lens:${stage}`, { start, end: performance.now() });
  if (typeof done === "string") {
    setTimeout(goOn);
    return;
  }
  postMessage({ number: current, bytes: done } satisfies Message, { transfer: [done.buffer] });
  current = undefined;
}

if (typeof document === "undefined") {
  Object.assign(globalThis, { blueprintLens: bridge });
  let started: Promise<void> | undefined;
  addEventListener("message", ({ data }: MessageEvent<Engine | Message>) => {
    if ("script" in data) started = start(data);
    else void started?.then(() => setTimeout(() => takeUp(data)), (error: unknown) => setTimeout(() => { throw error; }));
  });
}
