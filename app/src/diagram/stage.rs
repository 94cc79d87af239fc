//! The pane's size and what part of the picture it shows.

use std::time::Duration;

use blueprint_lens_core::scene::{Point, Rect, Room, Size, ViewFilter};
use leptos::prelude::*;

use super::items::keep_tab_stop;
use super::view_filter_bar;
use super::viewport::{READABLE, Viewport};
use crate::engine::Rooms;
use crate::platform::{self, Timer};
use crate::state::AppState;

/// A picture that has not moved for so long rests: it is painted anew, sharp at its zoom.
const REST: Duration = Duration::from_millis(400);

/// Height of the bar at the pane's foot, in CSS pixels, as in `style/picture-bar.css`.
const BAR: f64 = 46.0;

/// Height of the bar that says what the picture leaves out, where it has one line, as in `style/what-if.css`.
const FILTER_BAR: f64 = 46.0;

/// From this zoom on, somebody looks closely.
const CLOSE: f64 = 1.6;

/// Whether pixels of one zoom do for another, as long as the picture moves: neither many more than are seen, nor blurred.
fn is_like(painted: f64, zoom: f64) -> bool {
    (0.5..=2.0).contains(&(zoom / painted))
}

/// The pane and its view of the picture.
#[derive(Clone, Copy)]
pub(super) struct Stage {
    state: AppState,
    pane: RwSignal<Size>,
    /// Where the visitor has moved the picture; without it, the picture is fitted into the pane.
    chosen: RwSignal<Option<Viewport>>,
    /// Whether all of it is fitted, however small that makes it, because the visitor asked for that.
    whole: RwSignal<bool>,
    viewport: Memo<Viewport>,
    /// Whether the page scrolls, so that the pane may be as high as the picture needs.
    scrolls: RwSignal<bool>,
    /// The zoom at which the picture was last painted.
    painted: Memo<f64>,
    moving: RwSignal<bool>,
    /// What ends `moving`.
    rest: Timer,
}

impl Stage {
    pub(super) fn new(state: AppState) -> Self {
        let pane = RwSignal::new(Size { width: 800.0, height: 600.0 });
        let chosen = RwSignal::new(None);
        let whole = RwSignal::new(false);
        let scrolls = RwSignal::new(false);
        let viewport = Memo::new(move |_| {
            let (picture, pane) = (state.picture.get(), pane.get());
            let scene = picture.scene();
            let resources = scene.nodes.iter().filter(|node| node.lane.is_some());
            match chosen.get() {
                Some(view) => Viewport::within_reach(view, scene.size, pane),
                None if whole.get() => Viewport::whole(scene.size, pane),
                None => Viewport::fit(scene.size, resources.map(|node| node.rect), pane),
            }
        });
        // What is drawn has changed: it is fitted anew.
        Effect::new(move |before: Option<ViewFilter>| {
            let filter = state.picture.filter.get();
            if before.is_some_and(|before| before != filter) {
                chosen.set(None);
            }
            filter
        });
        keep_tab_stop(state);
        let (moving, rest) = (RwSignal::new(false), Timer::new());
        let painted = Memo::new(move |before: Option<&f64>| {
            let zoom = viewport.get().zoom;
            before.copied().filter(|&before| moving.get() && is_like(before, zoom)).unwrap_or(zoom)
        });
        Self { state, pane, chosen, whole, viewport, scrolls, painted, moving, rest }
    }

    /// What is shown; a reader is woken by every move.
    pub(super) fn viewport(self) -> Viewport {
        self.viewport.get()
    }

    /// The zoom at which the picture is painted, in CSS pixels per user unit: that of the viewport, but for
    /// one near it that has been chosen since the picture began to move.
    pub(super) fn painted(self) -> f64 {
        self.painted.get()
    }

    /// Whether the picture should be moved as finished pixels: while the visitor moves it.
    pub(super) fn is_moving(self) -> bool {
        self.moving.get()
    }

    /// The same for an event handler.
    pub(super) fn is_moving_now(self) -> bool {
        self.moving.get_untracked()
    }

    /// Size of the pane, without the bar at its foot.
    pub(super) fn pane(self) -> Size {
        self.pane.get()
    }

