//! The analysed text. The editor owns the text itself; this holds what the engine made of it.

use std::sync::Arc;
use std::time::Duration;

use blueprint_lens_core::analysis::MAX_BYTES;
use blueprint_lens_core::scene::{Room, ViewFilter};
use blueprint_lens_core::what_if::WhatIf;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};

use super::comparing::Comparing;
use super::former::Former;
use super::preview::WhatIfPreview;
use super::snapshot::Snapshot;
use crate::engine::{self, Question, Rooms, bundle, is_large, is_large_to_compare};
use crate::platform::{self, Timer, editor, rules};

/// What takes longer says that it goes on.
const PATIENCE: Duration = Duration::from_millis(300);

/// The present snapshot and how often it was drawn.
#[derive(Clone, Copy)]
pub(crate) struct Document {
    comparing: Comparing,
    snapshot: RwSignal<Arc<Snapshot>>,
    preview: RwSignal<Option<Arc<WhatIfPreview>>>,
    revision: RwSignal<u32>,
    /// The room that the picture has now, and those that it would have with and without the bar above it.
    room: RwSignal<Room>,
    rooms: RwSignal<Rooms>,
    too_large: RwSignal<bool>,
    /// Whether the worker has been at it for so long that the page says so.
    in_progress: RwSignal<bool>,
    patience: Timer,
    /// Whether the rules could not be loaded.
    has_no_rules: RwSignal<bool>,
}

impl Document {
    pub(super) fn new(comparing: Comparing) -> Self {
        Self {
            comparing,
            snapshot: RwSignal::new(Arc::new(Snapshot::nothing())),
            preview: RwSignal::new(None),
            revision: RwSignal::new(0),
            room: RwSignal::new(Room::default()),
            rooms: RwSignal::new(Rooms::default()),
            too_large: RwSignal::new(false),
            in_progress: RwSignal::new(false),
            patience: Timer::new(),
            has_no_rules: RwSignal::new(false),
        }
    }

    /// Analyses `text` and has every pane updated; while somebody types, the picture keeps in place what it shows. The
    /// page is up to date when `revision` has grown. Of a large text, `filter` says what is drawn.
    pub(crate) fn analyse(self, text: String, typed: bool, filter: &ViewFilter) {
        self.too_large.set(text.len() > MAX_BYTES);
        let text = if text.len() > MAX_BYTES { String::new() } else { text };
        if is_large(&text) || self.has_much_to_compare(&text) {
            self.analyse_elsewhere(text, typed, filter);
            return;
        }
        self.forget_question();
        // The picture does not wait for the rules; a comparison has to.
        let checks = rules::are_there() || self.comparing.now().is_some();
        let analysis = if checks { bundle::analyse(&text) } else { bundle::read(&text) };
        let snapshot = Snapshot::new(analysis, self.room.get_untracked());
        let mut snapshot = self.compared(snapshot);
        if typed {
            snapshot = snapshot.with_previous(self.base().scene());
        }
        editor::analysed();
        self.preview.set(None);
        self.show(Arc::new(snapshot), editor::drawn);
    }

    /// Has the rules look at the text that is shown, unless they have done so.
    pub(crate) fn check(self) {
        self.has_no_rules.set(false);
        let shown = self.now();
        if !shown.is_checked() {
            self.show(Arc::new(shown.checked()), || {});
        }
    }

    /// The same, waiting for the rules if need be; whether they could be had.
    pub(crate) fn check_now(self) -> bool {
        let can_check = self.now().is_checked() || rules::bring();
        if can_check {
            self.check();
        }
        can_check
    }

    /// Says that the rules could not be loaded, or that they are on their way again.
    pub(super) fn has_no_rules(self, has_none: bool) {
        self.has_no_rules.set(has_none);
    }

    /// Compares the present text with what it is to be compared with now, or with nothing any more.
    pub(super) fn compare_anew(self, filter: &ViewFilter) {
        self.check();
        let shown = self.now();
        if self.has_much_to_compare(shown.analysis.text()) {
            self.draw_elsewhere(false, filter);
        } else {
            let (former, first) = self.compared_with();
            self.show(Arc::new(shown.compared_with(former, first)), || {});
        }
    }

