// Which of several files is shown, kept for this tab with its draft: a reload shows the same.

import { KEY, readOfTab, writeOfTab } from "./storage";

/** The index of the file that this tab has shown of its draft last; that of the first where nothing is known. */
export function shownLast(): number {
  const [draft, index] = readOfTab(KEY.shown)?.split(" ") ?? [];
  return draft !== undefined && draft === readOfTab(KEY.tab) ? Number(index) : 0;
}

/** Keeps the index of the file that is shown. */
export function keepShown(index: number): void {
  writeOfTab(KEY.shown, `${readOfTab(KEY.tab)} ${index}`);
}