    /// The pane has a new size, in CSS pixels, with the bar at its foot; one that is hidden keeps the last.
    pub(super) fn resize(self, (width, height): (f64, f64)) {
        let height = height - BAR;
        // A sheet of paper is no pane.
        if width > 0.0 && height > 0.0 && !platform::is_on_paper() {
            self.pane.set(Size { width, height });
            self.scrolls.set(platform::is_narrow());
            self.refit();
        }
    }

    /// Has the picture laid out for the pane.
    pub(super) fn refit(self) {
        let pane = Viewport::room(self.pane.get_untracked());
        let scrolls = self.scrolls.get_untracked();
        let room = |more: f64| {
            let height = if scrolls { Room::OPEN } else { pane.height + more };
            Room::class_of(Size { height, ..pane })
        };
        let rooms = if view_filter_bar::is_there(self.state) {
            Rooms { whole: room(FILTER_BAR), below_bar: room(0.0) }
        } else {
            Rooms { whole: room(0.0), below_bar: room(-FILTER_BAR) }
        };
        self.state.document.fit_into_either(room(0.0), rooms);
    }

    /// Where the page scrolls: how high the pane has to be for all of the picture, with the bar at its foot.
    pub(super) fn needed_height(self) -> Option<f64> {
        let size = self.state.picture.get().scene().size;
        self.scrolls.get().then(|| Viewport::needed_height(size, self.pane.get().width) + BAR)
    }

    /// Whether the visitor has moved the picture.
    pub(super) fn is_moved(self) -> bool {
        self.chosen.get().is_some()
    }

    /// The point of the picture at a point of the pane.
    pub(super) fn point_at(self, at: Point) -> Point {
        let seen = self.viewport.get_untracked().seen(self.pane.get_untracked());
        let zoom = self.viewport.get_untracked().zoom;
        Point::new(seen.x + at.x / zoom, seen.y + at.y / zoom)
    }

    /// Moves the picture by CSS pixels.
    pub(super) fn pan(self, dx: f64, dy: f64) {
        self.choose(|view| view.pan(dx, dy));
    }

    /// Zooms around a point of the pane, or around its middle.
    pub(super) fn zoom(self, at: Option<Point>, factor: f64) {
        let pane = self.pane.get_untracked();
        let at = at.unwrap_or_else(|| Point::new(pane.width / 2.0, pane.height / 2.0));
        self.choose(|view| view.zoom_at(at, factor));
    }

    /// Whether the picture is larger than it needs to be to be read.
    pub(super) fn is_close(self) -> bool {
        self.viewport.get_untracked().zoom >= CLOSE
    }

    /// Fits all of the picture into the pane, and keeps it fitted.
    pub(super) fn fit(self) {
        self.whole.set(true);
        self.chosen.set(None);
    }

    /// Moves the picture as little as it takes to see a box of it.
    pub(super) fn reveal(self, rect: Rect) {
        let pane = self.pane.get_untracked();
        let view = self.viewport.get_untracked();
        let moved = view.reveal(rect, pane);
        if moved != view {
            self.chosen.set(Some(moved));
        }
    }

    /// Shows some boxes of the picture, unless all of them are in sight and can be read.
    pub(super) fn show(self, boxes: impl Iterator<Item = Rect>) {
        let Some(all) = boxes.reduce(Rect::cover) else { return };
        let (view, pane) = (self.viewport.get_untracked(), self.pane.get_untracked());
        if view.zoom < READABLE || !view.seen(pane).contains(all) {
            self.chosen.set(Some(Viewport::around(all, pane)));
        }
    }

    /// Moves the picture so that a point of it is in the middle of the pane, as far as it goes.
    pub(super) fn center(self, at: Point) {
        let pane = self.pane.get_untracked();
        self.choose(|view| view.center(at, pane));
    }

    fn choose(self, change: impl FnOnce(Viewport) -> Viewport) {
        if !self.moving.get_untracked() {
            self.moving.set(true);
        }
        self.rest.restart(REST, move || self.moving.set(false));
        let size = self.state.picture.now().scene().size;
        let changed = change(self.viewport.get_untracked());
        self.chosen.set(Some(changed.within_reach(size, self.pane.get_untracked())));
    }
}
