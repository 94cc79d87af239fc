//! Pointer, wheel and touch.

use std::time::Duration;

use blueprint_lens_core::scene::{Point, Rect};
use leptos::html;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use web_sys::{MouseEvent, PointerEvent, WheelEvent};

use super::excerpt;
use super::keys::choose;
use super::stage::Stage;
use super::target_of;
use crate::platform;
use crate::state::{AppState, Target};

/// A press that moves less than this, in CSS pixels, is a click.
const CLICK: f64 = 4.0;
/// How long the pointer may be on its way from an item to its card.
const GRACE: Duration = Duration::from_millis(220);
/// Pixels per line of a wheel that counts in lines.
const LINE: f64 = 16.0;

/// A finger or pointer that is down: its id and where it was last seen.
#[derive(Clone, Copy)]
struct Press {
    pointer: i32,
    at: Point,
}

/// What the pointers are doing.
#[derive(Clone, Copy)]
pub(super) struct Gestures {
    state: AppState,
    stage: Stage,
    root: NodeRef<html::Div>,
    presses: StoredValue<Vec<Press>>,
    /// Where the first press began.
    start: StoredValue<Point>,
    dragging: RwSignal<bool>,
    leaving: StoredValue<Option<TimeoutHandle>>,
}

impl Gestures {
    pub(super) fn new(state: AppState, stage: Stage, root: NodeRef<html::Div>) -> Self {
        Self {
            state,
            stage,
            root,
            presses: StoredValue::new(Vec::new()),
            start: StoredValue::new(Point::default()),
            dragging: RwSignal::new(false),
            leaving: StoredValue::new(None),
        }
    }

    /// Whether the picture is being moved.
    pub(super) fn is_dragging(self) -> bool {
        self.dragging.get()
    }

    /// Whether a pointer is down.
    pub(super) fn is_pressed(self) -> bool {
        self.presses.with_value(|presses| !presses.is_empty())
    }

    /// The wheel moves the picture; with Ctrl, which is also what pinching on a touchpad sends, it zooms.
    pub(super) fn wheel(self, event: &WheelEvent) {
        if platform::closest(event, ".facts").is_some() {
            return;
        }
        event.prevent_default();
        let unit = if event.delta_mode() == WheelEvent::DOM_DELTA_LINE { LINE } else { 1.0 };
        let (dx, dy) = (event.delta_x() * unit, event.delta_y() * unit);
        if event.ctrl_key() || event.meta_key() {
            self.stage.zoom(Some(self.place(event)), (-dy * 0.0025).clamp(-0.5, 0.5).exp());
        } else if event.shift_key() {
            self.stage.pan(-dx - dy, 0.0);
        } else {
            self.stage.pan(-dx, -dy);
        }
    }

    pub(super) fn press(self, event: &PointerEvent) {
        if event.button() != 0
            || platform::closest(
                event,
                ".facts, .controls, .empty, .beam-note, .excerpt-menu, .overview",
            )
            .is_some()
        {
            return;
        }
        let press = Press { pointer: event.pointer_id(), at: self.place(event) };
        self.presses.update_value(|presses| {
            if presses.is_empty() {
                self.start.set_value(press.at);
            }
            presses.push(press);
        });
    }

    pub(super) fn drag(self, event: &PointerEvent) {
        let at = self.place(event);
        let mut before = self.presses.get_value();
        let Some(moved) = before.iter().position(|press| press.pointer == event.pointer_id())
        else {
            return;
        };
        let last = before[moved].at;
        let start = self.start.get_value();
        if !self.dragging.get_untracked() {
            if before.len() < 2 && (at.x - start.x).hypot(at.y - start.y) < CLICK {
                return;
            }
            self.dragging.set(true);
            self.state.selection.hover(None);
            // From now on the pointer belongs to the picture, wherever it goes.
            if let Some(root) = self.root.get_untracked() {
                drop(root.set_pointer_capture(event.pointer_id()));
            }
        }
        match before.iter().find(|press| press.pointer != event.pointer_id()) {
            Some(other) => {
                let apart = |a: Point, b: Point| (a.x - b.x).hypot(a.y - b.y).max(1.0);
                let middle =
                    Point::new(f64::midpoint(at.x, other.at.x), f64::midpoint(at.y, other.at.y));
                self.stage.zoom(Some(middle), apart(at, other.at) / apart(last, other.at));
                self.stage.pan((at.x - last.x) / 2.0, (at.y - last.y) / 2.0);
            }
            None => self.stage.pan(at.x - last.x, at.y - last.y),
        }
        before[moved].at = at;
        self.presses.set_value(before);
    }

