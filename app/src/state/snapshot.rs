//! What one text yields, ready to be shown.

use std::sync::{Arc, OnceLock};

use blueprint_lens_core::analysis::{Analysis, Summary};
use blueprint_lens_core::diagnostics::Diagnostic;
use blueprint_lens_core::markup::Html;
use blueprint_lens_core::scene::{Room, Scene, View, ViewFilter};
use blueprint_lens_core::text::Span;

use super::compared::Compared;
use super::former::Former;
use super::lazy_analysis::LazyAnalysis;
use super::row::Row;
use crate::engine::{Comparison, Drawable, Drawing, Outcome, PlanView, Wanted, bundle, steps};

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
    /// Whether the rules have looked at it; before that, nothing is known of problems.
    is_checked: bool,
    /// The room that its picture is drawn for.
    room: Room,
    /// The picture of the text alone, drawn when it is first asked for.
    pure_scene: Arc<OnceLock<Scene>>,
    /// The picture in which everything shown before is kept in place, while somebody types.
    stable_scene: Option<Arc<Scene>>,
    /// What it is compared with, unless the worker does that.
    compared: Option<Arc<Compared>>,
    /// What the worker has made of a large text.
    remote: Option<Arc<Remote>>,
}

/// What the worker hands over beside the counts.
struct Remote {
    diagnostics: Vec<Diagnostic>,
    declarations: Vec<(Span, String)>,
    drawing: Drawing,
    wanted: Wanted,
    plan: Option<PlanView>,
    steps: Option<Html>,
    /// The comparison made once more on this thread, when somebody asks for more of it than the worker has handed over.
    comparison: OnceLock<Comparison>,
}

impl Snapshot {
    /// Of no text, in which nothing is found.
    pub(super) fn nothing() -> Self {
        Self { is_checked: true, ..Self::new(Analysis::unchecked(""), Room::default()) }
    }

    /// The picture is that of the text alone.
    pub(super) fn new(analysis: Analysis, room: Room) -> Self {
        let is_checked = analysis.found().is_some();
        let rows = Row::all(analysis.diagnostics()).into();
        let summary = analysis.summary();
        let (analysis, pure_scene) = (Arc::new(analysis.into()), Arc::default());
        Self {
            analysis,
            rows,
            summary,
            is_checked,
            room,
            pure_scene,
            stable_scene: None,
            compared: None,
            remote: None,
        }
    }

    /// The same with what the rules find in it.
    pub(super) fn checked(&self) -> Self {
        let checked = Self::new(bundle::checked(Analysis::clone(&self.analysis)), self.room);
        if self.is_stable() { checked.with_previous(self.scene()) } else { checked }
    }

    /// Whether the rules have looked at it.
    pub(crate) fn is_checked(&self) -> bool {
        self.is_checked
    }

    /// The same compared with a version, or with none; with `first`, the sync is the first one.
    pub(super) fn compared_with(&self, former: Option<Arc<Former>>, first: bool) -> Self {
        let compare = |former| Arc::new(Compared::new(former, &self.analysis, first));
        let compared = former.map(compare);
        Self { compared, pure_scene: Arc::default(), stable_scene: None, ..self.clone() }
    }

    /// What the worker has made of `text`.
    pub(super) fn remote(text: String, outcome: Outcome) -> Self {
        let (summary, rows) = (outcome.summary, Row::all(&outcome.diagnostics).into());
        let remote = Remote::new(outcome);
        Self {
            analysis: Arc::new(LazyAnalysis::later(text)),
            rows,
            summary,
            is_checked: true,
            room: remote.drawing.room,
            pure_scene: Arc::default(),
            stable_scene: None,
            compared: None,
            remote: Some(Arc::new(remote)),
        }
    }

    /// The same with everything that `previous` shows kept in place.
    pub(super) fn with_previous(self, previous: &Scene) -> Self {
        let view = View { room: self.room, previous: Some(previous) };
        let scene = self.drawable().scene(None, &ViewFilter::default(), view);
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
        let remote = Remote::new(outcome);
        let room = remote.drawing.room;
        Self { room, compared: None, remote: Some(Arc::new(remote)), ..self.clone() }
    }