    /// Whether the comparison is one for the worker.
    fn has_much_to_compare(self, text: &str) -> bool {
        let is_large = |former: Arc<Former>| {
            is_large_to_compare(text) || is_large_to_compare(former.analysis.text())
        };
        self.comparing.now().is_some_and(is_large)
    }

    /// What the text is to be compared with, and whether the sync is the first one.
    fn compared_with(self) -> (Option<Arc<Former>>, bool) {
        (self.comparing.now(), self.comparing.first.get_untracked())
    }

    /// A snapshot of this thread, compared with what it is to be compared with.
    fn compared(self, snapshot: Snapshot) -> Snapshot {
        match self.compared_with() {
            (None, _) => snapshot,
            (former, first) => snapshot.compared_with(former, first),
        }
    }

    /// The same in the worker. How much room there is for the first picture is known when the page is laid out.
    fn analyse_elsewhere(self, text: String, typed: bool, filter: &ViewFilter) {
        self.wait();
        let filter = filter.clone();
        platform::once_laid_out(move || self.ask(text, typed, &filter));
    }

    fn ask(self, text: String, typed: bool, filter: &ViewFilter) {
        if !self.is_waiting() {
            return;
        }
        engine::ask(self.question(text, typed, filter), move |text, outcome| {
            self.stop_waiting();
            editor::analysed();
            self.preview.set(None);
            self.show(Arc::new(Snapshot::remote(text, outcome)), editor::drawn);
        });
    }

    /// Has the worker draw the text of the present snapshot anew; a newer text takes precedence.
    pub(super) fn draw_elsewhere(self, typed: bool, filter: &ViewFilter) {
        if self.is_waiting() {
            return;
        }
        let base = self.base();
        let text = base.analysis.bundle();
        self.wait();
        engine::ask(self.question(text, typed, filter), move |_, outcome| {
            self.stop_waiting();
            self.show(Arc::new(base.redrawn(outcome)), || {});
        });
    }

    fn question(self, text: String, typed: bool, filter: &ViewFilter) -> Question {
        Question {
            text,
            typed,
            filter: filter.clone(),
            rooms: self.rooms.get_untracked(),
            former: self.comparing.now().map(|former| former.analysis.bundle()),
            wanted: untrack(|| self.comparing.wanted()),
        }
    }

    fn wait(self) {
        self.patience.restart(PATIENCE, move || self.in_progress.set(true));
    }

    fn is_waiting(self) -> bool {
        self.patience.is_waiting() || self.in_progress.get_untracked()
    }

    fn stop_waiting(self) {
        self.patience.stop();
        self.in_progress.set(false);
    }

    fn forget_question(self) {
        engine::forget();
        self.stop_waiting();
    }

    /// Lays the picture out by the text alone, after one in which things were kept in place. A what-if preview is left
    /// alone. With a view filter on, the part that is drawn may move even where the whole does not.
    pub(crate) fn relayout(self, filter: &ViewFilter) {
        let shown = self.now();
        if self.preview_now().is_some() || !shown.is_stable() {
            return;
        }
        if shown.drawing().is_some() {
            self.draw_elsewhere(false, filter);
        } else if !filter.is_everything() || shown.scene() != shown.pure_scene() {
            self.show(Arc::new(shown.relayout()), || {});
        }
    }

    /// The picture of the same snapshot has changed.
    pub(super) fn redrawn(self) {
        self.count_revision(|| {});
    }

    /// The picture has, or could have, other rooms now.
    pub(crate) fn fit_into_either(self, room: Room, rooms: Rooms) {
        if rooms != self.rooms.get_untracked() {
            self.rooms.set(rooms);
        }
        self.fit_into(room);
    }

    /// The picture has other room now: it is laid out for that. A what-if preview keeps its form until it goes.
    pub(crate) fn fit_into(self, room: Room) {
        if room == self.room.get_untracked() {
            return;
        }
        self.room.set(room);
        let shown = self.now();
        // What the worker has drawn, it draws anew.
        if self.preview_now().is_none() && shown.drawing().is_none() {
            self.show(Arc::new(shown.in_room(room)), || {});
        }
    }

