//! The JavaScript side as `app/editor/src/main.ts` implements it, declared function by function. Offsets count UTF-16 units.
//! The other modules of this folder give it types of Rust.

use js_sys::{Uint8Array, Uint32Array};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// What a visit begins with.
    pub(super) type Arrival;

    /// What this visit begins with.
    #[wasm_bindgen(js_namespace = blueprintLens)]
    pub(super) fn arrival() -> Arrival;

    /// The text; `None` when the first example is to be shown.
    #[wasm_bindgen(method, getter)]
    pub(super) fn text(this: &Arrival) -> Option<String>;

    /// An address to load from, once the visitor has confirmed it.
    #[wasm_bindgen(method, getter)]
    pub(super) fn source(this: &Arrival) -> Option<String>;

    /// Something to tell the visitor.
    #[wasm_bindgen(method, getter)]
    pub(super) fn notice(this: &Arrival) -> Option<String>;

    /// Whether this very text brought the page down before.
    #[wasm_bindgen(method, getter)]
    pub(super) fn suspicious(this: &Arrival) -> bool;

    /// Puts the editor into `host` and has the text analysed; the functions are called for as long as the page lives.
    #[wasm_bindgen(js_namespace = blueprintLens)]
    pub(super) fn mount(
        host: &Element,
        text: &str,
        suspicious: bool,
        analyse: JsValue,
        relayout: JsValue,
        moved: JsValue,
        fix: JsValue,
        opened: JsValue,
        hovering: JsValue,
        linked: JsValue,
        files: JsValue,
        complete: JsValue,
        explain: JsValue,
    );

    /// Has functions take up the questions of the page and go on with them by a stage; in the worker only.
    #[wasm_bindgen(js_namespace = blueprintLens)]
    pub(super) fn serve(take_up: JsValue, go_on: JsValue);

    /// Has the worker answer a question; a newer one takes the place of one that is not answered yet.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = runInBackground)]
    pub(super) fn run_in_background(question: Uint8Array, answered: JsValue);

    /// Forgets the question that is not answered yet.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = cancelInBackground)]
    pub(super) fn cancel_in_background();

    /// Gives the exports of this instance to the secondary module, whose functions are there afterwards.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = joinSecondary)]
    pub(super) fn join_secondary(exports: &JsValue);

    /// Whether the rules are there.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = rulesAreThere)]
    pub(super) fn rules_are_there() -> bool;

    /// Calls the functions when the rules have come, and when they could not be loaded.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = followRules)]
    pub(super) fn follow_rules(came: JsValue, failed: JsValue);

    /// Has the rules come, once more where that has failed.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = loadRules)]
    pub(super) fn load_rules();

    /// Gives the exports of this instance to the rules, and has them come at once; whether they are there.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = bringRules)]
    pub(super) fn bring_rules(exports: &JsValue) -> bool;

    /// The engine has panicked.
    #[wasm_bindgen(js_namespace = blueprintLens)]
    pub(super) fn panicked();

    /// The engine has analysed the text.
    #[wasm_bindgen(js_namespace = blueprintLens)]
    pub(super) fn analysed();

    /// The page shows the text.
    #[wasm_bindgen(js_namespace = blueprintLens)]
    pub(super) fn drawn();

    /// The text with the line breaks it came with.
    #[wasm_bindgen(js_namespace = blueprintLens)]
    pub(super) fn file() -> String;

    /// Replaces the whole text; it can be undone.
    #[wasm_bindgen(js_namespace = blueprintLens)]
    pub(super) fn replace(text: &str);

    /// Takes the last change of the text back; whether there was one.
    #[wasm_bindgen(js_namespace = blueprintLens)]
    pub(super) fn undo() -> bool;

    /// Makes it again; whether there was one.
    #[wasm_bindgen(js_namespace = blueprintLens)]
    pub(super) fn redo() -> bool;

    /// Puts the cursor at an offset of a file and shows it.
    #[wasm_bindgen(js_namespace = blueprintLens)]
    pub(super) fn reveal(file: u32, offset: u32, focus: bool);

    /// Shows another of the open files.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = showFile)]
    pub(super) fn show_file(file: u32);

    /// Closes one of the open files.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = closeFile)]
    pub(super) fn close_file(file: u32);

    /// Opens more files beside those that are open.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = addFiles)]
    pub(super) fn add_files(name: &str, text: &str);

    /// Moves the focus into the editor.
    #[wasm_bindgen(js_namespace = blueprintLens)]
    pub(super) fn focus();

    /// Applies edits of the text that was analysed last, as one step that can be undone; whether the editor still holds it.
    #[wasm_bindgen(js_namespace = blueprintLens)]
    pub(super) fn apply(
        file: Uint32Array,
        from: Uint32Array,
        to: Uint32Array,
        inserts: Vec<String>,
    ) -> bool;

    /// Hands over one finding.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = addFinding)]
    pub(super) fn add_finding(
        file: u32,
        from: u32,
        to: u32,
        severity: &str,
        rule: &str,
        message: &str,
        help: &str,
    );

    /// Hands over one fix of the last finding.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = addFix)]
    pub(super) fn add_fix(index: u32, title: &str);

    /// Shows the findings handed over.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = showFindings)]
    pub(super) fn show_findings();

    /// What the page shows, for the address, its links, Back and Forward: names and values of parameters in turn, empty
    /// ones left out, and the open dialog.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = keepPlace)]
    pub(super) fn keep_place(words: Vec<String>, panel: &str);

    /// Calls `went` when the visitor goes back or forward.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = followHistory)]
    pub(super) fn follow_history(went: JsValue);

    /// The address that opens the text: a promise of a string.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = linkTo, catch)]
    pub(super) async fn link_to(text: &str) -> Result<JsValue, JsValue>;

    /// The text behind an address: a promise of a string; refused with a sentence.
    #[wasm_bindgen(js_namespace = blueprintLens, catch)]
    pub(super) async fn load(address: &str) -> Result<JsValue, JsValue>;

    /// The address that will really be asked; `None` when it is not one that may be.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = addressOf)]
    pub(super) fn address_of(text: &str) -> Option<String>;

    /// Lets the visitor choose files.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = chooseFile)]
    pub(super) fn choose_file(opened: JsValue);

    /// Hands a text to the visitor as a file.
    #[wasm_bindgen(js_namespace = blueprintLens)]
    pub(super) fn download(name: &str, kind: &str, text: &str);

    /// The fonts of the page as a style sheet that needs no other file: a promise of a string.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = fontRules, catch)]
    pub(super) async fn font_rules() -> Result<JsValue, JsValue>;

    /// Hands an SVG document to the visitor as a PNG file, at twice its size.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = downloadPng, catch)]
    pub(super) async fn download_png(name: &str, drawing: &str) -> Result<JsValue, JsValue>;

    /// Whether the page is dark at this moment.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = isDark)]
    pub(super) fn is_dark() -> bool;

    /// The text that is opened next is another draft.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = beginDraft)]
    pub(super) fn begin_draft();

    /// Goes on with a draft of the list; its text.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = resumeDraft)]
    pub(super) fn resume_draft(id: &str) -> Option<String>;

    /// Ids, times and texts of the other drafts, in turn, the newest first.
    #[wasm_bindgen(js_namespace = blueprintLens)]
    pub(super) fn drafts() -> Vec<String>;

    /// Deletes the draft of that id.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = removeDraft)]
    pub(super) fn remove_draft(id: &str);

    /// Calls the functions when the browser begins or ceases to keep the text, and when another tab changes a copy.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = watchDrafts)]
    pub(super) fn watch_drafts(kept: JsValue, changed_elsewhere: JsValue);

    /// Parts the draft from its copy in another tab.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = keepBoth)]
    pub(super) fn keep_both();

    /// The text of the copy, as a new draft of this tab.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = takeTheirs)]
    pub(super) fn take_theirs() -> Option<String>;

    /// Hands the text to the visitor as it is.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = downloadText)]
    pub(super) fn download_text();

    /// The text as it was when it was opened, or the page with it.
    #[wasm_bindgen(js_namespace = blueprintLens)]
    pub(super) fn opened() -> String;

    /// Selects from an offset of a file to another and shows that.
    #[wasm_bindgen(js_namespace = blueprintLens)]
    pub(super) fn select(file: u32, from: u32, to: u32);

    /// The id of the draft of this tab.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = draftId)]
    pub(super) fn draft_id() -> String;

    /// A value of this tab.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = readOfTab)]
    pub(super) fn read_of_tab(key: &str) -> Option<String>;

    /// Keeps a value of this tab.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = writeOfTab)]
    pub(super) fn write_of_tab(key: &str, value: &str);

    /// The chosen theme: `auto`, `light` or `dark`.
    #[wasm_bindgen(js_namespace = blueprintLens)]
    pub(super) fn theme() -> String;

    /// Keeps and applies a theme.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = keepTheme)]
    pub(super) fn keep_theme(theme: &str);
}
