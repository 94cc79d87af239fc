// All drafts of this browser, those of other tabs and of earlier visits.

import { KEY, keys, write } from "../storage";
import { type Draft, idIn, keyOf, readDraft, SLOTS } from "./draft";

/** How many drafts are kept; the oldest goes first, and before it one whose text a newer one holds, too. */
const MOST = 40;

/** The ids of all drafts. */
const ids = (): Set<string | undefined> => new Set(keys(KEY.draft).map(idIn));

/** Every draft, the newest first. */
export function all(): Draft[] {
  const drafts = [...ids()].map((id) => (id === undefined ? null : readDraft(id).newest));
  return drafts.filter((draft) => draft !== null).sort((a, b) => (a.saved < b.saved ? 1 : -1));
}

/** Every draft that is worth a line beside `text`: each text once. */
export function others(text: string): Draft[] {
  return distinct(all().filter((draft) => draft.text !== text && draft.text.trim() !== ""));
}

/** Deletes a draft. */
export function remove(id: string): void {
  for (const slot of SLOTS) write(keyOf(id, slot), null);
}

/** Deletes drafts when there are too many; `own` stays. */
export function thinOut(own: string): void {
  // As long as there are few, no text is read.
  if (ids().size <= MOST) return;
  const drafts = all().filter(({ id }) => id !== own);
  if (drafts.length < MOST) return;
  const kept = distinct(drafts).slice(0, MOST - 1);
  for (const draft of drafts) if (!kept.includes(draft)) remove(draft.id);
}

function distinct(drafts: Draft[]): Draft[] {
  const seen = new Set<string>();
  return drafts.filter(({ text }) => !seen.has(text) && seen.add(text));
}
