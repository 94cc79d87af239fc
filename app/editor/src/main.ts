// The JavaScript side of the page, as one object that the WebAssembly side calls: `app/src/platform/bridge.rs` declares
// exactly this. Offsets that cross count UTF-16 units.

import type { Engine as EngineModule } from "../../page/engine";
import { Secondary } from "../../page/secondary";
import { type Arrival, arrive } from "./arrival";
import type { Assistant } from "./assist";
import { Background } from "./background";
import * as drafts from "./drafts";
import { type Edit, Editor } from "./editor";
import * as files from "./files";
import type { Finding } from "./findings";
import * as firstPicture from "./first-picture";
import * as history from "./history";
import * as link from "./link";
import * as remote from "./remote";
import { Rules } from "./rules";
import { keepShown, shownLast } from "./shown";
import { KEY, ofTab, read, readOfTab, write, writeOfTab } from "./storage";
import * as trouble from "./trouble";
import { Watch } from "./watch";

/** What the WebAssembly side does when something happens here. */
interface Engine extends Assistant {
  analyse(text: string, typed: boolean): void;
  relayout(): void;
  moved(offset: number): void;
  fix(finding: number, fix: number): void;
  opened(name: string, text: string | null, notice: string | null): void;
  hovering(over: boolean): void;
  linked(text: string): void;
  files(names: string, shown: number): void;
}

let editor: Editor | undefined;
let watch: Watch | undefined;
let findings: Finding[] = [];
/** The text as it was opened. */
let opened = "";

const secondary = new Secondary();
/** What they find is on the screen two frames later. */
const rules = new Rules(secondary, () => requestAnimationFrame(() => requestAnimationFrame(firstPicture.letGo)));
let module: Omit<EngineModule, "secondary"> | undefined;

const background = new Background(
  async () => {
    if (module === undefined) throw new Error("the page's own engine starts first");
    return { ...module, secondary: await secondary.compiled() };
  },
  () => watch?.fail(),
);

let arrival: Arrival = { text: null, source: null, notice: null, suspicious: false };

