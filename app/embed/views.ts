// What an element shows once its engine is there: a bar with the switch and the way to the editor, and a panel.

import { Analysis } from "blueprint-lens-engine";
import { encode } from "../editor/src/link";
import { build, buildNow } from "./build";
import { columnOf } from "./column";
import { isWhole, whole } from "./engine";
import { replaceContent } from "./focus";
import { lightable } from "./light";
import { explained, pageOf, wide } from "./reach";
import { isTooLarge } from "./source";

const VIEWS = ["diagram", "reach", "problems"] as const;
type View = (typeof VIEWS)[number];

/** What is said where a text is not read. */
const TOO_LARGE = "This text is larger than 4 MiB, so it is not analysed.";
/** What is said where the rules and the other views do not come. */
const UNMARKED = "The rules could not be loaded, so mistakes are not marked.";
const UNKNOWN = "This view could not be loaded. Choose it again.";

/** The parts, and what draws a text into them. */
export interface Views {
  readonly bar: HTMLElement;
  readonly panel: HTMLElement;
  /** Draws a text; `ready` is called just before it is shown, so that the panel can be given its place. */
  draw(text: string, ready?: () => void): Promise<void>;
  /** Draws a text before anything else happens, without the way to the editor. */
  drawNow(text: string, ready: () => void): void;
  /** Shows the view of that name; the picture for any other one. */
  show(view: string | null): void;
}

/** Whether the view of that name is the picture, which is drawn before the rules have come. */
export const isPicture = (name: string | null): boolean => viewOf(name) === "diagram";

const viewOf = (name: string | null): View => VIEWS.find((view) => view === name) ?? "diagram";

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
  link.target = "_blank";
  link.rel = "noopener";
  let shown = viewOf(first);
  let text = "";
  /** Counts what is shown: what is still being built for an earlier one is not wanted any more. */
  let turn = 0;
  /** What every view is asked of; nothing while the text is too large to be read. */
  let analysis: Analysis | undefined;
  /** Whether the rules have looked at it. */
  let isChecked = false;

  const select = (view: View): void => {
    shown = view;
    for (const button of buttons) {
      button.setAttribute("aria-selected", String(button.id === view));
      button.tabIndex = button.id === view ? 0 : -1;
    }
    panel.setAttribute("aria-labelledby", view);
  };
  const markup = (of: Analysis): string => {
    switch (shown) {
      case "diagram":
        return of.picture(column.measured());
      case "reach":
        return of.reach(pageOf(panel)) + of.exposure();
      case "problems":
        return of.problems();
    }
  };
  /** Has the links to lines lead to the editor. */
  const linked = (built: DocumentFragment): DocumentFragment => {
    for (const line of built.querySelectorAll<HTMLAnchorElement>("a.line-link")) {
      line.href = link.href;
      line.target = "_blank";
    }
    return built;
  };
  const put = (of: Analysis, built: DocumentFragment): void => {
    wide(built.querySelector("table"));
    const cell = built.querySelector<HTMLButtonElement>("td button");
    if (cell) cell.tabIndex = 0;
    const svg = shown === "diagram" ? built.querySelector("svg") : null;
    if (svg) lightable(svg, of.ends());
    replaceContent(panel, linked(built));
    panel.toggleAttribute("data-checked", isChecked);
  };
  const check = (of: Analysis): Analysis => {
    if (isChecked) return of;
    const checked = of.checked();
    isChecked = true;
    return (analysis = checked);
  };
  const show = async (of: Analysis, mine: number): Promise<void> => {
    const built = await build(markup(of), () => turn === mine);
    if (built && turn === mine) put(of, built);
  };
  const fill = async (): Promise<void> => {
    const mine = ++turn;
    if (!analysis) return panel.replaceChildren(said(TOO_LARGE));
    const isEarly = !isWhole();
    // A picture does not wait for the rules: they mark it when they have come.
    if (isEarly && shown === "diagram") await show(analysis, mine);
    try {
      if (isEarly) await whole();
    } catch (error) {
      console.error(error);
      if (turn !== mine) return;
      return shown === "diagram" ? panel.append(said(UNMARKED)) : panel.replaceChildren(said(UNKNOWN));
    }
    if (turn !== mine) return;
    await show(check(analysis), mine);
  };
  const choose = (view: View): Promise<void> => {
    select(view);
    return fill();
  };
  const column = columnOf(panel, () => {
    if (shown === "diagram") void fill();
  });
  explained(panel, (from, to) => (analysis ? linked(buildNow(analysis.explain(from, to))) : undefined), fill);
  const buttons = VIEWS.map((view, at) => {
    const button = document.createElement("button");
    button.type = "button";
    button.id = view;
    button.textContent = view;
    button.setAttribute("role", "tab");
    button.setAttribute("aria-controls", "panel");
    button.addEventListener("click", () => void choose(view));
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

  /** Takes a text in place of the one before; what was analysed before is given back. */
  const hold = (analysed: Analysis | undefined): void => {
    turn += 1;
    analysis?.free();
    analysis = analysed;
    isChecked = false;
  };
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
      hold(analysed);
      ready?.();
      await choose(shown);
    },
    drawNow(next, ready) {
      text = next;
      link.hidden = true;
      hold(isTooLarge(next) ? undefined : new Analysis(next));
      ready();
      select(shown);
      if (!analysis) return panel.replaceChildren(said(TOO_LARGE));
      const of = check(analysis);
      put(of, buildNow(markup(of)));
    },
    show: (view) => void choose(viewOf(view)),
  };
}

/** A sentence for the reader. */
function said(text: string): HTMLElement {
  const sentence = document.createElement("p");
  sentence.setAttribute("role", "status");
  sentence.textContent = text;
  return sentence;
}
