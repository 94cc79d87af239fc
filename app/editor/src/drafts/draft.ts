// One draft as it is kept: two slots, written in turn, so that a crash in the middle of a write leaves the version
// before it.

import { KEY, read } from "../storage";

/** A version of a draft. */
export interface Draft {
  /** Its name among the drafts. */
  id: string;
  /** What it shares with the drafts that it was copied from, or that were copied from it, until somebody parts them. */
  origin: string;
  /** The load of the page that wrote it. */
  writer: string;
  /** Grows by one with every write. */
  version: number;
  /** When it was written, as ISO 8601. */
  saved: string;
  text: string;
}

/** The slots of a draft. */
export const SLOTS = [0, 1] as const;
export type Slot = (typeof SLOTS)[number];

/** A new name for a draft or a writer. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The key of a slot. */
export const keyOf = (id: string, slot: Slot): string => `${KEY.draft}${id}:${slot}`;

/** The id in the key of a slot. */
export function idIn(key: string): string | undefined {
  return key.startsWith(KEY.draft) ? key.slice(KEY.draft.length).split(":")[0] : undefined;
}

/** A draft as text; the version and its writer come before the text, where they are read without it. */
export const encode = ({ id, origin, writer, version, saved, text }: Draft): string =>
  JSON.stringify({ id, origin, writer, version, saved, text });

/** Writer and version of an encoded draft. */
function headOf(text: string | null): { writer: string; version: number } | null {
  const head = /^\{"id":"\w+","origin":"\w+","writer":"(\w+)","version":(\d+),/.exec(text?.slice(0, 200) ?? "");
  return head === null ? null : { writer: head[1] ?? "", version: Number(head[2]) };
}

/** Writer and version of the newest version of a draft, which may be cut off. */
export function newestHead(id: string): { writer: string; version: number } | null {
  const heads = SLOTS.map((slot) => headOf(read(keyOf(id, slot)))).filter((head) => head !== null);
  return heads.sort((a, b) => b.version - a.version)[0] ?? null;
}

/** A draft from its text; nothing from a text that was cut off or is no draft. */
export function decode(text: string | null): Draft | null {
  if (text === null) return null;
  try {
    const draft = JSON.parse(text) as Partial<Draft> | null;
    const words = [draft?.id, draft?.origin, draft?.writer, draft?.saved, draft?.text];
    const isWhole = words.every((word) => typeof word === "string") && typeof draft?.version === "number";
    return isWhole ? (draft as Draft) : null;
  } catch {
    return null;
  }
}

/** What is kept of a draft. */
export interface KeptDraft {
  /** The newest version that is whole; nothing when there is none. */
  newest: Draft | null;
  /** Where that is; the next version goes to the other slot. */
  slot: Slot;
  /** Whether a version was cut off while it was written. */
  isTorn: boolean;
}

/** Reads a draft. */
export function readDraft(id: string): KeptDraft {
  const kept: KeptDraft = { newest: null, slot: 1, isTorn: false };
  for (const slot of SLOTS) {
    const text = read(keyOf(id, slot));
    const draft = decode(text);
    if (draft === null) kept.isTorn ||= text !== null;
    else if (kept.newest === null || draft.version > kept.newest.version) Object.assign(kept, { newest: draft, slot });
  }
  return kept;
}
