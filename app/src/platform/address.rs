//! The address of the page: what a visit begins with, what a reload brings back, and links that hold a text.

use wasm_bindgen::closure::Closure;

use super::bridge;

/// What a visit begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Arrival {
    /// The text; `None` when the first example is to be shown.
    pub(crate) text: Option<String>,
    /// An address to load from, once the visitor has confirmed it.
    pub(crate) source: Option<String>,
    /// Something to tell the visitor.
    pub(crate) notice: Option<String>,
    /// Whether this very text brought the page down before.
    pub(crate) is_suspicious: bool,
}

/// What this visit begins with.
pub(crate) fn arrival() -> Arrival {
    let arrival = bridge::arrival();
    Arrival {
        text: arrival.text(),
        source: arrival.source(),
        notice: arrival.notice(),
        is_suspicious: arrival.suspicious(),
    }
}

/// A parameter of the page's address.
pub(crate) fn parameter(name: &str) -> Option<String> {
    let search = web_sys::window()?.location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search).ok()?.get(name)
}

/// Keeps what the page shows in its address and in its history: parameters as names and values, empty ones left out, and
/// the word of the open dialog. Links carry the parameters, too.
pub(crate) fn keep_place(
    parameters: impl Iterator<Item = (&'static str, String)>,
    panel: Option<&'static str>,
) {
    let words = parameters.flat_map(|(name, value)| [name.to_owned(), value]).collect();
    bridge::keep_place(words, panel.unwrap_or_default());
}

/// Calls `went` when the visitor has gone back or forward, for as long as the page lives: with the word of the dialog
/// that was open there, empty for none, and with the text when it was another one. The address is that of there.
pub(crate) fn on_travel(went: impl Fn(&str, Option<String>) + 'static) {
    let call = move |panel: String, text: Option<String>| went(&panel, text);
    let call = Closure::<dyn Fn(String, Option<String>)>::new(call);
    bridge::follow_history(call.into_js_value());
}

/// The address that opens `text`; `None` where the browser could not make it.
pub(crate) async fn link_to(text: &str) -> Option<String> {
    bridge::link_to(text).await.ok().map(|address| address.as_string().unwrap_or_default())
}

/// The address that a word of a visitor really names; `None` when it is not one that may be loaded.
pub(crate) fn loadable(word: &str) -> Option<String> {
    bridge::address_of(word)
}

/// The text behind an address.
///
/// # Errors
/// A sentence for the visitor, when there is one to say.
pub(crate) async fn load(address: &str) -> Result<String, Option<String>> {
    match bridge::load(address).await {
        Ok(text) => Ok(text.as_string().unwrap_or_default()),
        Err(sentence) => Err(sentence.as_string()),
    }
}
