//! Pointers and the wheel.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, MouseEvent, PointerEvent, WheelEvent};

/// CSS pixels per line of a wheel that counts in lines.
const PER_LINE: f64 = 16.0;

/// Has `element` receive everything that a pointer does until it is released.
pub(crate) fn capture_pointer(element: &Element, event: &PointerEvent) {
    drop(element.set_pointer_capture(event.pointer_id()));
}

/// Whether a finger has caused an event.
pub(crate) fn is_touch(event: &MouseEvent) -> bool {
    event.dyn_ref::<PointerEvent>().is_some_and(|event| event.pointer_type() == "touch")
}

/// How far a wheel was turned, in CSS pixels.
pub(crate) fn wheel_pixels(event: &WheelEvent) -> (f64, f64) {
    let unit = if event.delta_mode() == WheelEvent::DOM_DELTA_LINE { PER_LINE } else { 1.0 };
    (event.delta_x() * unit, event.delta_y() * unit)
}
