//! Pointer, wheel and touch.

use std::time::Duration;

use blueprint_lens_core::scene::{Point, Rect};
use leptos::ev::{MouseEvent, PointerEvent, WheelEvent};
use leptos::html;
use leptos::prelude::*;

use super::choose::choose;
use super::elements::target_of;
use super::stage::Stage;
use super::view_filter;
use crate::platform::{self, Timer};
use crate::state::{AppState, Target};

/// A press that moves less than this, in CSS pixels, is a click.
const CLICK: f64 = 4.0;
/// How long the pointer may be on its way from an item to its card.
const GRACE: Duration = Duration::from_millis(220);

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
    /// What ends the hover once the pointer has left.
    leaving: Timer,
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
            leaving: Timer::new(),
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
        if platform::closest(event, ".picture-card").is_some() {
            return;
        }
        event.prevent_default();
        let (dx, dy) = platform::wheel_pixels(event);
        if event.ctrl_key() || event.meta_key() {
            self.stage.zoom(Some(self.point_on_pane(event)), (-dy * 0.0025).clamp(-0.5, 0.5).exp());
            if dy < 0.0 && self.stage.is_close() {
                self.unfold(event);
            }
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
                ".picture-card, .picture-bar, .empty, .reach-note, .view-filter-menu",
            )
            .is_some()
        {
            return;
        }
        let press = Press { pointer: event.pointer_id(), at: self.point_on_pane(event) };
        self.presses.update_value(|presses| {
            if presses.is_empty() {
                self.start.set_value(press.at);
            }
            presses.push(press);
        });
    }

    pub(super) fn drag(self, event: &PointerEvent) {
        let at = self.point_on_pane(event);
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
                platform::capture_pointer(&root, event);
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
            platform::after_this_event(move || self.dragging.set(false));
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
        if platform::closest(event, ".picture-card").is_some() {
            self.leaving.stop();
            return;
        }
        match target_of(event) {
            Some(target) => {
                self.leaving.stop();
                self.state.selection.hover(Some(target));
            }
            None => self.leave(),
        }
    }

    /// The pointer has left what it was on; it may be on its way to the card.
    pub(super) fn leave(self) {
        self.leaving.restart(GRACE, move || self.state.selection.hover(None));
    }

    pub(super) fn click(self, event: &MouseEvent) {
        if self.dragging.get_untracked() {
            return;
        }
        if let Some(id) = platform::closest_attribute(event, "data-fold") {
            return view_filter::fold(self.state, &id);
        }
        let Some(target) = target_of(event).or_else(|| self.under(event)) else { return };
        if event.detail() > 0 {
            self.state.selection.hover(None);
        }
        // The focus stays after a touch, because the keyboard of the device would cover the page.
        choose(self.state, &target, !platform::is_touch(event));
    }

    /// Shows what a box under the pointer stands for, when it is looked at closely.
    fn unfold(self, event: &WheelEvent) {
        let Some(Target::Node(id)) = self.at(event) else { return };
        let picture = self.state.picture.now();
        if picture.scene().nodes.iter().any(|node| node.id == id && node.kind == "folded") {
            view_filter::unfold_in_place(self.state, self.stage, &id);
        }
    }

    /// The node under an event in a picture that still moves, whose elements take none.
    fn under(self, event: &MouseEvent) -> Option<Target> {
        if !self.stage.is_moving_now() || platform::closest(event, ".picture-bar").is_some() {
            return None;
        }
        self.at(event)
    }

    /// The node at the place of an event.
    fn at(self, event: &MouseEvent) -> Option<Target> {
        let at = self.stage.point_at(self.point_on_pane(event));
        let at = Rect::new(at.x, at.y, 0.0, 0.0);
        let picture = self.state.picture.now();
        let node = picture.scene().nodes.iter().find(|node| node.rect.contains(at))?;
        Some(Target::Node(node.id.clone()))
    }

    /// Where an event happened in the pane.
    fn point_on_pane(self, event: &MouseEvent) -> Point {
        let origin =
            self.root.get_untracked().map_or((0.0, 0.0), |root| platform::origin_of(&root));
        Point::new(f64::from(event.client_x()) - origin.0, f64::from(event.client_y()) - origin.1)
    }
}