    /// Draws by the page's own thread what the worker has drawn: paper does not wait for an answer. The snapshot that the
    /// screen showed; `None` where the worker has drawn nothing, or where there is too much for this thread.
    pub(crate) fn draw_here(self) -> Option<Arc<Snapshot>> {
        let shown = self.now();
        if shown.drawing().is_none() || shown.is_huge() {
            return None;
        }
        self.show(Arc::new(self.compared(shown.drawn_here())), || {});
        Some(shown)
    }

    /// Shows again what the worker had drawn, unless something newer is shown.
    pub(crate) fn show_again(self, before: Arc<Snapshot>) {
        let shown = self.now();
        if shown.drawing().is_none() && Arc::ptr_eq(&shown.analysis, &before.analysis) {
            self.show(before, || {});
        }
    }

    /// The rooms that there are for the picture; a reader is woken by others.
    pub(super) fn rooms(self) -> Rooms {
        self.rooms.get()
    }

    /// Shows a snapshot; `drawn` is called when the page is up to date.
    fn show(self, snapshot: Arc<Snapshot>, drawn: fn()) {
        self.snapshot.set(snapshot);
        self.count_revision(drawn);
    }

    fn count_revision(self, drawn: fn()) {
        spawn_local(async move {
            // One round of the executor runs every effect that the new snapshot has woken, a second one those that
            // they have woken in turn.
            tick().await;
            tick().await;
            self.revision.update(|revision| *revision += 1);
            tick().await;
            drawn();
        });
    }

    /// Shows the state after a change that is not in the text.
    pub(crate) fn show_preview(self, answer: WhatIf) {
        self.check();
        let (preview, snapshot) = WhatIfPreview::new(self.base(), answer);
        let is_local = !self.has_much_to_compare(snapshot.analysis.text());
        let snapshot = if is_local { self.compared(snapshot) } else { snapshot };
        self.preview.set(Some(Arc::new(preview)));
        self.show(Arc::new(snapshot), || {});
    }

    /// Goes back to the text as it is; the preview that was shown, if there was one.
    pub(crate) fn drop_preview(self) -> Option<Arc<WhatIfPreview>> {
        let preview = self.preview_now()?;
        self.preview.set(None);
        let (base, room) = (preview.base(), self.room.get_untracked());
        let is_same = base.room() == room;
        let base = if is_same { Arc::clone(base) } else { Arc::new(base.in_room(room)) };
        self.show(base, || {});
        Some(preview)
    }

    /// The what-if preview that is shown; a reader is woken by changes.
    pub(crate) fn preview(self) -> Option<Arc<WhatIfPreview>> {
        self.preview.get()
    }

    /// The same for an event handler.
    pub(crate) fn preview_now(self) -> Option<Arc<WhatIfPreview>> {
        self.preview.get_untracked()
    }

    /// The snapshot of the text as it is, whatever preview is shown.
    pub(crate) fn base(self) -> Arc<Snapshot> {
        self.preview_now().map_or_else(|| self.now(), |preview| Arc::clone(preview.base()))
    }

    /// The present snapshot; a reader is woken by the next one.
    pub(crate) fn get(self) -> Arc<Snapshot> {
        self.snapshot.get()
    }

    /// The present snapshot for an event handler.
    pub(crate) fn now(self) -> Arc<Snapshot> {
        self.snapshot.get_untracked()
    }

    /// How many snapshots have been drawn; `None` while the rules are still to mark what is drawn.
    pub(crate) fn revision(self) -> Option<u32> {
        let is_complete = self.get().is_checked() || self.is_without_rules();
        let revision = self.revision.get();
        is_complete.then_some(revision)
    }

    /// Whether the rules could not be loaded; a reader is woken by a change.
    pub(crate) fn is_without_rules(self) -> bool {
        self.has_no_rules.get()
    }

    /// Whether the text is larger than what is analysed.
    pub(crate) fn is_too_large(self) -> bool {
        self.too_large.get()
    }

    /// Whether an analysis takes long.
    pub(crate) fn is_in_progress(self) -> bool {
        self.in_progress.get()
    }
}
