//! Walking the picture by keyboard: `core` knows where a step leads, this moves the focus there and says where that is.

use blueprint_lens_core::html::Places;
use blueprint_lens_core::markup::Html;
use blueprint_lens_core::scene::outline::{Item, Outline, Place, Step, Walk};
use blueprint_lens_core::scene::{Point, Rect, Scene};
use blueprint_lens_core::wording::sentence::{capitalised, sentence};
use leptos::html;
use leptos::prelude::*;

use super::elements::selector_of;
use super::path::Path;
use super::whereabouts::whereabouts;
use crate::platform;
use crate::state::{AppState, Target, unchecked_words};

/// Who walks the picture.
#[derive(Clone, Copy)]
pub(super) struct Walker {
    state: AppState,
    /// The picture's pane.
    root: NodeRef<html::Div>,
    walk: StoredValue<Walk>,
    /// The nodes of the group that holds the focus.
    group: RwSignal<Option<Vec<String>>>,
    /// The key of the problem that was said last.
    problem: StoredValue<Option<String>>,
}

impl Walker {
    pub(super) fn new(state: AppState, root: NodeRef<html::Div>) -> Self {
        Self {
            state,
            root,
            walk: StoredValue::new(Walk::default()),
            group: RwSignal::new(None),
            problem: StoredValue::new(None),
        }
    }

    /// What lights up while a group holds the focus.
    pub(super) fn lit(self) -> Option<Path> {
        let group = self.group.read();
        Some(Path::among(self.state.picture.get().scene(), group.as_ref()?))
    }

    /// The focus has come to an item of the picture, or left what it was on.
    pub(super) fn focused(self, target: Option<&Target>) {
        self.group.set(None);
        if let Some(target) = target {
            let picture = self.state.picture.now();
            self.walk.update_value(|walk| walk.jump(picture.scene(), &item_of(target)));
        }
    }

    /// Takes a step, and says where that led.
    pub(super) fn step(self, step: Step) {
        let picture = self.state.picture.now();
        let scene = picture.scene();
        let before = self.walk.with_value(Walk::grouping);
        let led = self.walk.try_update_value(|walk| walk.step(scene, step)) == Some(true);
        let walk = self.walk.get_value();
        let Some(place) = walk.place().filter(|_| led) else {
            return self.state.announcer.announce(step.leads_nowhere());
        };
        let outline = Outline::new(scene, walk.grouping());
        self.go_to(&outline, place);
        let position = outline.position(place);
        self.state.announcer.announce(if walk.grouping() == before {
            position
        } else {
            format!("Grouped by {}. {position}", walk.grouping().word())
        });
    }

    /// Answers "where am I".
    pub(super) fn say_where(self) {
        let picture = self.state.picture.now();
        let walk = self.walk.get_value();
        let outline = Outline::new(picture.scene(), walk.grouping());
        let place = walk.place().cloned().unwrap_or_else(|| outline.entrance());
        self.state.announcer.announce(whereabouts(&picture, &outline, &place));
    }

    /// Goes to the next problem, or to the one before, and says it.
    pub(super) fn to_problem(self, forward: bool) {
        let picture = self.state.picture.now();
        let rows = &picture.snapshot.rows;
        if let Some(words) = untrack(|| unchecked_words(self.state.document)) {
            return self.state.announcer.announce(words);
        }
        if rows.is_empty() {
            return self.state.announcer.announce("No problems");
        }
        let last = self.problem.get_value();
        let here = rows.iter().position(|row| Some(&row.key) == last.as_ref());
        let next = match (here, forward) {
            (None, true) => 0,
            (None, false) => rows.len() - 1,
            (Some(here), true) => (here + 1) % rows.len(),
            (Some(here), false) => (here + rows.len() - 1) % rows.len(),
        };
        let row = &rows[next];
        self.problem.set_value(Some(row.key.clone()));
        if let Some(root) = self.root.get_untracked() {
            self.state.selection.hover(None);
            // A connection that is drawn only when it is pointed at leaves the focus to its node.
            let mut targets = [&row.edge, &row.subject].into_iter().flatten();
            targets
                .any(|target| platform::focus_inside(&root, &selector_of(&picture.drawn(target))));
        }
        self.state.announcer.announce(format!(
            "{}, {}. {} {} {} of {}.",
            capitalised(row.severity.id()),
            Places::among(picture.snapshot.analysis.files()).words(row.span),
            sentence(&row.message),
            if row.help.is_empty() { String::new() } else { sentence(&row.help) },
            next + 1,
            rows.len()
        ));
    }

