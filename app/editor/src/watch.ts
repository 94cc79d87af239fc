// When a text is analysed, and what happens when the engine does not survive it.
//
// The text is kept before it is analysed, and a mark says that it is being analysed. A panic ends the WebAssembly for
// good, so nothing here relies on it: the mark stays, and the next visit does not walk into the same text again.

import * as drafts from "./drafts";
import { KEY, write } from "./storage";

/**
 * A redraw may take this long, in milliseconds, before the next one waits for a pause in the typing: what takes longer
 * than a tenth of a second no longer feels immediate.
 */
const AT_ONCE = 100;
/** Longest wait for a pause. */
const LONGEST_PAUSE = 500;

/** How long nobody may have typed before a picture that was kept in place is laid out anew, in milliseconds. */
const IDLE = 1000;

/** What is watched over. */
export interface Watched {
  /** The text to analyse. */
  text(): string;
  /** The text to keep. */
  file(): string;
  /** Analyses and draws `text`, with what is shown kept in place when it was `typed`; the page calls `drawn` then. */
  analyse(text: string, typed: boolean): void;
  /** Lays the picture out by the text alone, after a time in which it was kept in place. */
  relayout(): void;
  /** Tells the visitor that the engine has stopped. */
  stopped(): void;
}

/** Decides when to analyse. */
export class Watch {
  private readonly watched: Watched;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private resting: ReturnType<typeof setTimeout> | undefined;
  private typed = true;
  private changedAt = 0;
  /** When the text that is analysed, or was last, had been changed. */
  private analysedChange = 0;
  private startedAt = 0;
  private lastCost = 0;
  /** Whether the picture of the last text keeps in place what was shown before. */
  private unsettled = false;
  private dead = false;
  /** Whether the engine is at work; in its worker, that takes a while. */
  private running = false;

  constructor(watched: Watched) {
    this.watched = watched;
    addEventListener("pagehide", () => {
      if (this.waiting) drafts.keep(watched.file());
    });
    addEventListener("error", ({ error }: ErrorEvent) => {
      if (error instanceof WebAssembly.RuntimeError) this.fail();
    });
  }

  /** Whether the last change is still to be shown. */
  get pending(): boolean {
    return this.waiting || this.running;
  }

  /** Whether the last change waits for a pause in the typing. */
  private get waiting(): boolean {
    return this.timer !== undefined;
  }

  /** The text has changed, by typing or otherwise. */
  changed(typed: boolean): void {
    this.changedAt = performance.now();
    this.typed &&= typed;
    clearTimeout(this.resting);
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.lastCost <= AT_ONCE) this.analyse();
    else this.timer = setTimeout(() => this.analyse(), Math.min(2 * this.lastCost, LONGEST_PAUSE));
  }

  /** Analyses what is waiting, now. */
  flush(): void {
    if (this.waiting) this.analyse();
  }

  /** The engine has analysed the text that was given last; called between start and `drawn`. */
  analysed(): void {
    performance.measure("lens:analyze", { start: this.startedAt, end: performance.now() });
  }

  /** The page shows the text that was given last. */
  drawn(): void {
    const end = performance.now();
    performance.measure("lens:draw", { start: this.analysedChange, end });
    this.lastCost = end - this.startedAt;
    this.running = false;
    if (this.unsettled) this.resting = setTimeout(() => this.relayout(), IDLE);
    write(KEY.analysing, null);
  }

  /** The engine has stopped; the text stays, and so does the mark. */
  fail(): void {
    if (this.dead) return;
    this.dead = true;
    clearTimeout(this.timer);
    drafts.keep(this.watched.file());
    this.watched.stopped();
  }

  private relayout(): void {
    if (!this.dead && !this.pending) this.watched.relayout();
  }

  private analyse(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const kept = drafts.keep(this.watched.file());
    if (this.dead) return;
    if (kept) write(KEY.analysing, "yes");
    this.startedAt = performance.now();
    this.analysedChange = this.changedAt;
    this.running = true;
    const { typed } = this;
    this.typed = true;
    this.unsettled = typed;
    try {
      this.watched.analyse(this.watched.text(), typed);
    } catch (error) {
      this.fail();
      throw error;
    }
  }
}
