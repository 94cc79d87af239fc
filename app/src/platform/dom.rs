//! Elements, the focus and the address.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, HtmlElement, ResizeObserver};

/// The namespace of pictures.
const SVG: Option<&str> = Some("http://www.w3.org/2000/svg");

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element of that id.
pub(crate) fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the focus to the first element that matches; whether there is one.
pub(crate) fn focus(selector: &str) -> bool {
    document().is_some_and(|document| focus_inside(&document.into(), selector))
}

/// Moves the focus to the first element inside `root` that matches; whether there is one.
pub(crate) fn focus_inside(root: &web_sys::Node, selector: &str) -> bool {
    let found = match (root.dyn_ref::<Element>(), root.dyn_ref::<Document>()) {
        (Some(element), _) => element.query_selector(selector),
        (None, Some(document)) => document.query_selector(selector),
        (None, None) => return false,
    };
    let Ok(Some(found)) = found else { return false };
    // Elements of a picture have the same method, but no common type for it.
    found.unchecked_into::<HtmlElement>().focus().is_ok()
}

/// Moves the focus to an element; whether it took it.
pub(crate) fn focus_element(element: &Element) -> bool {
    element.unchecked_ref::<HtmlElement>().focus().is_ok()
}

/// Whether the focus is on something inside `root`.
pub(crate) fn holds_focus(root: &web_sys::Node) -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_some_and(|focused| root.contains(Some(&focused)))
}

/// The element under an event that matches, or one around it that does.
pub(crate) fn closest(event: &web_sys::Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

/// Width and height of an element's inside, in CSS pixels.
pub(crate) fn size_of(element: &Element) -> (f64, f64) {
    (f64::from(element.client_width()), f64::from(element.client_height()))
}

/// Where the upper left corner of an element lies in the window, in CSS pixels.
pub(crate) fn origin_of(element: &Element) -> (f64, f64) {
    let rect = element.get_bounding_client_rect();
    (rect.left(), rect.top())
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

/// Puts `child` into `parent`, before `next` or at the end.
pub(crate) fn insert(parent: &Element, child: &Element, next: Option<&Element>) {
    drop(parent.insert_before(child, next.map(AsRef::as_ref)));
}

/// Widest window, in CSS pixels, that shows one view at a time; `style/media.css` says the same.
const NARROW: f64 = 760.0;

/// Whether the window is too narrow for all views at once.
pub(crate) fn is_narrow() -> bool {
    let width = web_sys::window().and_then(|window| window.inner_width().ok()?.as_f64());
    width.is_some_and(|width| width <= NARROW)
}

/// A parameter of the page's address.
pub(crate) fn address_parameter(name: &str) -> Option<String> {
    let search = web_sys::window()?.location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search).ok()?.get(name)
}

/// Writes what a panic says to the console.
pub(crate) fn write_panic(message: &str) {
    web_sys::console::error_1(&message.into());
}