const bridge = {
  /** Fulfilled when `arrival` is known; the WebAssembly is started after that. */
  arrived: arrive().then((known) => {
    arrival = known;
  }),

  arrival: () => arrival,

  /** The engine as it was compiled for the page, which its worker is to run, too; and where its secondary module lies. */
  keepModule(compiled: Omit<EngineModule, "secondary">, address: string | undefined): void {
    module = compiled;
    secondary.liesAt(address);
  },
  /** The app shows the text. */
  started(exports: WebAssembly.Exports): void {
    firstPicture.hold();
    // Without colours, the text is as it was before the app came.
    editor?.colour().catch((error: unknown) => console.info(error));
    rules.started(exports);
  },
  joinSecondary(exports: WebAssembly.Exports): void {
    try {
      rules.join(exports);
    } catch (error) {
      document.getElementById("start-failed")?.removeAttribute("hidden");
      throw error;
    }
  },
  /** Whether the rules are there. */
  rulesAreThere: () => rules.areThere,
  /** Calls `came` when they have come, and `failed` when they could not be loaded. */
  followRules: (came: () => void, failed: () => void) => rules.follow({ came: () => watch?.checked(came), failed }),
  /** Has them come, once more where that has failed. */
  loadRules: () => void rules.load(),
  /** Has them come at once; whether they are there. */
  bringRules(exports: WebAssembly.Exports): boolean {
    try {
      if (!rules.areThere) rules.join(exports);
    } catch (error) {
      console.info(error);
    }
    return rules.areThere;
  },
  runInBackground(question: Uint8Array<ArrayBuffer>, answered: (answer: Uint8Array) => void): void {
    background.run(question, (answer) => {
      watch?.answered();
      answered(answer);
    });
    watch?.handedOver();
  },
  cancelInBackground: () => background.cancel(),

  /** Puts the editor into `host` and has the text analysed, unless it brought the page down before. */
  mount(host: HTMLElement, text: string, suspicious: boolean, ...handlers: Handlers): void {
    const engine = named(handlers);
    if (arrival.text === null) drafts.showsExample(text);
    const created = new Editor(host, text, shownLast(), {
      changed(typed) {
        firstPicture.letGo();
        trouble.dismiss();
        forgetLink();
        watched.changed(typed);
      },
      moved: engine.moved,
      fix(finding, fix) {
        // Positions of an older text would hit the wrong place.
        if (watched.pending) watched.flush();
        else engine.fix(finding, fix);
      },
      files(names, shown) {
        keepShown(shown);
        engine.files(names.join("\n"), shown);
      },
      complete: engine.complete,
      explain: engine.explain,
    });
    const watched = new Watch({
      text: () => created.text,
      file: () => created.file,
      analyse: engine.analyse,
      relayout: engine.relayout,
      stopped: () => trouble.engineStopped(() => created.file),
    });
    editor = created;
    opened = created.file;
    watch = watched;
    files.acceptDrops(({ name, text, notice }) => engine.opened(name, text, notice), engine.hovering);
    addEventListener("hashchange", () => {
      if (!link.isLink(location.hash)) return;
      void link.decode(location.hash).then(engine.linked, () => engine.opened("", null, link.DAMAGED));
    });
    if (suspicious) trouble.textStoppedBefore(() => created.file, () => watched.changed(false));
    else if (arrival.source === null) watched.changed(false);
  },

  /** The engine has panicked. */
  panicked: () => watch?.fail(),
  analysed: () => watch?.analysed(),
  drawn: () => watch?.drawn(),

  /** The text with the line breaks it came with. */
  file: () => editor?.file ?? "",
  /** The text as it was when it was opened, or the page with it. */
  opened: () => opened,
  replace(text: string): void {
    opened = text;
    editor?.replace(text);
  },
  undo: () => editor?.undo() ?? false,
  redo: () => editor?.redo() ?? false,
  reveal: (file: number, offset: number, focus: boolean) => editor?.reveal(file, offset, focus),
  select: (file: number, from: number, to: number) => editor?.select(file, from, to),
  focus: () => editor?.view.focus(),
  showFile: (file: number) => editor?.showFile(file),
  closeFile: (file: number) => editor?.close(file),
  addFiles: (name: string, text: string) => editor?.add(name, text),

  /** Applies the edits of one fix, four lists of one length, unless their positions are those of an older text. */
  apply(file: Uint32Array, from: Uint32Array, to: Uint32Array, inserts: string[]): boolean {
    if (watch?.pending) {
      watch.flush();
      return false;
    }
    const edits = inserts.map((insert, index): Edit => ({ file: file[index] ?? 0, from: from[index] ?? 0, to: to[index] ?? 0, insert }));
    if (edits.length > 0) editor?.apply(edits);
    return true;
  },

  /** Findings are handed over one by one, each followed by its fixes, and then shown together. */
  addFinding(file: number, from: number, to: number, severity: Finding["severity"], rule: string, message: string, help: string): void {
    findings.push({ file, from, to, severity, rule, message, help, fixes: [] });
  },
  addFix: (index: number, title: string) => findings.at(-1)?.fixes.push({ index, title }),
  showFindings(): void {
    editor?.show(findings);
    findings = [];
  },

  /**
   * Names and values in turn, of what the address is to bring back, empty values left out; and the open dialog. Back and
   * Forward lead through them.
   */
  keepPlace: (words: string[], panel: string) => history.show(link.keepQuery(words), panel),
  /** Calls `went` when the visitor goes back or forward, with the dialog and, if it is another one, the text. */
  followHistory: (went: Parameters<typeof history.follow>[1]) => history.follow(() => drafts.leave(editor?.file ?? ""), went),

  /** The address of the page that opens the text. */
  async linkTo(text: string): Promise<string> {
    return location.origin + location.pathname + link.query() + (await link.encode(text));
  },

  /** Lets the visitor choose a file. */
  chooseFile: (opened: Engine["opened"]) => files.choose(({ name, text, notice }) => opened(name, text, notice)),
  download: files.download,
  /** The fonts of the page as a style sheet that needs no other file. */
  async fontRules(): Promise<string> {
    return (await import("./bitmap")).fontRules();
  },
  /** Hands an SVG document to the visitor as pixels. */
  async downloadPng(name: string, drawing: string): Promise<void> {
    await (await import("./bitmap")).savePng(name, drawing);
  },

  /** The text that is opened next is another draft; the present one stays among the drafts. */
  beginDraft(): void {
    const text = editor?.file ?? "";
    drafts.leave(text);
    drafts.begin();
    history.later();
  },
  /** Goes on with a draft of the list; its text, or nothing when it is gone. */
  resumeDraft(id: string): string | null {
    drafts.leave(editor?.file ?? "");
    const text = drafts.resume(id);
    history.later();
    return text;
  },
  /** Ids, times and texts of the other drafts, one after the other, the newest first. */
  drafts: () => drafts.others(editor?.file ?? "").flatMap(({ id, saved, text }) => [id, saved, text]),
  removeDraft: drafts.remove,
  /** The id of this tab's draft. */
  draftId: () => drafts.present().id,
  /** Values of this tab, which a reload leaves. */
  readOfTab: (key: string) => readOfTab(ofTab(key)),
  writeOfTab: (key: string, value: string) => writeOfTab(ofTab(key), value),
  /** Calls `kept` and `changedElsewhere` when the answers change. */
  watchDrafts(kept: (answer: string) => void, changedElsewhere: (isChanged: boolean) => void): void {
    drafts.watch(() => editor?.file ?? "", { kept, changedElsewhere, renamed: history.rename });
  },
  keepBoth: drafts.keepBoth,
  takeTheirs(): string | null {
    drafts.leave(editor?.file ?? "");
    const text = drafts.takeTheirs();
    history.later();
    return text;
  },
  /** Hands the text to the visitor as it is, to keep it where the browser does not. */
  downloadText(): void {
    trouble.saveText(editor?.file ?? "");
  },

  load: remote.load,
  addressOf: remote.addressOf,

  /** Whether the page is dark at this moment. */
  isDark(): boolean {
    const chosen = document.documentElement.dataset["theme"];
    return chosen === undefined ? matchMedia("(prefers-color-scheme: dark)").matches : chosen === "dark";
  },
  theme: () => read(KEY.theme) ?? "auto",
  keepTheme(theme: string): void {
    write(KEY.theme, theme === "auto" ? null : theme);
    if (theme === "auto") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
  },
};

type Handlers = [
  Engine["analyse"],
  Engine["relayout"],
  Engine["moved"],
  Engine["fix"],
  Engine["opened"],
  Engine["hovering"],
  Engine["linked"],
  Engine["files"],
  Engine["complete"],
  Engine["explain"],
];

const named = ([analyse, relayout, moved, fix, opened, hovering, linked, files, complete, explain]: Handlers): Engine => ({
  analyse,
  relayout,
  moved,
  fix,
  opened,
  hovering,
  linked,
  files,
  complete,
  explain,
});

/** An edited text is no longer what the link in the address holds; a reload must not bring that back. */
function forgetLink(): void {
  if (link.isLink(location.hash)) globalThis.history.replaceState(globalThis.history.state, "", location.pathname + location.search);
}

/** What the scripts of the page share. */
export type Bridge = typeof bridge;

Object.assign(globalThis, { blueprintLens: bridge });
