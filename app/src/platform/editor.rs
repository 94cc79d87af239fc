//! The editor: what it reports and what is asked of it. Offsets count UTF-16 units.

use blueprint_lens_core::assist::{Completions, Hover};
use js_sys::Uint32Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::{Closure, WasmClosure};

use super::address::Arrival;
use super::dom::Element;
use super::files::{OpenedFile, on_opened};
use super::located::Located;
use super::{bridge, editor_objects};

/// What the page does when something happens in the editor, for as long as the page lives.
pub(crate) struct EditorListener {
    /// The text is to be analysed; whether it was changed by typing.
    pub(crate) analyse: Box<dyn Fn(String, bool)>,
    /// The typing has rested: the picture is to be laid out by the text alone.
    pub(crate) relayout: Box<dyn Fn()>,
    /// The cursor stands at an offset.
    pub(crate) cursor_moved: Box<dyn Fn(u32)>,
    /// A fix was chosen in a card: the indices of the finding and of its fix.
    pub(crate) fix: Box<dyn Fn(u32, u32)>,
    /// These files are open, and the one of that index is shown.
    pub(crate) files: Box<dyn Fn(Vec<String>, usize)>,
    /// A file was dropped, or several.
    pub(crate) opened: Box<dyn Fn(OpenedFile)>,
    /// Whether a file is held above the page.
    pub(crate) hovering: Box<dyn Fn(bool)>,
    /// A link with a text was followed.
    pub(crate) linked: Box<dyn Fn(String)>,
    /// What could stand at an offset of a text.
    pub(crate) complete: Box<dyn Fn(String, u32) -> Option<Located<Completions>>>,
    /// What stands at an offset of a text.
    pub(crate) explain: Box<dyn Fn(String, u32) -> Option<Located<Hover>>>,
}

/// A finding as the editor shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct EditorFinding<'a> {
    /// How bad it is.
    pub(crate) severity: &'static str,
    /// Code of the rule.
    pub(crate) rule: &'static str,
    /// What is wrong.
    pub(crate) message: &'a str,
    /// Why it matters and what to do.
    pub(crate) help: &'a str,
    /// The fixes that can be applied: their indices among the finding's fixes, and what they do.
    pub(crate) fixes: Vec<(u32, &'a str)>,
}

/// A stretch of a file and what takes its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Replacement {
    /// The file, among those that are open.
    pub(crate) file: u32,
    /// Where it starts.
    pub(crate) from: u32,
    /// Where it ends.
    pub(crate) to: u32,
    /// The new text.
    pub(crate) text: String,
}

/// Puts the editor into `host` and has `text` analysed, unless the arrival says that this brought the page down before.
pub(crate) fn mount(host: &Element, text: &str, arrival: &Arrival, listener: EditorListener) {
    let EditorListener { complete, explain, .. } = listener;
    let complete = move |text: String, offset: u32| {
        complete(text, offset).map_or(JsValue::NULL, editor_objects::completions)
    };
    let explain = move |text: String, offset: u32| {
        explain(text, offset).map_or(JsValue::NULL, editor_objects::hover)
    };
    let files = listener.files;
    let files = move |names: String, shown: u32| {
        files(names.split('\n').map(str::to_owned).collect(), shown as usize);
    };
    bridge::mount(
        host,
        text,
        arrival.is_suspicious,
        function(listener.analyse),
        function(listener.relayout),
        function(listener.cursor_moved),
        function(listener.fix),
        on_opened(listener.opened),
        function(listener.hovering),
        function(listener.linked),
        function(Box::new(files) as Box<dyn Fn(String, u32)>),
        function(Box::new(complete) as Box<dyn Fn(String, u32) -> JsValue>),
        function(Box::new(explain) as Box<dyn Fn(String, u32) -> JsValue>),
    );
}

/// Hands a function over for good: the editor lives as long as the page.
fn function<Signature: ?Sized + WasmClosure + 'static>(call: Box<Signature>) -> JsValue {
    Closure::wrap(call).into_js_value()
}

/// The text with the line breaks it came with.
pub(crate) fn file() -> String {
    bridge::file()
}

/// The text as it was when it was opened, or the page with it.
pub(crate) fn opened() -> String {
    bridge::opened()
}

/// Replaces the whole text; it can be undone.
pub(crate) fn replace(text: &str) {
    bridge::replace(text);
}

/// Takes the last change of the text back, wherever the focus is; whether there was one.
pub(crate) fn undo() -> bool {
    bridge::undo()
}

/// Makes it again; whether there was one.
pub(crate) fn redo() -> bool {
    bridge::redo()
}

/// Puts the cursor at an offset of a file and shows it; `focus` moves the keyboard focus along.
pub(crate) fn reveal(file: usize, offset: u32, focus: bool) {
    bridge::reveal(file as u32, offset, focus);
}

/// Selects from one offset of a file to another, shows that and moves the keyboard focus along.
pub(crate) fn select(file: usize, from: u32, to: u32) {
    bridge::select(file as u32, from, to);
}

/// Shows another of the open files.
pub(crate) fn show_file(file: usize) {
    bridge::show_file(file as u32);
}

/// Closes one of the open files; the last one stays.
pub(crate) fn close_file(file: usize) {
    bridge::close_file(file as u32);
}

/// Opens more files beside those that are open: one of that name, or a bundle.
pub(crate) fn add_files(name: &str, text: &str) {
    bridge::add_files(name, text);
}

/// Moves the keyboard focus into the editor.
pub(crate) fn focus() {
    bridge::focus();
}

/// Makes replacements in the text that was analysed last, as one step that can be undone; whether the editor still holds
/// that text.
pub(crate) fn apply(replacements: &[Replacement]) -> bool {
    let offsets = |end: fn(&Replacement) -> u32| -> Uint32Array {
        let offsets: Vec<u32> = replacements.iter().map(end).collect();
        Uint32Array::from(offsets.as_slice())
    };
    let texts = replacements.iter().map(|replacement| replacement.text.clone()).collect();
    let files = offsets(|one| one.file);
    bridge::apply(files, offsets(|one| one.from), offsets(|one| one.to), texts)
}

/// Shows exactly these findings, each with the index of its file.
pub(crate) fn show_findings<'a>(
    findings: impl Iterator<Item = (usize, Located<EditorFinding<'a>>)>,
) {
    for (file, Located { from, to, content }) in findings {
        let EditorFinding { severity, rule, message, help, fixes } = content;
        bridge::add_finding(file as u32, from, to, severity, rule, message, help);
        for (index, title) in fixes {
            bridge::add_fix(index, title);
        }
    }
    bridge::show_findings();
}

/// Says that the text has been analysed.
pub(crate) fn analysed() {
    bridge::analysed();
}

/// Says that the page shows the text.
pub(crate) fn drawn() {
    bridge::drawn();
}
