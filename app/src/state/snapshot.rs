//! What one text yields, ready to be shown.

use std::sync::{Arc, OnceLock};

use blueprint_lens_core::analysis::{Analysis, Summary};
use blueprint_lens_core::diagnostics::Diagnostic;
use blueprint_lens_core::scene::{Room, Scene, ViewFilter};
use blueprint_lens_core::text::Span;

use super::lazy_analysis::LazyAnalysis;
use super::row::Row;
use crate::engine::{Drawing, Outcome};

/// With more resources than this, what only the whole analysis knows is not looked up on the page's thread.
const HUGE: usize = 1000;

/// The analysis of a text, its problems and its picture.
#[derive(Clone)]
pub(crate) struct Snapshot {
    /// The engine's result. What this snapshot says by itself needs none of it.
    pub(crate) analysis: Arc<LazyAnalysis>,
    /// Its problems, row by row.
    pub(crate) rows: Arc<[Arc<Row>]>,
    /// Its counts.
    pub(crate) summary: Summary,
    /// The room that its picture is drawn for.
    room: Room,
    /// The picture of the text alone, drawn when it is first asked for.
    pure_scene: Arc<OnceLock<Scene>>,
    /// The picture in which everything shown before is kept in place, while somebody types.
    stable_scene: Option<Arc<Scene>>,
    /// What the worker has made of a large text.
    remote: Option<Arc<Remote>>,
}

/// What the worker hands over beside the counts.
struct Remote {
    diagnostics: Vec<Diagnostic>,
    declarations: Vec<(Span, String)>,
    drawing: Drawing,
}

impl Snapshot {
    /// The picture is that of the text alone.
    pub(super) fn new(analysis: Analysis, room: Room) -> Self {
        let rows = Row::all(analysis.diagnostics()).into();
        let summary = analysis.summary();
        let (analysis, pure_scene) = (Arc::new(analysis.into()), Arc::default());
        Self { analysis, rows, summary, room, pure_scene, stable_scene: None, remote: None }
    }

    /// What the worker has made of `text`.
    pub(super) fn remote(text: String, outcome: Outcome) -> Self {
        let Outcome { summary, diagnostics, declarations, drawing } = outcome;
        Self {
            analysis: Arc::new(LazyAnalysis::later(text)),
            rows: Row::all(&diagnostics).into(),
            summary,
            room: drawing.room,
            pure_scene: Arc::default(),
            stable_scene: None,
            remote: Some(Arc::new(Remote { diagnostics, declarations, drawing })),
        }
    }

    /// The same with everything that `previous` shows kept in place.
    pub(super) fn with_previous(self, previous: &Scene) -> Self {
        let scene = self.analysis.scene_with_previous(self.room, previous);
        Self { stable_scene: Some(Arc::new(scene)), ..self }
    }

    /// The same with the picture of the text alone; nothing is analysed again.
    pub(super) fn relayout(&self) -> Self {
        Self { stable_scene: None, ..self.clone() }
    }

    /// The same with the picture of the text alone for another room; nothing is analysed again.
    pub(super) fn in_room(&self, room: Room) -> Self {
        Self { room, pure_scene: Arc::default(), stable_scene: None, ..self.clone() }
    }

    /// The same with what the worker has drawn anew of the same text.
    pub(super) fn redrawn(&self, outcome: Outcome) -> Self {
        let Outcome { diagnostics, declarations, drawing, .. } = outcome;
        let room = drawing.room;
        let remote = Some(Arc::new(Remote { diagnostics, declarations, drawing }));
        Self { room, remote, ..self.clone() }
    }

    /// The room that its picture is drawn for.
    pub(crate) fn room(&self) -> Room {
        self.room
    }

    /// The whole picture, or what the worker has drawn.
    pub(crate) fn scene(&self) -> &Scene {
        match self.drawing() {
            Some(drawing) => &drawing.scene,
            None => self.stable_scene.as_deref().unwrap_or_else(|| self.pure_scene()),
        }
    }

    /// The whole picture as the text alone makes it.
    pub(crate) fn pure_scene(&self) -> &Scene {
        self.pure_scene.get_or_init(|| self.analysis.scene_in(self.room))
    }

    /// What the worker has drawn; `None` for a text that the page's own thread analyses.
    pub(crate) fn drawing(&self) -> Option<&Drawing> {
        self.remote.as_ref().map(|remote| &remote.drawing)
    }

