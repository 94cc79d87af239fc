// The CodeMirror editor: what it can do, and the few things the rest of the page asks of it.

import { defaultKeymap, history, historyKeymap, redo, undo } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, indentUnit } from "@codemirror/language";
import { nextDiagnostic, previousDiagnostic } from "@codemirror/lint";
import { type ChangeSpec, Compartment, EditorState, type Extension, type Transaction } from "@codemirror/state";
import {
  crosshairCursor,
  drawSelection,
  dropCursor,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  placeholder,
  rectangularSelection,
} from "@codemirror/view";
import { appearance } from "./appearance";
import { type Assistant, assist } from "./assist";
import { type Finding, margin, saying, show } from "./findings";

/** What the editor reports. */
export interface Listener extends Assistant {
  /** The text has changed; `typed` when by typing rather than by a whole new text or a fix. */
  changed(typed: boolean): void;
  /** The cursor stands at that offset, in UTF-16 units. */
  moved(offset: number): void;
  /** A fix was chosen in a card: the indices of the finding and of its fix. */
  fix(finding: number, fix: number): void;
}

/** A replacement in the text, offsets in UTF-16 units. */
export interface Edit {
  from: number;
  to: number;
  insert: string;
}

/** The editor. It holds the text with `\n` as line break, whatever the file had; `lineBreak` remembers that. */
export class Editor {
  readonly view: EditorView;
  private readonly listener: Listener;
  private lineBreak: string;

  constructor(host: HTMLElement, text: string, listener: Listener) {
    this.listener = listener;
    this.lineBreak = lineBreakOf(text);
    // Inside a shadow root, CodeMirror's styles become constructed style sheets, which `style-src 'self'` allows.
    const root = host.attachShadow({ mode: "open" });
    const parent = root.appendChild(Object.assign(document.createElement("div"), { className: "mount" }));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(":host, .mount { display: block; height: 100%; }");
    root.adoptedStyleSheets = [sheet];
    this.view = new EditorView({ root, parent, state: EditorState.create({ doc: text, extensions: this.extensions() }) });
  }

  /** The text as it is analysed: `\n` ends a line, so that offsets agree. */
  get text(): string {
    return this.view.state.doc.toString();
  }

  /** The text as it is kept, shared and saved: with the line breaks it came with. */
  get file(): string {
    return this.lineBreak === "\n" ? this.text : this.text.replaceAll("\n", this.lineBreak);
  }

  /** Replaces the whole text; it can be undone. */
  replace(text: string): void {
    this.lineBreak = lineBreakOf(text);
    this.view.dispatch({
      changes: { from: 0, to: this.view.state.doc.length, insert: text },
      selection: { anchor: 0 },
      scrollIntoView: true,
      userEvent: "input.paste",
    });
  }

  /** Applies the edits of a fix as one step that can be undone. */
  apply(edits: Edit[]): void {
    const changes: ChangeSpec = edits;
    const first = Math.min(...edits.map(({ from }) => from));
    this.view.dispatch({ changes, selection: { anchor: first }, scrollIntoView: true, userEvent: "input.fix" });
  }

  /** Takes the last change back, wherever the focus is; whether there was one. */
  undo(): boolean {
    return undo(this.view);
  }

  /** Makes it again. */
  redo(): boolean {
    return redo(this.view);
  }

  /** Puts the cursor at `offset`, in the middle of the view. */
  reveal(offset: number, focus: boolean): void {
    const anchor = Math.min(offset, this.view.state.doc.length);
    this.view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
    if (focus) this.view.focus();
  }

  /** Shows findings of the present text. */
  show(findings: readonly Finding[]): void {
    this.view.dispatch(show(this.view, findings, this.listener.fix));
  }

  private extensions(): Extension[] {
    return [
      lineNumbers(),
      highlightActiveLineGutter(),
      margin,
      foldGutter(),
      highlightSpecialChars(),
      history(),
      drawSelection(),
      dropCursor(),
      EditorState.allowMultipleSelections.of(true),
      indentOnInput(),
      indentUnit.of("  "),
      bracketMatching(),
      rectangularSelection(),
      crosshairCursor(),
      highlightActiveLine(),
      placeholder("Paste a render.yaml here."),
      yaml(),
      appearance,
      search(),
      assist(this.listener),
      // Tab is left alone: it leads on through the page. Indenting has Ctrl-] and Ctrl-[.
      keymap.of([
        { key: "F8", run: saying(nextDiagnostic) },
        { key: "Shift-F8", run: saying(previousDiagnostic) },
        ...defaultKeymap,
        ...historyKeymap,
        ...foldKeymap,
      ]),
      EditorView.contentAttributes.of({ "aria-label": "Blueprint, as YAML", "data-gramm": "false", tabindex: "0" }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) this.listener.changed(update.transactions.every(isTyping));
        if (update.docChanged || update.selectionSet) this.listener.moved(update.state.selection.main.head);
      }),
    ];
  }
}

/** Whether a transaction is a step of typing. */
function isTyping(transaction: Transaction): boolean {
  return (
    !transaction.docChanged ||
    (transaction.isUserEvent("input") && !transaction.isUserEvent("input.paste") && !transaction.isUserEvent("input.fix")) ||
    transaction.isUserEvent("delete")
  );
}

/** Search is fetched when it is first asked for. */
function search(): Extension {
  const part = new Compartment();
  const open = (view: EditorView): boolean => {
    void import("@codemirror/search").then((module) => {
      view.dispatch({ effects: part.reconfigure([module.search(), keymap.of(module.searchKeymap)]) });
      module.openSearchPanel(view);
    });
    return true;
  };
  return part.of(keymap.of([{ key: "Mod-f", run: open, preventDefault: true }]));
}

/** The line break that a text uses first. */
function lineBreakOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
}
