//! Files that come in and go out.

use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

use super::bridge;

/// A file that a visitor has chosen or dropped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OpenedFile {
    /// Its name.
    pub(crate) name: String,
    /// Its text; `None` where it could not be read.
    pub(crate) text: Option<String>,
    /// Something to tell the visitor about it.
    pub(crate) notice: Option<String>,
}

/// Lets the visitor choose a file.
pub(crate) fn choose(opened: impl Fn(OpenedFile) + 'static) {
    bridge::choose_file(on_opened(Box::new(opened)));
}

/// `opened` as the function that the JavaScript side calls.
pub(super) fn on_opened(opened: Box<dyn Fn(OpenedFile)>) -> JsValue {
    let call = move |name: String, text: Option<String>, notice: Option<String>| {
        opened(OpenedFile { name, text, notice });
    };
    Closure::<dyn Fn(String, Option<String>, Option<String>)>::new(call).into_js_value()
}

/// Hands a text to the visitor as a file.
pub(crate) fn download(name: &str, kind: &str, text: &str) {
    bridge::download(name, kind, text);
}

/// Hands an SVG document to the visitor as a PNG file, at twice its size; whether the browser could draw it.
pub(crate) async fn download_png(name: &str, drawing: &str) -> bool {
    bridge::download_png(name, drawing).await.is_ok()
}

/// The fonts of the page as a style sheet that needs no other file.
pub(crate) async fn font_rules() -> Option<String> {
    bridge::font_rules().await.ok()?.as_string()
}
