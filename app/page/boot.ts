// What must be known before the first paint. A classic script, loaded synchronously in the head.
//
// It only reads: which theme was chosen, whether this visit brings or resumes a text of its own
// (then the first example must not flash, and the text is shown as soon as it is known), and whether
// the browser can run the page.

import { split } from "../editor/src/bundle";
import { readDraft } from "../editor/src/drafts/draft";
import { all } from "../editor/src/drafts/list";
import { decode, isLink } from "../editor/src/link";
import { shownLast } from "../editor/src/shown";
import { KEY, read, readOfTab } from "../editor/src/storage";

/** More of a text than any window shows before the editor is there. */
const SEEN = 20_000;

const root = document.documentElement;

/** The text that this visit goes on with: the draft of this tab, else a copy of the newest. */
function keptText(): string | null {
  const own = readOfTab(KEY.tab);
  return ((own === null ? null : readDraft(own).newest) ?? all()[0] ?? null)?.text ?? null;
}

/** Shows the beginning of the visitor's own text where the editor will be: of several files, that of one index. */
function show(whole: string, shown: number): void {
  const place = document.getElementById("own-text");
  if (place !== null) {
    const parts = split(whole);
    const text = (parts[shown] ?? parts[0])?.text ?? "";
    place.dataset.digits = `${`${text.split("\n").length}`.length}`;
    place.textContent = text.slice(0, SEEN);
  }
  // The body is still being read.
  else if (document.readyState === "loading") requestAnimationFrame(() => show(whole, shown));
}

const theme = read(KEY.theme);
if (theme === "light" || theme === "dark") root.dataset.theme = theme;

const draft = keptText();
if (isLink(location.hash)) {
  root.dataset.arrival = "link";
  // A damaged link is reported by the editor's side.
  decode(location.hash).then((text) => show(text, text === draft ? shownLast() : 0), () => {});
} else if (new URLSearchParams(location.search).has("src")) root.dataset.arrival = "link";
else if (draft !== null) {
  root.dataset.arrival = "draft";
  show(draft, shownLast());
} else root.dataset.arrival = "first";

const capable = typeof WebAssembly === "object" && "noModule" in HTMLScriptElement.prototype;
if (!capable) {
  document.addEventListener("DOMContentLoaded", () => {
    document.getElementById("unsupported-browser")?.removeAttribute("hidden");
  });
}
