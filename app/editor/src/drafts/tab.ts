// The draft of this tab. No tab writes into the draft of another: a tab that finds its draft written by somebody else
// (a tab that was duplicated holds the same id) goes on under a new one.

import { KEY, type Kept, readOfTab, write, writeOfTab } from "../storage";
import { type Draft, encode, keyOf, newestHead, newId, readDraft, type Slot } from "./draft";
import { all, thinOut } from "./list";

/** This load of the page. */
const WRITER = newId();

/** What this tab knows of its draft. */
interface Own {
  id: string;
  origin: string;
  /** The version that is kept, who wrote it, and its slot. */
  version: number;
  writer: string;
  slot: Slot;
  /** The text that is kept; nothing before the first write. */
  text: string | null;
}

function fresh(origin?: string): Own {
  const id = newId();
  return { id, origin: origin ?? id, version: 0, writer: WRITER, slot: 1, text: null };
}

let own = fresh();
/** An example that the page shows by itself: it needs no keeping until somebody changes it. */
let example: string | null = null;
let outcome: Kept = "kept";

/** The id and the origin of this tab's draft. */
export const present = (): { readonly id: string; readonly origin: string } => own;

/** Whether the browser has kept the text of this tab. */
export const kept = (): Kept => outcome;

/** What a tab begins with. */
export interface Start {
  text: string | null;
  /** Whether the newest version was cut off: the text is the version before it, if there is one. */
  isTorn: boolean;
}

/** The draft of this tab after a reload; a copy of the newest draft in a new tab; nothing where there is none. */
export function start(): Start {
  const id = readOfTab(KEY.tab);
  if (id !== null) {
    const { isTorn } = readDraft(id);
    const text = resume(id);
    if (text === null) begin();
    return { text, isTorn };
  }
  const newest = all()[0];
  begin(newest?.origin);
  return { text: newest?.text ?? null, isTorn: false };
}

/** The page shows an example by itself, or none any more. */
export function showsExample(text: string | null): void {
  example = text;
}

/** Goes on under a new draft; the one before stays in the list. */
export function begin(origin?: string): void {
  own = fresh(origin);
  example = null;
  writeOfTab(KEY.tab, own.id);
}

/** Goes on with a draft that this tab has left; its text, or nothing when it is gone. */
export function resume(id: string): string | null {
  const { newest, slot, isTorn } = readDraft(id);
  if (newest === null) return null;
  if (isTorn) write(keyOf(id, slot === 0 ? 1 : 0), null);
  const { origin, version, writer, text } = newest;
  own = { id, origin, version, writer, slot, text };
  example = null;
  writeOfTab(KEY.tab, id);
  return text;
}

/** Parts this draft from the copies in other tabs. */
export function part(): void {
  const { text } = own;
  Object.assign(own, { origin: newId(), text: null });
  if (text !== null) keep(text);
}

/** Keeps the text as the next version; whether the browser did. One that is kept already is not written again. */
export function keep(text: string): boolean {
  if (text === example) return true;
  example = null;
  if (own.text === text && outcome === "kept") return true;
  const head = newestHead(own.id);
  if (head !== null && isForeign(head)) begin(own.origin);
  const isNew = own.version === 0;
  const { id, origin } = own;
  outcome = put({ id, origin, writer: WRITER, version: own.version + 1, saved: new Date().toISOString(), text });
  if (outcome === "kept" && isNew) thinOut(id);
  return outcome === "kept";
}

/** Keeps the text anew when somebody has deleted it under this tab. */
export function keepAgain(text: string): void {
  own.text = null;
  keep(text);
}

/** Whether a version of this tab's draft was written by another tab. */
export const isForeign = ({ writer, version }: Pick<Draft, "writer" | "version">): boolean =>
  version >= own.version && (version > own.version ? writer !== WRITER : writer !== own.writer);

/** Writes into the slot that does not hold the version before; where there is no room for both, over that one. */
function put(draft: Draft): Kept {
  const text = encode(draft);
  let slot: Slot = own.slot === 0 ? 1 : 0;
  let answer = write(keyOf(draft.id, slot), text);
  if (answer === "full" && draft.version > 1) {
    // The version before the last one makes room.
    write(keyOf(draft.id, slot), null);
    slot = own.slot;
    answer = write(keyOf(draft.id, slot), text);
  }
  if (answer === "kept") Object.assign(own, { version: draft.version, writer: WRITER, slot, text: draft.text });
  return answer;
}
