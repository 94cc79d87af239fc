// What must be known before the first paint. A classic script, loaded synchronously in the head.
//
// It only reads: which theme was chosen, whether this visit brings or resumes a text of its own
// (then the picture of the first example must not flash), and whether the browser can run the page.

/** Keys under which the page keeps what must survive a reload; those of drafts go on after this beginning. */
const KEPT = { theme: "blueprint-lens:theme", draft: "blueprint-lens:draft:" };

const root = document.documentElement;

/** A value of the local storage; nothing where the browser refuses access to it. */
function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Whether there is a draft to begin with. */
function hasDraft(): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(KEPT.draft));
  } catch {
    return false;
  }
}

const theme = kept(KEPT.theme);
if (theme === "light" || theme === "dark") root.dataset.theme = theme;

const linked = /^#v1=/.test(location.hash) || new URLSearchParams(location.search).has("src");
if (linked) root.dataset.arrival = "link";
else if (hasDraft()) root.dataset.arrival = "draft";
else root.dataset.arrival = "first";

const capable = typeof WebAssembly === "object" && "noModule" in HTMLScriptElement.prototype;
if (!capable) {
  document.addEventListener("DOMContentLoaded", () => {
    document.getElementById("unsupported-browser")?.removeAttribute("hidden");
  });
}
