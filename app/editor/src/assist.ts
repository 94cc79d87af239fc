// Completion and hover cards. What is offered and said comes from the engine; this only shows it.
//
// Completion is fetched when somebody types or asks for it, so that a first visit does not pay for it.

import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { Compartment, type Extension } from "@codemirror/state";
import { EditorView, hoverTooltip, keymap, type Tooltip } from "@codemirror/view";
import { element, prose } from "./prose";

/** The most offers that are shown at once. */
const MOST_SHOWN = 10;

/** What could stand somewhere; offsets count UTF-16 units. */
export interface Offers {
  from: number;
  to: number;
  offers: { label: string; insert: string; kind: "field" | "value" | "name"; detail: string; help: string }[];
}

/** What stands somewhere, explained. */
export interface Explanation {
  from: number;
  to: number;
  title: string;
  help: string;
  facts: string[];
  /** Address and date of the source; none for what the file itself says. */
  source: { address: string; date: string } | null;
}

/** The engine's side. */
export interface Assistant {
  complete(text: string, offset: number): Offers | null;
  explain(text: string, offset: number): Explanation | null;
}

/** Both, for one editor. */
export function assist(assistant: Assistant): Extension {
  return [completion(assistant), hover(assistant)];
}

function completion(assistant: Assistant): Extension {
  const part = new Compartment();
  /** Whether completion was started for what had been typed before it was there, and not by the visitor. */
  let unasked = false;
  let loading: Promise<typeof import("@codemirror/autocomplete")> | undefined;
  const load = (view: EditorView) =>
    (loading ??= import("@codemirror/autocomplete").then((module) => {
      const extension = module.autocompletion({
        override: [
          (context) => {
            const explicit = context.explicit && !unasked;
            unasked = false;
            return offers(assistant, context, explicit);
          },
        ],
        activateOnCompletion: ({ apply }) => typeof apply === "string" && /[:-] $/.test(apply),
        icons: false,
        // As many as are seen at once: the list needs no scrolling of its own.
        maxRenderedOptions: MOST_SHOWN,
      });
      view.dispatch({ effects: part.reconfigure([extension, keymap.of(module.completionKeymap)]) });
      return module;
    }));
  const ask = (view: EditorView): boolean => {
    void load(view).then((module) => module.startCompletion(view));
    return true;
  };
  const firstKey = EditorView.updateListener.of(({ view, transactions }) => {
    if (loading !== undefined || !transactions.some((transaction) => transaction.isUserEvent("input.type"))) return;
    // What was typed meanwhile has asked nobody.
    void load(view).then(({ startCompletion }) => {
      unasked = endsInWord(view) && startCompletion(view);
    });
  });
  return [part.of(keymap.of([{ key: "Ctrl-Space", run: ask, preventDefault: true }])), firstKey];
}

function endsInWord({ state }: EditorView): boolean {
  const { head } = state.selection.main;
  return /\w/.test(state.sliceDoc(Math.max(0, head - 1), head));
}

function offers(assistant: Assistant, context: CompletionContext, explicit: boolean): CompletionResult | null {
  const found = assistant.complete(context.state.doc.toString(), context.pos);
  if (found === null) return null;
  const word = context.state.sliceDoc(found.from, found.to);
  // A word that is finished needs no help, and Enter shall end the line.
  const labels = new Set(found.offers.map(({ label }) => label));
  const started = found.to > found.from || /[:-]\s+$/.test(context.state.sliceDoc(Math.max(0, found.from - 3), found.from));
  if (!explicit && (labels.has(word) || !started)) return null;
  const options = found.offers.map(({ label, insert, kind, detail, help }, index): Completion => {
    const info = help === "" ? {} : { info: () => prose("help", help) };
    return { label, apply: insert, detail, type: kind, boost: -index, ...info };
  });
  const validFor = (typed: string) => /^[\w.-]*$/.test(typed) && !labels.has(typed);
  return { from: found.from, to: found.to, options, validFor };
}

function hover(assistant: Assistant): Extension {
  return hoverTooltip((view, position): Tooltip | null => {
    const found = assistant.explain(view.state.doc.toString(), position);
    if (found === null) return null;
    return { pos: found.from, end: found.to, above: true, create: () => ({ dom: card(found) }) };
  });
}

function card({ title, help, facts, source }: Explanation): HTMLElement {
  const box = element("div", "explanation");
  box.append(Object.assign(element("p", "title"), { textContent: title }));
  if (help !== "") box.append(prose("help", help));
  for (const fact of facts) box.append(prose("fact", fact));
  if (source !== null) {
    const link = Object.assign(element("a", ""), { href: source.address, target: "_blank", rel: "noreferrer", textContent: "Render’s documentation" });
    const line = element("p", "source");
    line.append(link, `, read ${source.date}`);
    box.append(line);
  }
  return box;
}
