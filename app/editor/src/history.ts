// What Back and Forward lead through: texts, views, what is asked of the picture, and dialogs.
//
// The address holds what a link can hold; the entry of the history holds the rest: the draft and the dialog.

import * as drafts from "./drafts";

/** What an entry remembers beside its address. */
interface Entry {
  draft: string;
  /** The open dialog; empty for none. */
  panel: string;
  /** Whether this page has made the entry, so that going back leads to the entry before it. */
  isOwn: boolean;
}

/** Parameters that are typed letter by letter: they make no entries. */
const TYPED = new Set(["find"]);
/** Browsers refuse an address that is rewritten at every key press. */
const REST = 250;

let wanted = { search: location.search, panel: "" };
let settling: ReturnType<typeof setTimeout> | undefined;
let typing: ReturnType<typeof setTimeout> | undefined;

/** The page shows this now. */
export function show(search: string, panel: string): void {
  wanted = { search, panel };
  later();
}

/** The page shows another text. */
export function later(): void {
  // What happens together is one entry.
  clearTimeout(settling);
  settling = setTimeout(settle, 0);
}

/** The draft of the page goes on under another id. */
export function rename(): void {
  const entry = present();
  if (entry !== null) replace(entry);
}

/**
 * Calls `went` when the visitor has gone back or forward: with the dialog of the entry, and with its text when that is
 * another one; `leave` before the page goes on with that.
 */
export function follow(leave: () => void, went: (panel: string, text: string | null) => void): void {
  addEventListener("popstate", () => {
    const entry = present();
    // A link in the address makes an entry without a state; the text follows with it.
    if (entry === null) return;
    clearTimeout(settling);
    clearTimeout(typing);
    wanted = { search: location.search, panel: entry.panel };
    if (entry.draft === drafts.present().id) return went(entry.panel, null);
    leave();
    const text = drafts.resume(entry.draft);
    // A draft that is gone leaves the present one where it is.
    if (text === null) replace(entry);
    went(entry.panel, text);
  });
}

function present(): Entry | null {
  const state = history.state as Partial<Entry> | null;
  return typeof state?.draft === "string" && typeof state.panel === "string" ? { draft: state.draft, panel: state.panel, isOwn: state.isOwn === true } : null;
}

function settle(): void {
  const entry = present();
  const { search, panel } = wanted;
  if (entry === null) return replace({ isOwn: false });
  const isSameText = entry.draft === drafts.present().id;
  const isSamePicture = isSameText && withoutTyped(search) === withoutTyped(location.search);
  clearTimeout(typing);
  if (entry.panel !== "" && panel === "") {
    // A closed dialog leaves no entry behind.
    if (isSamePicture && entry.isOwn) history.back();
    else replace(entry);
  } else if (!isSamePicture || entry.panel !== panel) {
    if (entry.panel !== "") replace(entry);
    else push();
  } else if (search !== location.search) {
    typing = setTimeout(() => replace(entry), REST);
  }
}

function push(): void {
  const state: Entry = { draft: drafts.present().id, panel: wanted.panel, isOwn: true };
  history.pushState(state, "", location.pathname + wanted.search + location.hash);
}

function replace({ isOwn }: Pick<Entry, "isOwn">): void {
  const state: Entry = { draft: drafts.present().id, panel: wanted.panel, isOwn };
  history.replaceState(state, "", location.pathname + wanted.search + location.hash);
}

function withoutTyped(search: string): string {
  const parameters = new URLSearchParams(search);
  for (const name of TYPED) parameters.delete(name);
  return parameters.toString();
}
