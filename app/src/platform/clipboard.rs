//! The clipboard.

use wasm_bindgen_futures::JsFuture;

/// The text of the clipboard; `None` where the browser does not let the page read it.
pub(crate) async fn pasted() -> Option<String> {
    let clipboard = web_sys::window()?.navigator().clipboard();
    // Some browsers let pages write it, and have no function to read it.
    let can_read =
        clipboard.is_object() && js_sys::Reflect::has(&clipboard, &"readText".into()) == Ok(true);
    if !can_read {
        return None;
    }
    JsFuture::from(clipboard.read_text()).await.ok()?.as_string()
}

/// Copies `text`; whether the browser allowed it.
pub(crate) async fn copy(text: &str) -> bool {
    let Some(window) = web_sys::window() else { return false };
    // Absent where the page is not served securely; `JsFuture` on it would throw.
    let clipboard = window.navigator().clipboard();
    if clipboard.is_undefined() {
        return false;
    }
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
