// The rules come with the secondary module, after the first picture. Until then, the page shows a text without saying what
// is wrong with it.

import type { Secondary } from "../../page/secondary";

/** What the page does when the rules have come, and when they could not be loaded. */
interface Listener {
  came(): void;
  failed(): void;
}

/** The rules of one page. */
export class Rules {
  private readonly secondary: Secondary;
  private readonly settled: () => void;
  private listener: Listener | undefined;
  private exports: WebAssembly.Exports | undefined;

  /** `settled` is called when the page has shown what they find, or has said that they did not come. */
  constructor(secondary: Secondary, settled: () => void) {
    this.secondary = secondary;
    this.settled = settled;
  }

  /** Whether they are there. */
  get areThere(): boolean {
    return this.secondary.isThere;
  }

  follow(listener: Listener): void {
    this.listener = listener;
  }

  /** Has them join the app, which has started, when they have come. Whoever needs them before that fetches them at once. */
  started(exports: WebAssembly.Exports): void {
    this.exports = exports;
    void this.load();
  }

  /** Has them come, once more where that has failed. */
  async load(): Promise<void> {
    const { exports, listener } = this;
    if (exports === undefined) return;
    try {
      await this.secondary.fetch(exports).then(
        () => listener?.came(),
        (error: unknown) => {
          console.info(error);
          listener?.failed();
        },
      );
    } finally {
      this.settled();
    }
  }

  /** Has them join at once; the page hears of that when what asks for it is done. */
  join(exports: WebAssembly.Exports): void {
    this.secondary.join(exports);
    setTimeout(() => this.listener?.came());
  }
}
