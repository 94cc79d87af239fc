// What survives a reload. Every access may be refused (private mode, full, switched off): then it is as if nothing
// was kept, and `keptAll` says so.

const PREFIX = "blueprint-lens:";

/** Keys, shared with app/page/boot.ts. */
export const KEY = {
  theme: `${PREFIX}theme`,
  draft: `${PREFIX}draft`,
  drafts: `${PREFIX}drafts`,
  /** Present while the kept draft is being analysed and drawn. */
  analysing: `${PREFIX}analysing`,
} as const;

/** The value under `key`; nothing where the browser refuses. */
export function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps `value`, or forgets the key with `null`; whether the browser allowed it. */
export function write(key: string, value: string | null): boolean {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}
