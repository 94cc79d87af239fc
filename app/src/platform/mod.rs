//! The browser: everything that the page asks of it, and nothing else in this crate calls it.
//!
//! Components read the events that Leptos hands to them; whatever else touches an element, the address, the storage or
//! the editor's JavaScript is a function of this folder.

pub(crate) mod address;
pub(crate) mod background;
mod bridge;
mod clipboard;
mod dom;
pub(crate) mod drafts;
pub(crate) mod editor;
mod editor_objects;
pub(crate) mod files;
mod focus;
mod keyed;
mod located;
pub(crate) mod of_tab;
mod panic;
mod pointer;
mod print;
pub(crate) mod rules;
mod secondary;
pub(crate) mod table;
pub(crate) mod theme;
mod timer;
mod window;

pub(crate) use clipboard::{copy, pasted};
pub(crate) use dom::{
    Element, Event, attribute, children, closest, closest_attribute, element, is_dialog_open,
    list_item, move_into_dialog, on_resize, origin_of, outer_size_of, selector, set, set_html,
    set_text, share_of_parent, show_dialog, size_of, svg_group, tick_boxes,
};
pub(crate) use focus::{
    first_inside, focus, focus_element, focus_inside, focused_child, holds_focus, keeps_focus,
    move_focus_among, select_all,
};
pub(crate) use keyed::Keyed;
pub(crate) use located::Located;
pub(crate) use panic::on_panic;
pub(crate) use pointer::{capture_pointer, is_touch, wheel_pixels};
pub(crate) use print::{is_on_paper, on_print};
pub(crate) use timer::Timer;
pub(crate) use window::{after_this_event, is_narrow, next_frame, on_key_anywhere, once_laid_out};
