// Whether the page around an element is light or dark, and when that changes.

export type Theme = "light" | "dark";

/** Attributes in which pages keep their theme, beside their classes. */
const ATTRIBUTES = ["data-theme", "data-bs-theme", "data-color-mode", "data-color-scheme", "data-mode"];

/** The theme that one of some words names, if they agree. */
function named(words: readonly string[]): Theme | undefined {
  const [light, dark] = ["light", "dark"].map((name) => words.some((word) => word.toLowerCase() === name));
  return light === dark ? undefined : light ? "light" : "dark";
}

/** The theme of the page around `host`: its `color-scheme`, else what its root or its body says; nothing where neither says it. */
export function themeAround(host: Element): Theme | undefined {
  const scheme = named(getComputedStyle(host).colorScheme.split(" "));
  const said = [document.documentElement, document.body].map((root) =>
    named([...ATTRIBUTES.map((name) => root.getAttribute(name) ?? ""), ...root.classList]),
  );
  return scheme ?? said.find((theme) => theme !== undefined);
}

const system = matchMedia("(prefers-color-scheme: dark)");

/** The theme of the system. */
export const systemTheme = (): Theme => (system.matches ? "dark" : "light");

/** Who wants to know when the theme of the page or of the system may have changed. */
const listeners = new Set<() => void>();
const tell = (): void => listeners.forEach((listener) => listener());
system.addEventListener("change", tell);
const roots = new MutationObserver(tell);

/** Calls `listener` when the theme may have changed, until the function that is returned is called. */
export function onTheme(listener: () => void): () => void {
  if (listeners.size === 0) {
    const seen = { attributeFilter: ["class", "style", ...ATTRIBUTES] };
    for (const root of [document.documentElement, document.body]) roots.observe(root, seen);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) roots.disconnect();
  };
}
