// The text that is being written, and texts that something else has pushed aside.

import { KEY, read, write } from "./storage";

/** How many set-aside texts are kept; the oldest goes first. */
const MOST = 20;

/** A text that was pushed aside. */
export interface Draft {
  /** When, as ISO 8601. */
  saved: string;
  text: string;
}

/** The draft of the last visit. */
export const current = (): string | null => read(KEY.draft);

/** Keeps the draft; whether the browser allowed it. One that is there already is not written again. */
export const keep = (text: string): boolean => current() === text || write(KEY.draft, text);

/** Forgets the draft. */
export const forget = (): boolean => write(KEY.draft, null);

/** Texts that were set aside, the newest first. */
export function list(): Draft[] {
  try {
    const kept: unknown = JSON.parse(read(KEY.drafts) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isDraft) : [];
  } catch {
    return [];
  }
}

/** Sets a text aside; blank ones and repetitions are not worth a place. */
export function setAside(text: string): void {
  if (text.trim() === "") return;
  const others = list().filter((draft) => draft.text !== text);
  const drafts = [{ saved: new Date().toISOString(), text }, ...others].slice(0, MOST);
  // A full storage takes fewer of them rather than none.
  while (drafts.length > 0 && !write(KEY.drafts, JSON.stringify(drafts))) drafts.pop();
}

/** Deletes the set-aside text that was saved at that time. */
export function remove(saved: string): void {
  write(KEY.drafts, JSON.stringify(list().filter((draft) => draft.saved !== saved)));
}

function isDraft(value: unknown): value is Draft {
  const draft = value as Partial<Draft> | null;
  return typeof draft?.saved === "string" && typeof draft.text === "string";
}