    /// The same to be drawn by the page's own thread, with all of its problems, whatever the worker has made of it.
    pub(super) fn drawn_here(&self) -> Self {
        let rows = Row::all(self.analysis.diagnostics()).into();
        let pure_scene = Arc::default();
        Self { rows, pure_scene, stable_scene: None, compared: None, remote: None, ..self.clone() }
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
        self.pure_scene.get_or_init(|| {
            let view = View { room: self.room, previous: None };
            self.drawable().scene(None, &ViewFilter::default(), view)
        })
    }

    /// What its picture is made of, where the worker does not draw it.
    pub(crate) fn drawable(&self) -> Drawable<'_> {
        let comparison = self.compared.as_ref().map(|compared| &compared.comparison);
        Drawable { text: &self.analysis, comparison }
    }

    /// Whether it is compared with what is wanted, or not at all when nothing is.
    pub(super) fn is_compared_as(&self, wanted: &Wanted) -> bool {
        let asked = match (&self.remote, &self.compared) {
            (Some(remote), _) => {
                remote.wanted.former.as_deref().map(|id| (id, remote.wanted.first))
            }
            (None, Some(compared)) => Some(compared.asked()),
            (None, None) => None,
        };
        asked == wanted.former.as_deref().map(|id| (id, wanted.first))
    }

    /// Whether the steps are there, where they are wanted of the worker.
    pub(super) fn has_steps_for(&self, wanted: &Wanted) -> bool {
        !wanted.steps || self.remote.as_ref().is_none_or(|remote| remote.steps.is_some())
    }

    /// What the next sync does, where the text is compared.
    pub(crate) fn plan(&self) -> Option<&PlanView> {
        match &self.remote {
            Some(remote) => remote.plan.as_ref(),
            None => self.compared.as_ref().map(|compared| compared.plan(&self.analysis)),
        }
    }

    /// The comparison with `former`; `None` where it is not the one that is shown.
    pub(crate) fn comparison_with(&self, former: &Former) -> Option<&Comparison> {
        if let Some(compared) = &self.compared {
            return (compared.asked().0 == former.id).then_some(&compared.comparison);
        }
        let remote = self.remote.as_ref()?;
        let is_shown = remote.wanted.former.as_ref() == Some(&former.id);
        let made = || Comparison::new(&former.analysis, &self.analysis, remote.wanted.first);
        is_shown.then(|| remote.comparison.get_or_init(made))
    }

    /// The hand work around a deploy, as HTML: what is new since `former`, or all of it; `None` while the worker is asked.
    pub(crate) fn steps(&self, former: Option<&Former>) -> Option<Html> {
        match &self.remote {
            Some(remote) => remote.steps.clone(),
            None => Some(steps(former.map(|former| &*former.analysis), &self.analysis)),
        }
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
        let fold =
            || self.drawable().with_folds(&ViewFilter::default(), self.room).folded.is_some();
        self.drawing().map_or_else(fold, |drawing| drawing.folds_by_itself)
    }

    /// The filter with the boxes that the size of the network asks for.
    pub(crate) fn with_folds(&self, filter: &ViewFilter) -> ViewFilter {
        let drawn = self.drawing().filter(|drawing| drawing.filter == *filter);
        drawn.map_or_else(
            || self.drawable().with_folds(filter, self.room),
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

impl Remote {
    fn new(outcome: Outcome) -> Self {
        let Outcome { diagnostics, declarations, drawing, wanted, plan, steps, .. } = outcome;
        let comparison = OnceLock::new();
        Self { diagnostics, declarations, drawing, wanted, plan, steps, comparison }
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
    fn what_is_checked_later_is_what_is_analysed_at_once() {
        let text = "services:\n  - {type: web, name: a, runtime: node, plan: huge}\n";
        let new = |analysis| Snapshot::new(analysis, Room::default());
        let unchecked = new(Analysis::unchecked(text));
        assert!(!unchecked.is_checked() && unchecked.rows.is_empty());
        assert!(!unchecked.scene().summary.contains("error"), "{}", unchecked.scene().summary);
        let (checked, at_once) = (unchecked.checked(), new(Analysis::new(text)));
        assert!(checked.is_checked() && !checked.rows.is_empty());
        assert_eq!((&checked.rows, checked.scene()), (&at_once.rows, at_once.scene()));
        let typed = unchecked.with_previous(at_once.scene()).checked();
        assert!(typed.is_stable() && typed.is_checked());
    }

    #[test]
    fn nothing_is_found_in_nothing() {
        assert!(Analysis::new("").diagnostics().is_empty() && Snapshot::nothing().is_checked());
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
