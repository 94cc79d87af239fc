// Questions to the engine's worker (app/page/engine.ts): one at a time, and the newest only.

import type { Engine } from "../../page/engine";

/** A question that has been at work for so long, in milliseconds, is given up for a newer one. */
const GIVEN_UP_AFTER = 250;

/** A question, and who hears the answer. */
interface Question {
  bytes: Uint8Array<ArrayBuffer>;
  answered(answer: Uint8Array): void;
}

/** The worker, started when it is first needed, and anew when it is busy with what nobody wants to know any more. */
export class Background {
  private readonly engine: () => Promise<Engine>;
  private readonly failed: () => void;
  private worker: Promise<Worker> | undefined;
  private asked: Question | undefined;
  private next: Question | undefined;
  private askedAt = 0;

  constructor(engine: () => Promise<Engine>, failed: () => void) {
    this.engine = engine;
    this.failed = failed;
  }

  /** Asks; the answer to an older question is not heard any more. */
  run(bytes: Uint8Array<ArrayBuffer>, answered: Question["answered"]): void {
    this.cancel();
    this.next = { bytes, answered };
    if (this.asked === undefined) void this.ask();
  }

  /** Forgets what has not been answered. */
  cancel(): void {
    this.next = undefined;
    if (this.asked === undefined) return;
    this.asked.answered = () => {};
    if (performance.now() - this.askedAt < GIVEN_UP_AFTER) return;
    void this.worker?.then((worker) => worker.terminate());
    this.worker = undefined;
    this.asked = undefined;
  }

  private async ask(): Promise<void> {
    const question = this.next;
    if (question === undefined) return;
    this.next = undefined;
    this.asked = question;
    this.askedAt = performance.now();
    this.worker ??= this.start();
    const worker = await this.worker.catch(() => undefined);
    if (worker === undefined) return this.failed();
    if (this.asked !== question) return;
    worker.onmessage = ({ data }: MessageEvent<Uint8Array>) => {
      if (this.asked !== question) return;
      this.asked = undefined;
      question.answered(data);
      void this.ask();
    };
    worker.postMessage(question.bytes, { transfer: [question.bytes.buffer] });
  }

  private async start(): Promise<Worker> {
    const [{ address }, engine] = await Promise.all([import("../../page/engine"), this.engine()]);
    const worker = new Worker(address, { type: "module" });
    worker.onerror = () => this.failed();
    worker.postMessage(engine);
    return worker;
  }
}
