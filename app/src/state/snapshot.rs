//! What one text yields, ready to be shown.

use std::sync::{Arc, OnceLock};

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::scene::{Room, Scene};

use super::row::Row;

/// The analysis of a text, its problems and its picture.
#[derive(Clone)]
pub(crate) struct Snapshot {
    /// The engine's result.
    pub(crate) analysis: Arc<Analysis>,
    /// Its problems, row by row.
    pub(crate) rows: Arc<[Arc<Row>]>,
    /// The room that its picture is drawn for.
    room: Room,
    /// The picture of the text alone, drawn when it is first asked for.
    pure_scene: Arc<OnceLock<Scene>>,
    /// The picture in which everything shown before is kept in place, while somebody types.
    stable_scene: Option<Arc<Scene>>,
}

impl Snapshot {
    /// The picture is that of the text alone.
    pub(super) fn new(analysis: Analysis, room: Room) -> Self {
        let rows = Row::all(&analysis).into();
        let pure_scene = Arc::default();
        Self { analysis: Arc::new(analysis), rows, room, pure_scene, stable_scene: None }
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

    /// The room that its picture is drawn for.
    pub(crate) fn room(&self) -> Room {
        self.room
    }

    /// The whole picture.
    pub(crate) fn scene(&self) -> &Scene {
        self.stable_scene.as_deref().unwrap_or_else(|| self.pure_scene())
    }

    /// The whole picture as the text alone makes it.
    pub(crate) fn pure_scene(&self) -> &Scene {
        self.pure_scene.get_or_init(|| self.analysis.scene_in(self.room))
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
}
