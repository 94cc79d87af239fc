//! Elements of the page.

use blueprint_lens_core::markup::Html;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, HtmlDialogElement, HtmlElement, HtmlInputElement, ResizeObserver};

pub(crate) use web_sys::{Element, Event};

/// The namespace of pictures.
const SVG: Option<&str> = Some("http://www.w3.org/2000/svg");

pub(super) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element of that id.
pub(crate) fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// The element under an event that matches, or one around it that does.
pub(crate) fn closest(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

/// An attribute of the element under an event, or of the nearest around it that has one.
pub(crate) fn closest_attribute(event: &Event, name: &str) -> Option<String> {
    closest(event, &format!("[{name}]"))?.get_attribute(name)
}

/// An attribute of an element.
pub(crate) fn attribute(element: &Element, name: &str) -> Option<String> {
    element.get_attribute(name)
}

/// The selector of elements with an attribute of exactly that value.
pub(crate) fn selector(name: &str, value: &str) -> String {
    format!("[{name}=\"{}\"]", value.replace('\\', "\\\\").replace('"', "\\\""))
}

/// The elements directly inside an element.
pub(crate) fn children(element: &Element) -> impl Iterator<Item = Element> {
    std::iter::successors(element.first_element_child(), Element::next_element_sibling)
}

/// Width and height of an element's inside, in CSS pixels.
pub(crate) fn size_of(element: &Element) -> (f64, f64) {
    (f64::from(element.client_width()), f64::from(element.client_height()))
}

/// Width and height of an element with its border, in CSS pixels; what is cut off counts.
pub(crate) fn outer_size_of(element: &HtmlElement) -> (f64, f64) {
    let border = element.offset_height() - element.client_height();
    (f64::from(element.offset_width()), f64::from(element.scroll_height() + border))
}

/// Where the upper left corner of an element lies in the window, in CSS pixels.
pub(crate) fn origin_of(element: &Element) -> (f64, f64) {
    let rect = element.get_bounding_client_rect();
    (rect.left(), rect.top())
}

/// Where a point of the window, in CSS pixels, lies inside the parent of an element, as shares of its width and height.
pub(crate) fn share_of_parent(element: &Element, (x, y): (f64, f64)) -> Option<(f64, f64)> {
    let parent = element.parent_element()?;
    let (width, height) = size_of(&parent);
    let (left, top) = origin_of(&parent);
    Some(((x - left) / width.max(1.0), (y - top) / height.max(1.0)))
}

/// Calls `resized` now and whenever the element's size changes, for as long as the page lives.
pub(crate) fn on_resize(element: &Element, resized: impl Fn() + 'static) {
    let function = Closure::<dyn Fn()>::new(resized).into_js_value();
    if let Ok(observer) = ResizeObserver::new(function.unchecked_ref()) {
        observer.observe(element);
    }
}

/// A new group of a picture.
pub(crate) fn svg_group() -> Element {
    let group = document().and_then(|page| page.create_element_ns(SVG, "g").ok());
    group.expect("a page can make elements")
}

/// A new item of a list.
pub(crate) fn list_item() -> Element {
    document().and_then(|page| page.create_element("li").ok()).expect("a page can make elements")
}

/// Sets an attribute or takes it away.
pub(crate) fn set(element: &Element, name: &str, value: Option<&str>) {
    drop(match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    });
}

/// Makes HTML the content of an element.
pub(crate) fn set_html(element: &Element, html: &Html) {
    element.set_inner_html(html);
}

/// Makes plain text the content of an element.
pub(crate) fn set_text(element: &Element, text: &str) {
    element.set_text_content(Some(text));
}

/// Ticks those boxes inside `root` whose attribute `name` says so: how many of them there are ticked, and how many.
pub(crate) fn tick_boxes(
    root: &Element,
    name: &str,
    is_ticked: impl Fn(&str) -> bool,
) -> (usize, usize) {
    let Ok(found) = root.query_selector_all(&format!("[{name}]")) else { return (0, 0) };
    let boxes = (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok());
    boxes.fold((0, 0), |(ticked, all), element: HtmlInputElement| {
        let is_ticked = element.get_attribute(name).is_some_and(|value| is_ticked(&value));
        element.set_checked(is_ticked);
        (ticked + usize::from(is_ticked), all + 1)
    })
}

/// Opens or closes a modal dialog.
pub(crate) fn show_dialog(dialog: &HtmlDialogElement, open: bool) {
    if open {
        drop(dialog.show_modal());
    } else if dialog.open() {
        dialog.close();
    }
}

/// Whether a dialog is open at this moment.
pub(crate) fn is_dialog_open(dialog: &HtmlDialogElement) -> bool {
    dialog.open()
}

/// Moves an element to the end of the dialog that is open, or back to the end of the page's own element.
pub(crate) fn move_into_dialog(element: &Element) {
    let find = |selector| document()?.query_selector(selector).ok()?;
    let Some(home) = find("dialog[open]").or_else(|| find("#app")) else { return };
    if element.parent_element().as_ref() != Some(&home) {
        drop(home.append_child(element));
    }
}

#[cfg(test)]
mod tests {
    use super::selector;

    #[test]
    fn a_value_cannot_leave_its_selector() {
        assert_eq!(selector("data-node", "web:api"), r#"[data-node="web:api"]"#);
        assert_eq!(selector("data-node", r#"a"]\b"#), r#"[data-node="a\"]\\b"]"#);
    }
}
