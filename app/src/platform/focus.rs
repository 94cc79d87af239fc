//! The keyboard focus.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, FocusEvent, HtmlElement, HtmlInputElement, Node};

use super::dom::{children, document};

/// Moves the focus to the first element of the page that matches; whether there is one.
pub(crate) fn focus(selector: &str) -> bool {
    let element = document().and_then(|document| document.query_selector(selector).ok().flatten());
    element.is_some_and(|element| focus_element(&element))
}

/// Moves the focus to the first element inside `root` that matches; whether there is one.
pub(crate) fn focus_inside(root: &Element, selector: &str) -> bool {
    first_inside(root, selector).is_some_and(|element| focus_element(&element))
}

/// The first element inside `root` that matches.
pub(crate) fn first_inside(root: &Element, selector: &str) -> Option<Element> {
    root.query_selector(selector).ok().flatten()
}

/// Moves the focus to an element; whether it took it.
pub(crate) fn focus_element(element: &Element) -> bool {
    // Elements of a picture have the same method, but no common type for it.
    let asked = element.unchecked_ref::<HtmlElement>().focus();
    // What is not shown takes no focus.
    asked.is_ok() && document().and_then(|page| page.active_element()).as_ref() == Some(element)
}

/// Whether the focus is on something inside `root`.
pub(crate) fn holds_focus(root: &Node) -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_some_and(|focused| root.contains(Some(&focused)))
}

/// Which of the elements directly inside `root` has the focus, or holds it.
pub(crate) fn focused_child(root: &Element) -> Option<usize> {
    let focused = document()?.active_element()?;
    children(root).position(|child| child.contains(Some(&focused)))
}

/// Whether the focus that leaves something goes to something inside `root`.
pub(crate) fn keeps_focus(root: &Node, event: &FocusEvent) -> bool {
    let next = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
    root.contains(next.as_ref())
}

/// Moves the focus by so many of the elements inside `root` that match, round and round; to the first of them when the
/// focus is on none.
pub(crate) fn move_focus_among(root: &Element, selector: &str, by: i32) {
    let Ok(matching) = root.query_selector_all(selector) else { return };
    let all: Vec<HtmlElement> =
        (0..matching.length()).filter_map(|index| matching.get(index)?.dyn_into().ok()).collect();
    let focused = all.iter().position(|element| element.matches(":focus").unwrap_or(false));
    let next = match focused {
        Some(focused) => (focused as i32 + by).rem_euclid(all.len() as i32),
        None => 0,
    };
    if let Some(element) = all.get(next as usize) {
        drop(element.focus());
    }
}

/// Selects the whole text of the field that an event happened to.
pub(crate) fn select_all(event: &FocusEvent) {
    let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    if let Some(field) = field {
        field.select();
    }
}