    pub(super) fn release(self, event: &PointerEvent) {
        self.presses
            .update_value(|presses| presses.retain(|press| press.pointer != event.pointer_id()));
        if self.presses.with_value(Vec::is_empty) && self.dragging.get_untracked() {
            // The click that follows a drag is none; it comes right after this event.
            set_timeout(move || self.dragging.set(false), Duration::ZERO);
        }
    }

    /// The pointer is on something else; what passes below it while the picture moves is not meant.
    pub(super) fn over(self, event: &PointerEvent) {
        if event.pointer_type() == "touch"
            || self.dragging.get_untracked()
            || self.stage.is_moving_now()
        {
            return;
        }
        if platform::closest(event, ".facts").is_some() {
            self.stay();
            return;
        }
        match target_of(event) {
            Some(target) => {
                self.stay();
                self.state.selection.hover(Some(target));
            }
            None => self.leave(),
        }
    }

    /// The pointer has left what it was on; it may be on its way to the card.
    pub(super) fn leave(self) {
        self.stay();
        let handle = set_timeout_with_handle(move || self.state.selection.hover(None), GRACE).ok();
        self.leaving.set_value(handle);
    }

    pub(super) fn click(self, event: &MouseEvent) {
        if self.dragging.get_untracked() {
            return;
        }
        if let Some(id) = platform::closest(event, "[data-fold]")
            .and_then(|button| button.get_attribute("data-fold"))
        {
            return excerpt::fold(self.state, &id);
        }
        let Some(target) = target_of(event).or_else(|| self.under(event)) else { return };
        if event.detail() > 0 {
            self.state.selection.hover(None);
        }
        choose(self.state, &target, !is_touch(event));
    }

    /// The node under an event in a picture that still moves, whose elements take none.
    fn under(self, event: &MouseEvent) -> Option<Target> {
        if !self.stage.is_moving_now() || platform::closest(event, ".controls, .overview").is_some()
        {
            return None;
        }
        let at = self.stage.point_at(self.place(event));
        let at = Rect::new(at.x, at.y, 0.0, 0.0);
        let picture = self.state.picture.now();
        let node = picture.scene().nodes.iter().find(|node| node.rect.contains(at))?;
        Some(Target::Node(node.id.clone()))
    }

    fn stay(self) {
        if let Some(handle) = self.leaving.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    }

    /// Where an event happened in the pane.
    fn place(self, event: &MouseEvent) -> Point {
        let origin =
            self.root.get_untracked().map_or((0.0, 0.0), |root| platform::origin_of(&root));
        Point::new(f64::from(event.client_x()) - origin.0, f64::from(event.client_y()) - origin.1)
    }
}

/// Whether a finger has clicked: then the focus stays, because the keyboard of the device would cover the page.
fn is_touch(event: &MouseEvent) -> bool {
    use wasm_bindgen::JsCast as _;
    event.dyn_ref::<PointerEvent>().is_some_and(|event| event.pointer_type() == "touch")
}

/// The selector of an item's element.
pub(super) fn selector_of(target: &Target) -> String {
    let (hook, id) = match target {
        Target::Node(id) => ("node", id),
        Target::Edge(id) => ("edge", id),
    };
    format!("[data-{hook}=\"{}\"]", id.replace('\\', "\\\\").replace('"', "\\\""))
}
