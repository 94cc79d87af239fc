// What survives a reload. Every access may be refused (private mode, full, switched off): then nothing is kept, and the
// answer says why.

const PREFIX = "blueprint-lens:";

/** Keys, shared with app/page/boot.ts. */
export const KEY = {
  theme: `${PREFIX}theme`,
  /** What the keys of drafts begin with: their id and their slot follow. */
  draft: `${PREFIX}draft:`,
  /** The id of this tab's draft; of the tab alone. */
  tab: `${PREFIX}tab`,
  /** The draft of this tab and the index of the file of it that is shown; of the tab alone. */
  shown: `${PREFIX}shown`,
  /** Present while the kept draft is being analysed and drawn. */
  analysing: `${PREFIX}analysing`,
} as const;

/** Whether the browser has kept something: `full` when there is no room, `refused` when it keeps nothing at all. */
export type Kept = "kept" | "full" | "refused";

/** The value under `key`; nothing where the browser refuses. */
export function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps `value`, or forgets the key with `null`. What was there before stays when the browser does not keep the new. */
export function write(key: string, value: string | null): Kept {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
    return "kept";
  } catch (error) {
    return isFull(error) ? "full" : "refused";
  }
}

/** Every key that begins so. */
export function keys(prefix: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

/** The key of a value that the engine keeps for this tab. */
export const ofTab = (key: string): string => PREFIX + key;

/** The value under `key` that belongs to this tab alone, and stays when it is reloaded. */
export function readOfTab(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a value of this tab; without it, a reload begins as a new tab does. */
export function writeOfTab(key: string, value: string): void {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // Nothing is lost: the draft itself is not kept here.
  }
}

function isFull(error: unknown): boolean {
  return error instanceof DOMException && (error.name === "QuotaExceededError" || error.name === "NS_ERROR_DOM_QUOTA_REACHED");
}
