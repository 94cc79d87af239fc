// The CodeMirror editor: what it can do, and the few things the rest of the page asks of it.

import { defaultKeymap, history, historyKeymap, redo, undo } from "@codemirror/commands";
import { bracketMatching, foldGutter, foldKeymap, indentOnInput, indentUnit } from "@codemirror/language";
import { nextDiagnostic, previousDiagnostic } from "@codemirror/lint";
import { type ChangeSpec, Compartment, EditorState, type Extension, type Text, type Transaction } from "@codemirror/state";
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
import { join, named, type Part, split } from "./bundle";
import { type Finding, margin, saying, show } from "./findings";

/** What the editor reports. */
export interface Listener extends Assistant {
  /** The text has changed; `typed` when by typing rather than by a whole new text or a fix. */
  changed(typed: boolean): void;
  /** The cursor stands at that offset, in UTF-16 units. */
  moved(offset: number): void;
  /** A fix was chosen in a card: the indices of the finding and of its fix. */
  fix(finding: number, fix: number): void;
  /** These files are open, and that one is shown; before anything else is said about them. */
  files(names: readonly string[], shown: number): void;
}

/** An open file; of the one that is shown, the view has the state. */
interface OpenFile {
  name: string;
  lineBreak: string;
  state: EditorState;
}

/** A replacement in the text, offsets in UTF-16 units. */
export interface Edit {
  /** The file, among those that are open. */
  file: number;
  from: number;
  to: number;
  insert: string;
}

/** The editor. It holds texts with `\n` as line break, whatever their files had; `lineBreak` remembers that. */
export class Editor {
  readonly view: EditorView;
  private readonly listener: Listener;
  private files: OpenFile[];
  private shown: number;
  private findings: readonly Finding[] = [];
  /** The place of the colours of the text, and what is known of them. */
  private readonly colours = new Compartment();
  private known: Extension = [];

  /** An editor in `host` that shows the file of the index `shown`, else the first. */
  constructor(host: HTMLElement, text: string, shown: number, listener: Listener) {
    this.listener = listener;
    // Inside a shadow root, CodeMirror's styles become constructed style sheets, which `style-src 'self'` allows.
    const root = host.attachShadow({ mode: "open" });
    const parent = root.appendChild(Object.assign(document.createElement("div"), { className: "mount" }));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(":host, .mount { display: block; height: 100%; }");
    root.adoptedStyleSheets = [sheet];
    this.files = split(text).map((part) => this.opened(part));
    this.shown = this.files[shown] ? shown : 0;
    const file = this.files[this.shown];
    this.view = new EditorView({ root, parent, ...(file && { state: file.state }) });
    this.tell();
  }

  /** Gives the texts of all files their colours, which are fetched for that. */
  async colour(): Promise<void> {
    const { colours } = await import("./colours");
    this.known = colours;
    const effects = this.colours.reconfigure(colours);
    this.files = this.kept().map((file) => ({ ...file, state: file.state.update({ effects }).state }));
    this.view.dispatch({ effects });
  }

  /** The text as it is analysed: `\n` ends a line, so that offsets agree. */
  get text(): string {
    return this.joined((text) => text);
  }

  /** The text as it is kept, shared and saved: with the line breaks it came with. */
  get file(): string {
    return this.joined((text, lineBreak) => (lineBreak === "\n" ? text : text.replaceAll("\n", lineBreak)));
  }

  /** Replaces the whole text; where that was and is one file, it can be undone. */
  replace(text: string): void {
    const parts = split(text);
    const [only] = this.files;
    if (parts.length > 1 || this.files.length > 1 || only === undefined) {
      this.open(parts.map((part) => this.opened(part)), 0);
      return;
    }
    only.name = "";
    only.lineBreak = lineBreakOf(text);
    this.view.dispatch({
      changes: { from: 0, to: this.view.state.doc.length, insert: text },
      selection: { anchor: 0 },
      scrollIntoView: true,
      userEvent: "input.paste",
    });
  }

  /** Opens more files behind those that are open, and shows the first of them. */
  add(name: string, text: string): void {
    const own = this.kept();
    const added = split(text).map((part) => ({ ...part, name: part.name || name }));
    const parts = named([...own.map((file) => ({ name: file.name, text: "" })), ...added]);
    this.open(
      parts.map((part, index) => ({ ...(own[index] ?? this.opened(part)), name: part.name })),
      own.length,
    );
  }

  /** Closes a file; the last one stays. */
  close(file: number): void {
    const left = this.kept().filter((_, index) => index !== file);
    if (left.length > 0) this.open(left, Math.min(file < this.shown ? this.shown - 1 : this.shown, left.length - 1));
  }

  /** Shows another of the open files. */
  showFile(file: number): void {
    const next = this.files[file];
    if (next === undefined || file === this.shown) return;
    this.files = this.kept();
    this.shown = file;
    this.view.setState(next.state);
    this.tell();
    this.show(this.findings);
  }

  /** Applies the edits of a fix as one step that can be undone. */
  apply(edits: readonly Edit[]): void {
    for (const file of new Set(edits.map((edit) => edit.file))) {
      this.showFile(file);
      this.change(edits.filter((edit) => edit.file === file));
    }
  }

  private change(edits: readonly Edit[]): void {
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

  /** Puts the cursor at `offset` of a file, in the middle of the view. */
  reveal(file: number, offset: number, focus: boolean): void {
    this.showFile(file);
    const anchor = Math.min(offset, this.view.state.doc.length);
    this.view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
    if (focus) this.view.focus();
  }

  /** Selects from an offset of a file to another, in the middle of the view. */
  select(file: number, from: number, to: number): void {
    this.showFile(file);
    const { length } = this.view.state.doc;
    const selection = { anchor: Math.min(to, length), head: Math.min(from, length) };
    this.view.dispatch({ selection, effects: EditorView.scrollIntoView(selection.head, { y: "center" }) });
    this.view.focus();
  }

  /** Shows findings of the present text: those of the file that is shown. */
  show(findings: readonly Finding[]): void {
    this.findings = findings;
    this.view.dispatch(show(this.view, findings, this.shown, this.listener.fix));
  }

  private joined(written: (text: string, lineBreak: string) => string): string {
    const parts = this.kept().map(({ name, lineBreak, state }) => ({ name, text: written(textOf(state.doc), lineBreak) }));
    return join(parts);
  }

  private opened({ name, text }: Part): OpenFile {
    return { name, lineBreak: lineBreakOf(text), state: EditorState.create({ doc: text, extensions: this.extensions() }) };
  }

  /** The open files, as they are now. */
  private kept(): OpenFile[] {
    return this.files.map((file, index) => (index === this.shown ? { ...file, state: this.view.state } : file));
  }

  private open(files: OpenFile[], shown: number): void {
    this.files = files;
    this.shown = shown;
    this.findings = [];
    const file = files[shown];
    if (file !== undefined) this.view.setState(file.state);
    this.tell();
    this.listener.changed(false);
  }

  private tell(): void {
    this.listener.files(
      this.files.map(({ name }) => name),
      this.shown,
    );
    this.listener.moved(this.view.state.selection.main.head);
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
      this.colours.of(this.known),
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

/** Texts that were asked for, by their documents, which never change: a large one is long in the making. */
const texts = new WeakMap<Text, string>();

function textOf(doc: Text): string {
  const text = texts.get(doc) ?? doc.toString();
  texts.set(doc, text);
  return text;
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
