//! The analysed text. The editor owns the text itself; this holds what the engine made of it.

use std::sync::Arc;

use blueprint_lens_core::analysis::{Analysis, MAX_BYTES};
use blueprint_lens_core::what_if::WhatIf;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};

use super::Trial;
use crate::editor::{bridge, findings};
use crate::problems::Row;

/// What one text yields, ready to be shown.
pub(crate) struct Snapshot {
    /// The engine's result.
    pub(crate) analysis: Analysis,
    /// Its problems, row by row.
    pub(crate) rows: Vec<Arc<Row>>,
    /// Whether what was shown before is kept in place.
    pub(crate) held: bool,
}

impl Snapshot {
    pub(super) fn new(analysis: Analysis) -> Self {
        let rows = Row::all(&analysis);
        Self { analysis, rows, held: false }
    }

    /// Whether there is nothing to draw.
    pub(crate) fn is_empty(&self) -> bool {
        self.analysis.network().graph().node_count() == 0
    }
}

/// The present snapshot and how often it was drawn.
#[derive(Clone, Copy)]
pub(crate) struct Document {
    snapshot: RwSignal<Arc<Snapshot>>,
    trial: RwSignal<Option<Arc<Trial>>>,
    revision: RwSignal<u32>,
    too_large: RwSignal<bool>,
}

impl Document {
    pub(super) fn new() -> Self {
        Self {
            snapshot: RwSignal::new(Arc::new(Snapshot::new(Analysis::new("")))),
            trial: RwSignal::new(None),
            revision: RwSignal::new(0),
            too_large: RwSignal::new(false),
        }
    }

    /// Analyses `text` and has every pane updated; a picture that is being typed keeps what it shows in place. The
    /// page is up to date when `revision` has grown.
    pub(crate) fn analyse(self, text: &str, typed: bool) {
        self.too_large.set(text.len() > MAX_BYTES);
        let mut analysis = Analysis::new(if text.len() > MAX_BYTES { "" } else { text });
        if typed {
            analysis = analysis.with_previous(self.base().analysis.scene());
        }
        bridge::analysed();
        findings::show(&analysis);
        self.trial.set(None);
        let snapshot = Snapshot { held: typed, ..Snapshot::new(analysis) };
        self.show(Arc::new(snapshot), bridge::drawn);
    }

    /// Shows the picture of the text alone, after one that was kept in place. What is tried out is left alone; where only
    /// a `part` of the picture is shown, that part may move though the whole does not.
    pub(crate) fn settle(self, part: bool) {
        if self.trial_now().is_some() {
            return;
        }
        let shown = self.now();
        let settled = shown.analysis.relayout();
        if (part && shown.held) || settled.scene() != shown.analysis.scene() {
            self.show(Arc::new(Snapshot::new(settled)), || {});
        }
    }

    /// Shows a snapshot; `drawn` is called when the page is up to date.
    fn show(self, snapshot: Arc<Snapshot>, drawn: fn()) {
        self.snapshot.set(snapshot);
        self.announce(drawn);
    }

    /// The picture of the same snapshot has changed.
    pub(crate) fn redrawn(self) {
        self.announce(|| {});
    }

    fn announce(self, drawn: fn()) {
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
    pub(crate) fn try_out(self, answer: WhatIf) {
        let (trial, snapshot) = Trial::new(self.base(), answer);
        self.trial.set(Some(Arc::new(trial)));
        self.show(Arc::new(snapshot), || {});
    }

    /// Goes back to the text as it is; what was tried out, if anything was.
    pub(crate) fn drop_trial(self) -> Option<Arc<Trial>> {
        let trial = self.trial_now()?;
        self.trial.set(None);
        self.show(Arc::clone(&trial.base), || {});
        Some(trial)
    }

    /// What is tried out; a reader is woken by changes.
    pub(crate) fn trial(self) -> Option<Arc<Trial>> {
        self.trial.get()
    }

    /// The same for an event handler.
    pub(crate) fn trial_now(self) -> Option<Arc<Trial>> {
        self.trial.get_untracked()
    }

    /// The snapshot of the text as it is, whatever is tried out.
    pub(crate) fn base(self) -> Arc<Snapshot> {
        self.trial_now().map_or_else(|| self.now(), |trial| Arc::clone(&trial.base))
    }

    /// The present snapshot; a reader is woken by the next one.
    pub(crate) fn get(self) -> Arc<Snapshot> {
        self.snapshot.get()
    }

    /// The present snapshot for an event handler.
    pub(crate) fn now(self) -> Arc<Snapshot> {
        self.snapshot.get_untracked()
    }

    /// How many snapshots have been drawn.
    pub(crate) fn revision(self) -> u32 {
        self.revision.get()
    }

    /// Whether the text is larger than what is analysed.
    pub(crate) fn is_too_large(self) -> bool {
        self.too_large.get()
    }
}