    /// How many nodes there would be to draw, where that is too much.
    pub(crate) fn undrawn(&self) -> Option<usize> {
        self.drawing().and_then(|drawing| drawing.undrawn)
    }

    /// Whether there is so much that only the worker looks at all of it.
    pub(crate) fn is_huge(&self) -> bool {
        self.summary.resources > HUGE
    }

    /// Whether the picture is folded unless the visitor says otherwise.
    pub(crate) fn folds_by_itself(&self) -> bool {
        let fold = || self.analysis.with_folds(&ViewFilter::default()).folded.is_some();
        self.drawing().map_or_else(fold, |drawing| drawing.folds_by_itself)
    }

    /// The filter with the boxes that the size of the network asks for.
    pub(crate) fn with_folds(&self, filter: &ViewFilter) -> ViewFilter {
        let drawn = self.drawing().filter(|drawing| drawing.filter == *filter);
        drawn.map_or_else(
            || self.analysis.with_folds(filter),
            |drawing| ViewFilter { folded: drawing.folded.clone(), ..filter.clone() },
        )
    }

    /// What was found, in source order; of very many findings, the worst.
    pub(crate) fn diagnostics(&self) -> &[Diagnostic] {
        self.remote
            .as_ref()
            .map_or_else(|| self.analysis.diagnostics(), |remote| &remote.diagnostics)
    }

    /// The id of the innermost declaration around a byte offset.
    pub(crate) fn declaration_at(&self, offset: usize) -> Option<&str> {
        let is_around = |span: Span| span.touches(offset);
        if let Some(remote) = &self.remote {
            let around = remote.declarations.iter().filter(|(span, _)| is_around(*span));
            return around.min_by_key(|(span, _)| span.len()).map(|(_, id)| id.as_str());
        }
        let extents =
            self.analysis.network().nodes().filter_map(|(_, node)| node.extent.zip(Some(node)));
        let around = extents.filter(|(extent, _)| is_around(*extent));
        around.min_by_key(|(extent, _)| extent.len()).map(|(_, node)| node.id.as_str())
    }

    /// Whether the picture keeps in place what was shown before.
    pub(crate) fn is_stable(&self) -> bool {
        self.drawing().map_or(self.stable_scene.is_some(), |drawing| drawing.is_stable)
    }

    /// Whether there is nothing to draw.
    pub(crate) fn is_empty(&self) -> bool {
        match self.drawing() {
            Some(drawing) => drawing.scene.nodes.is_empty() && drawing.undrawn.is_none(),
            None => self.analysis.network().graph().node_count() == 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relayout_shares_the_analysis_and_draws_the_text_alone() {
        let text = |region: &str| {
            format!(
                "services:\n  - {{type: web, name: a, runtime: node, region: {region}}}\n  - {{type: pserv, name: b, runtime: node}}\n"
            )
        };
        let new = |text: &str| Snapshot::new(Analysis::new(text), Room::default());
        let before = new(&text("oregon"));
        let typed = new(&text("ohio")).with_previous(before.scene());
        assert!(typed.is_stable() && !before.is_stable());
        let settled = typed.relayout();
        assert!(Arc::ptr_eq(&typed.analysis, &settled.analysis));
        assert!(!settled.is_stable());
        assert_eq!(settled.scene(), Analysis::new(&text("ohio")).scene());
    }

    #[test]
    fn another_room_shares_the_analysis_and_has_a_picture_of_its_own() {
        let text = "services:\n  - {type: web, name: a, runtime: node}\ndatabases:\n  - name: b\n";
        let wide = Snapshot::new(Analysis::new(text), Room { width: 900.0, height: 400.0 });
        let room = Room { width: 320.0, height: Room::OPEN };
        let narrow = wide.in_room(room);
        assert!(Arc::ptr_eq(&wide.analysis, &narrow.analysis));
        assert!(narrow.scene().size.width < wide.scene().size.width);
        assert_eq!(*narrow.scene(), Analysis::new(text).scene_in(room));
    }

    #[test]
    fn the_cursor_is_in_the_declaration_around_it() {
        let text = "services:\n  - type: web\n    name: api\n  - type: worker\n    name: jobs\n";
        let snapshot = Snapshot::new(Analysis::new(text), Room::default());
        let at = |needle: &str| snapshot.declaration_at(text.find(needle).unwrap());
        assert_eq!(at("api"), Some("web:api"));
        assert_eq!(at("worker"), Some("worker:jobs"));
        assert_eq!(at("services"), None);
    }
}
