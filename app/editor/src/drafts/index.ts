// The text that is being written, kept version by version as a draft of this tab, and the drafts of all others.
//
// A tab that is reloaded has its own draft again; a new tab begins with a copy of the newest. When a copy changes in
// another tab, this one is told and asks: keep both, or take theirs. When the browser keeps nothing, this says so.

import type { Kept } from "../storage";
import { type Draft, decode, idIn } from "./draft";
import * as list from "./list";
import * as tab from "./tab";

export { others } from "./list";
export { begin, present, resume, showsExample, start } from "./tab";

/** What the page does with what happens here. */
interface Listener {
  /** Whether the text is kept has changed. */
  kept(answer: Kept): void;
  /** A copy of this draft was changed in another tab, or that no longer matters. */
  changedElsewhere(isChanged: boolean): void;
  /** The draft of this tab goes on under another id, because another tab has written to it. */
  renamed(): void;
}

let listener: Listener | undefined;
let told: { kept: Kept; elsewhere: boolean } = { kept: "kept", elsewhere: false };
/** What another tab has made of this text. */
let theirs: Draft | null = null;
/** The text that was not kept and has been downloaded instead. */
let downloaded: string | null = null;
let last = "";

/** Calls `given` from now on; `text` is what the editor holds. */
export function watch(text: () => string, given: Listener): void {
  listener = given;
  addEventListener("storage", ({ key, newValue }) => {
    last = text();
    if (key === null) tab.keepAgain(last);
    else changed(idIn(key), decode(newValue), newValue === null);
    tell();
  });
  addEventListener("beforeunload", (event) => {
    if (tab.kept() !== "kept" && text() !== downloaded) event.preventDefault();
  });
  tell();
}

/** Keeps the text; whether the browser did. */
export function keep(text: string): boolean {
  last = text;
  const { id } = tab.present();
  const answer = tab.keep(text);
  if (tab.present().id !== id) listener?.renamed();
  tell();
  return answer;
}

/** Keeps the text before the tab goes on with another one; a blank text is not worth it. */
export function leave(text: string): void {
  if (text.trim() === "") return;
  tab.showsExample(null);
  keep(text);
}

/** Whether the browser has kept the text of this tab. */
export const isKept = (): boolean => tab.kept() === "kept";

/** The text has been downloaded: it is safe without the browser. */
export function isDownloaded(text: string): void {
  downloaded = text;
}

/** Deletes a draft, and keeps what had no room before. */
export function remove(id: string): void {
  list.remove(id);
  if (tab.kept() !== "kept") keep(last);
}

/** Leaves the other tab's text alone: from now on, they are two drafts. */
export function keepBoth(): void {
  theirs = null;
  tab.part();
  tell();
}

/** The other tab's text, as a new draft of this tab; the present one stays in the list. */
export function takeTheirs(): string | null {
  if (theirs === null) return null;
  const { text, origin } = theirs;
  theirs = null;
  tab.begin(origin);
  tell();
  return text;
}

/** A slot of a draft was written or deleted by another tab. */
function changed(id: string | undefined, draft: Draft | null, isGone: boolean): void {
  if (id === tab.present().id) {
    if (isGone) tab.keepAgain(last);
    else if (draft !== null && tab.isForeign(draft)) {
      theirs = draft;
      tab.begin(draft.origin);
      keep(last);
      listener?.renamed();
    }
  } else if (draft !== null) {
    if (draft.origin === tab.present().origin) theirs = draft;
    else if (theirs?.id === id) theirs = null;
  }
}

function tell(): void {
  const now = { kept: tab.kept(), elsewhere: theirs !== null && theirs.text !== last };
  if (now.kept !== told.kept) listener?.kept(now.kept);
  if (now.elsewhere !== told.elsewhere) listener?.changedElsewhere(now.elsewhere);
  if (listener !== undefined) told = now;
}
