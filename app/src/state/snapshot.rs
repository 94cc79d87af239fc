//! What one text yields, ready to be shown.

use std::sync::Arc;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::scene::Scene;

use super::row::Row;

/// The analysis of a text, its problems and its picture.
#[derive(Clone)]
pub(crate) struct Snapshot {
    /// The engine's result.
    pub(crate) analysis: Arc<Analysis>,
    /// Its problems, row by row.
    pub(crate) rows: Arc<[Arc<Row>]>,
    /// The picture in which everything shown before is kept in place, while somebody types.
    stable_scene: Option<Arc<Scene>>,
}

impl Snapshot {
    /// The picture is that of the text alone.
    pub(super) fn new(analysis: Analysis) -> Self {
        let rows = Row::all(&analysis).into();
        Self { analysis: Arc::new(analysis), rows, stable_scene: None }
    }

    /// The same with everything that `previous` shows kept in place.
    pub(super) fn with_previous(self, previous: &Scene) -> Self {
        let scene = self.analysis.scene_with_previous(previous);
        Self { stable_scene: Some(Arc::new(scene)), ..self }
    }

    /// The same with the picture of the text alone; nothing is analysed again.
    pub(super) fn relayout(&self) -> Self {
        Self { stable_scene: None, ..self.clone() }
    }

    /// The whole picture.
    pub(crate) fn scene(&self) -> &Scene {
        self.stable_scene.as_deref().unwrap_or_else(|| self.analysis.scene())
    }

    /// Whether the picture keeps in place what was shown before.
    pub(crate) fn is_stable(&self) -> bool {
        self.stable_scene.is_some()
    }

    /// Whether there is nothing to draw.
    pub(crate) fn is_empty(&self) -> bool {
        self.analysis.network().graph().node_count() == 0
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
        let before = Snapshot::new(Analysis::new(&text("oregon")));
        let typed = Snapshot::new(Analysis::new(&text("ohio"))).with_previous(before.scene());
        assert!(typed.is_stable() && !before.is_stable());
        let settled = typed.relayout();
        assert!(Arc::ptr_eq(&typed.analysis, &settled.analysis));
        assert!(!settled.is_stable());
        assert_eq!(settled.scene(), Analysis::new(&text("ohio")).scene());
    }
}
