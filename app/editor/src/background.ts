// Questions to the engine's worker (app/page/engine.ts). Only the newest is answered: the worker hears it between two stages
// of its work, and leaves the older one.

import type { Engine, Message, TakenUp } from "../../page/engine";

/** A worker that has not taken a question up for so long, in milliseconds, is given up when there is a newer one. */
const GIVEN_UP_AFTER = 1000;

/** A question, and who hears the answer. */
interface Question {
  number: number;
  askedAt: number;
  takenUp: boolean;
  answered(answer: Uint8Array): void;
}

/** The worker, started when it is first needed, and anew when it is busy with what nobody wants to know any more. */
export class Background {
  private readonly engine: () => Promise<Engine>;
  private readonly failed: () => void;
  private worker: Promise<Worker> | undefined;
  private asked: Question | undefined;
  private count = 0;

  constructor(engine: () => Promise<Engine>, failed: () => void) {
    this.engine = engine;
    this.failed = failed;
  }

  /** Asks; the answer to an older question is not heard any more. */
  run(bytes: Uint8Array<ArrayBuffer>, answered: Question["answered"]): void {
    const before = this.asked;
    const now = performance.now();
    const waits = before !== undefined && !before.takenUp;
    if (waits && now - before.askedAt > GIVEN_UP_AFTER) this.stop();
    // Questions that wait for the same stage have waited since the first of them.
    const askedAt = waits && this.worker !== undefined ? before.askedAt : now;
    this.asked = { number: (this.count += 1), askedAt, takenUp: false, answered };
    void this.ask(this.asked, bytes);
  }

  /** Forgets what has not been answered. */
  cancel(): void {
    if (this.asked !== undefined) this.stop();
    this.asked = undefined;
  }

  private stop(): void {
    void this.worker?.then((worker) => worker.terminate());
    this.worker = undefined;
  }

  private async ask(question: Question, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    this.worker ??= this.start();
    const worker = await this.worker.catch(() => undefined);
    if (worker === undefined) return this.failed();
    if (this.asked !== question) return;
    worker.postMessage({ number: question.number, bytes } satisfies Message, { transfer: [bytes.buffer] });
  }

  private async start(): Promise<Worker> {
    const [{ address }, engine] = await Promise.all([import("../../page/engine"), this.engine()]);
    const worker = new Worker(address, { type: "module" });
    worker.onerror = () => this.failed();
    worker.onmessage = ({ data }: MessageEvent<Message | TakenUp>) => this.hear(data);
    worker.postMessage(engine);
    return worker;
  }

  private hear(said: Message | TakenUp): void {
    const question = this.asked;
    if ("takenUp" in said) {
      if (said.takenUp === question?.number) question.takenUp = true;
    } else if (said.number === question?.number) {
      this.asked = undefined;
      question.answered(said.bytes);
    }
  }
}