    /// Moves the focus. What has no element of its own in the picture, a group above all, gets one that shows its name.
    fn go_to(self, outline: &Outline<'_>, place: &Place) {
        self.state.selection.hover(None);
        let Some(root) = self.root.get_untracked() else { return };
        let target = match &place.item {
            Item::Group => None,
            Item::Node(id) => Some(Target::Node(id.clone())),
            Item::Edge { id, .. } => Some(Target::Edge(id.clone())),
        };
        if target.is_some_and(|target| platform::focus_inside(&root, &selector_of(&target))) {
            return;
        }
        let name = outline.name(place);
        let mut html = Html::new();
        let waypoint = html.element("p").attribute("tabindex", "-1").attribute("data-waypoint", "");
        // Screen readers leave the keys to an application; what it is for them says the other attribute.
        let waypoint = waypoint.attribute("role", "application");
        let is_group = place.item == Item::Group;
        let what = if is_group { "group" } else { "connection" };
        let waypoint = waypoint.attribute("aria-roledescription", what);
        waypoint.attribute("aria-label", &name).text(&name);
        if let Some(host) = platform::first_inside(&root, ".waypoints") {
            platform::set_html(&host, &html);
            platform::focus_inside(&host, "[data-waypoint]");
        }
        let members = outline.members(place).into_iter().map(ToOwned::to_owned).collect();
        self.group.set(is_group.then_some(members));
    }
}

/// Where the keyboard enters the picture.
pub(super) fn entrance(scene: &Scene) -> Option<Target> {
    match Outline::new(scene, Walk::default().grouping()).entrance().item {
        Item::Node(id) => Some(Target::Node(id)),
        Item::Group | Item::Edge { .. } => {
            scene.nodes.first().map(|node| Target::Node(node.id.clone()))
        }
    }
}

/// Whether the picture still holds `target`.
pub(super) fn contains(scene: &Scene, target: &Target) -> bool {
    bounds(scene, target).is_some()
}

/// The box around a node, or around the route of an edge.
pub(super) fn bounds(scene: &Scene, target: &Target) -> Option<Rect> {
    match target {
        Target::Node(id) => scene.nodes.iter().find(|node| node.id == *id).map(|node| node.rect),
        Target::Edge(id) => {
            let edge = scene.edges.iter().find(|edge| edge.id == *id)?;
            let at = |point: &Point| Rect::new(point.x, point.y, 0.0, 0.0);
            edge.route.iter().map(at).reduce(Rect::cover)
        }
    }
}

fn item_of(target: &Target) -> Item {
    match target {
        Target::Node(id) => Item::Node(id.clone()),
        // From which of its ends it is looked at is not known, and does not tell one edge from another.
        Target::Edge(id) => Item::Edge { id: id.clone(), of: String::new() },
    }
}

#[cfg(test)]
mod tests {
    use blueprint_lens_core::analysis::Analysis;

    use super::*;

    #[test]
    fn the_keyboard_enters_at_the_first_node_and_the_internet_is_not_it() {
        let text = "services:\n  - {type: pserv, name: auth, runtime: node}\n  - {type: web, name: api, runtime: node}\n";
        let analysis = Analysis::new(text);
        let scene = analysis.scene();
        assert_eq!(entrance(scene), Some(Target::Node("web:api".to_owned())));
        assert!(contains(scene, &Target::Node("pserv:auth".to_owned())));
        assert!(!contains(scene, &Target::Node("pserv:gone".to_owned())));
        assert_eq!(entrance(Analysis::new("").scene()), None);
    }
}
