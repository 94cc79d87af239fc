//! The browser, as far as the page needs it; the editor's side is in `editor::bridge`.

mod clipboard;
mod dom;

pub(crate) use clipboard::copy;
pub(crate) use dom::{
    address_parameter, closest, element, focus, focus_element, focus_inside, holds_focus, insert,
    is_narrow, list_item, on_resize, origin_of, set, size_of, svg_group, write_panic,
};

/// Writes panics to the console and then calls `stopped`; nothing of the app runs after that.
pub(crate) fn on_panic(stopped: fn()) {
    std::panic::set_hook(Box::new(move |panic| {
        write_panic(&panic.to_string());
        stopped();
    }));
}
