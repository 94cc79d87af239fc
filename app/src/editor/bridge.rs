//! The one entry point to the JavaScript side: `app/editor/src/main.ts` implements exactly this. Offsets that cross count
//! UTF-16 units; `LineIndex` converts them.

use js_sys::Uint32Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

#[wasm_bindgen]
extern "C" {
    /// What a visit begins with.
    pub(crate) type Arrival;

    /// What this visit begins with.
    #[wasm_bindgen(js_namespace = blueprintLens)]
    pub(crate) fn arrival() -> Arrival;

    /// The text; `None` when the first example is to be shown.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn text(this: &Arrival) -> Option<String>;

    /// An address to load from, once the visitor has confirmed it.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn source(this: &Arrival) -> Option<String>;

    /// Something to tell the visitor.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn notice(this: &Arrival) -> Option<String>;

    /// Whether this very text brought the page down before.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn suspicious(this: &Arrival) -> bool;

    /// Puts the editor into `host` and has the text analysed; the functions are called for as long as the page lives.
    #[wasm_bindgen(js_namespace = blueprintLens)]
    pub(crate) fn mount(
        host: &HtmlElement,
        text: &str,
        suspicious: bool,
        analyse: JsValue,
        settle: JsValue,
        moved: JsValue,
        fix: JsValue,
        opened: JsValue,
        hovering: JsValue,
        linked: JsValue,
        complete: JsValue,
        explain: JsValue,
    );

    /// The engine has panicked.
    #[wasm_bindgen(js_namespace = blueprintLens)]
    pub(crate) fn panicked();

    /// The engine has analysed the text.
    #[wasm_bindgen(js_namespace = blueprintLens)]
    pub(crate) fn analysed();

    /// The page shows the text.
    #[wasm_bindgen(js_namespace = blueprintLens)]
    pub(crate) fn drawn();

    /// The text with the line breaks it came with.
    #[wasm_bindgen(js_namespace = blueprintLens)]
    pub(crate) fn file() -> String;

    /// Replaces the whole text; it can be undone.
    #[wasm_bindgen(js_namespace = blueprintLens)]
    pub(crate) fn replace(text: &str);

    /// Puts the cursor at an offset and shows it.
    #[wasm_bindgen(js_namespace = blueprintLens)]
    pub(crate) fn reveal(offset: u32, focus: bool);

    /// Moves the focus into the editor.
    #[wasm_bindgen(js_namespace = blueprintLens)]
    pub(crate) fn focus();

    /// Applies edits as one step that can be undone.
    #[wasm_bindgen(js_namespace = blueprintLens)]
    pub(crate) fn apply(from: Uint32Array, to: Uint32Array, inserts: Vec<String>);

    /// Hands over one finding.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = addFinding)]
    pub(crate) fn add_finding(
        from: u32,
        to: u32,
        severity: &str,
        rule: &str,
        message: &str,
        help: &str,
    );

    /// Hands over one fix of the last finding.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = addFix)]
    pub(crate) fn add_fix(index: u32, title: &str);

    /// Shows the findings handed over.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = showFindings)]
    pub(crate) fn show_findings();

    /// Keeps parameters in the address of the page and of its links: names and values in turn, empty ones left out.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = keepQuery)]
    pub(crate) fn keep_query(words: Vec<String>);

    /// The address that opens the text: a promise of a string.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = linkTo, catch)]
    pub(crate) async fn link_to(text: &str) -> Result<JsValue, JsValue>;

    /// The text behind an address: a promise of a string; refused with a sentence.
    #[wasm_bindgen(js_namespace = blueprintLens, catch)]
    pub(crate) async fn load(address: &str) -> Result<JsValue, JsValue>;

    /// The address that will really be asked; `None` when it is not one that may be.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = addressOf)]
    pub(crate) fn address_of(text: &str) -> Option<String>;

    /// Lets the visitor choose a file.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = chooseFile)]
    pub(crate) fn choose_file(opened: JsValue);

    /// Hands a text to the visitor as a file.
    #[wasm_bindgen(js_namespace = blueprintLens)]
    pub(crate) fn download(name: &str, kind: &str, text: &str);

    /// The fonts of the page as a style sheet that needs no other file: a promise of a string.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = fontRules, catch)]
    pub(crate) async fn font_rules() -> Result<JsValue, JsValue>;

    /// Hands an SVG document to the visitor as a PNG file, at twice its size.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = downloadPng, catch)]
    pub(crate) async fn download_png(name: &str, drawing: &str) -> Result<JsValue, JsValue>;

    /// Whether the page is dark at this moment.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = isDark)]
    pub(crate) fn is_dark() -> bool;

    /// Keeps a text among the drafts.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = setAside)]
    pub(crate) fn set_aside(text: &str);

    /// Times and texts of the drafts, in turn, the newest first.
    #[wasm_bindgen(js_namespace = blueprintLens)]
    pub(crate) fn drafts() -> Vec<String>;

    /// Deletes the draft of that time.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = removeDraft)]
    pub(crate) fn remove_draft(saved: &str);

    /// The chosen theme: `auto`, `light` or `dark`.
    #[wasm_bindgen(js_namespace = blueprintLens)]
    pub(crate) fn theme() -> String;

    /// Keeps and applies a theme.
    #[wasm_bindgen(js_namespace = blueprintLens, js_name = keepTheme)]
    pub(crate) fn keep_theme(theme: &str);
}
