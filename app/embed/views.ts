// What an element shows once its engine is there: a bar with the switch and the way to the editor, and a panel.

import { Analysis } from "blueprint-lens-engine";
import { encode } from "../editor/src/link";
import { columnOf, keepingFocus } from "./column";
import { lightable } from "./light";
import { isTooLarge } from "./source";

const VIEWS = ["diagram", "reach", "problems"] as const;
type View = (typeof VIEWS)[number];

/** The parts, and what draws a text into them. */
export interface Views {
  readonly bar: HTMLElement;
  readonly panel: HTMLElement;
  /** Draws a text; `ready` is called just before it is shown, so that the panel can be given its place. */
  draw(text: string, ready?: () => void): Promise<void>;
}

/** The bar and the panel, empty until a text is drawn; `first` names the view that is shown first. */
export function views(first: string | null): Views {
  const tabs = document.createElement("div");
  tabs.setAttribute("role", "tablist");
  tabs.setAttribute("aria-label", "View of the Blueprint");
  const panel = document.createElement("div");
  panel.id = "panel";
  panel.tabIndex = 0;
  panel.setAttribute("role", "tabpanel");
  const link = document.createElement("a");
  link.textContent = "Open in editor";
  let shown: View = VIEWS.find((view) => view === first) ?? "diagram";
  let text = "";
  /** What every view is asked of; nothing while the text is too large to be read. */
  let analysis: Analysis | undefined;

  const choose = (view: View): void => {
    shown = view;
    for (const button of buttons) {
      button.ariaSelected = String(button.id === view);
      button.tabIndex = button.id === view ? 0 : -1;
    }
    panel.setAttribute("aria-labelledby", view);
    if (!analysis) return panel.replaceChildren(tooLarge());
    // Markup of the engine, which escapes every text of the file.
    panel.innerHTML = markup(analysis, view, column.measured());
    for (const line of panel.querySelectorAll<HTMLAnchorElement>("a.line-link")) line.href = link.href;
    const svg = view === "diagram" ? panel.querySelector("svg") : null;
    if (svg) lightable(svg, analysis.ends());
  };
  const column = columnOf(panel, () => {
    if (shown === "diagram") keepingFocus(panel, () => choose(shown));
  });
  const buttons = VIEWS.map((view, at) => {
    const button = document.createElement("button");
    button.type = "button";
    button.id = view;
    button.textContent = view;
    button.setAttribute("role", "tab");
    button.setAttribute("aria-controls", "panel");
    button.addEventListener("click", () => choose(view));
    button.addEventListener("keydown", ({ key }) => {
      const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[key];
      const other = next === undefined ? undefined : buttons.at(next % buttons.length);
      other?.click();
      other?.focus();
    });
    return button;
  });
  tabs.append(...buttons);
  const bar = document.createElement("div");
  bar.className = "bar";
  bar.append(tabs, link);
  return {
    bar,
    panel,
    async draw(next, ready) {
      text = next;
      link.hidden = isTooLarge(next);
      const analysed = link.hidden ? undefined : new Analysis(next);
      // The link may be passed on: what looks like a secret stays here.
      const payload = analysed ? await encode(analysed.redacted()) : "";
      // A later text has overtaken this one.
      if (text !== next) return analysed?.free();
      link.href = new URL("./index.html", import.meta.url).href + payload;
      analysis?.free();
      analysis = analysed;
      ready?.();
      choose(shown);
    },
  };
}

/** A view of an analysed text, for a column of some width. */
function markup(analysis: Analysis, view: View, width: number): string {
  switch (view) {
    case "diagram":
      return analysis.picture(width);
    case "reach":
      return analysis.reach();
    case "problems":
      return analysis.problems();
  }
}

/** What stands in place of a text that is not read, in the page's words. */
function tooLarge(): HTMLElement {
  const sentence = document.createElement("p");
  sentence.setAttribute("role", "status");
  sentence.textContent = "This text is larger than 4 MiB. Blueprints are far smaller, so it is not analysed.";
  return sentence;
}
