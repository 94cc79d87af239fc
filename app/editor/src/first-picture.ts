// The picture that comes with the page, and the problems below it, were made with the rules. They stay on show until the app
// has its rules, too, and shows the same; or until the visitor does something, who gets the app as it is then.

/** What a visitor does. */
const ACTIONS = ["keydown", "pointerdown", "wheel", "drop", "hashchange", "beforeprint"] as const;
/** What the app's part of the page shows beside the picture and the problems. */
const BESIDE = ".top, .editor, .splitter, .status, dialog";

const root = document.documentElement;
const done = new AbortController();

/** Has what came with the page make way: now, or on a first visit when `letGo` is called. */
export function hold(): void {
  const isFirst = root.dataset["arrival"] === "first" && location.search === "";
  if (!isFirst || done.signal.aborted) return letGo();
  root.dataset["held"] = "";
  const { signal } = done;
  for (const action of ACTIONS) addEventListener(action, letGo, { capture: true, passive: true, signal });
  const isOver = ({ target }: Event) => target instanceof Element && target.closest(BESIDE) === null;
  addEventListener("pointermove", (event) => isOver(event) && letGo(), { passive: true, signal });
}

/** Has it make way for the app. */
export function letGo(): void {
  done.abort();
  delete root.dataset["held"];
  document.getElementById("skeleton")?.remove();
}
