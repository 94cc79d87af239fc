// When a text is analysed, and what happens when the engine does not survive it.
//
// The text is kept before it is analysed, and a mark says that it is being analysed. A panic ends the WebAssembly for
// good, so nothing here relies on it: the mark stays, and the next visit does not walk into the same text again. While
// somebody types into a text that the worker analyses, it is kept at every pause instead: keeping a large text takes longer
// than a key press may, and what ends the worker leaves the page.

import * as drafts from "./drafts";
import { KEY, write } from "./storage";

/**
 * A redraw may keep the page this long, in milliseconds, before the next one waits for a pause in the typing: what takes
 * longer than a tenth of a second no longer feels immediate. What the engine's worker does meanwhile keeps nobody.
 */
const AT_ONCE = 100;
/**
 * Shortest wait before the worker gets a text, in milliseconds: somebody who types fast has pressed the next key by then, and
 * the worker would have begun in vain, on a processor that the next key press needs.
 */
const SHORTEST_PAUSE = 80;
/** Longest wait for a pause, and how long it takes for a text to be kept that the worker analyses. */
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
  /** Runs while the text is still to be kept. */
  private keeping: ReturnType<typeof setTimeout> | undefined;
  private typed = true;
  private changedAt = 0;
  /** When the text that is analysed, or was last, had been changed. */
  private analysedChange = 0;
  private startedAt = 0;
  /** What the last redraw has cost the page's own thread. */
  private lastCost = 0;
  /** What this one has cost before `since`. */
  private spent = 0;
  private since = 0;
  /** Whether the worker has the last text. */
  private elsewhere = false;
  /** Whether the picture of the last text keeps in place what was shown before. */
  private unsettled = false;
  private dead = false;
  /** Whether the engine is at work; in its worker, that takes a while. */
  private running = false;

  constructor(watched: Watched) {
    this.watched = watched;
    addEventListener("pagehide", () => {
      if (this.waiting || this.keeping !== undefined) drafts.keep(watched.file());
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
    if (this.lastCost <= AT_ONCE && !this.elsewhere) this.analyse();
    else this.timer = setTimeout(() => this.analyse(), this.pause());
  }

  /** How long nobody may have typed before the next text is analysed. */
  private pause(): number {
    return Math.min(Math.max(2 * this.lastCost, SHORTEST_PAUSE), LONGEST_PAUSE);
  }

  /** Analyses what is waiting, now. */
  flush(): void {
    if (this.waiting) this.analyse();
  }

  /** The text that was given last is with the worker. */
  handedOver(): void {
    this.spent += performance.now() - this.since;
    this.elsewhere = true;
  }

  /** The worker has answered. */
  answered(): void {
    this.since = performance.now();
  }

  /** The engine has analysed the text that was given last; called between start and `drawn`. */
  analysed(): void {
    performance.measure("lens:analyze", { start: this.startedAt, end: performance.now() });
  }

  /** The page shows the text that was given last. */
  drawn(): void {
    const end = performance.now();
    performance.measure("lens:draw", { start: this.analysedChange, end });
    this.lastCost = this.spent + end - this.since;
    this.running = false;
    if (this.unsettled) this.resting = setTimeout(() => this.relayout(), IDLE);
    write(KEY.analysing, null);
  }

  /** The rules look at the text by `check`: that may stop the engine, too. */
  checked(check: () => void): void {
    // Before the first analysis, there is nothing to look at, and the mark is that of an earlier visit.
    if (this.dead || this.startedAt === 0) return;
    write(KEY.analysing, "yes");
    try {
      check();
    } catch (error) {
      this.fail();
      throw error;
    }
    if (!this.running) write(KEY.analysing, null);
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

  /** Keeps the text, and says that it is being analysed while it is. */
  private keep(): void {
    this.keeping = undefined;
    const kept = drafts.keep(this.watched.file());
    if (kept && this.running) write(KEY.analysing, "yes");
  }

  private analyse(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.startedAt = performance.now();
    const { typed, elsewhere } = this;
    this.running = !this.dead;
    clearTimeout(this.keeping);
    if (this.running && typed && elsewhere) this.keeping = setTimeout(() => this.keep(), LONGEST_PAUSE);
    else this.keep();
    if (this.dead) return;
    [this.since, this.spent, this.elsewhere] = [this.startedAt, 0, false];
    this.analysedChange = this.changedAt;
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
