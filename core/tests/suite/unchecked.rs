//! A text that is read before it is checked: the same network and the same picture, only without marks and counts.
#![expect(clippy::disallowed_methods, reason = "the tests read files, the crate does not")]

use std::path::Path;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::graph::Verdict;
use blueprint_lens_core::lint::Rule;
use blueprint_lens_core::rules;
use blueprint_lens_core::scene::{Room, Scene, View, ViewFilter};

use crate::{fixture, real};

/// The blocks of the pages of all rules, which show every finding.
fn texts() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules");
    let page = |rule: &Rule| std::fs::read_to_string(folder.join(format!("{}.md", rule.code)));
    let pages = rules::all().iter().map(|rule| page(rule).expect("every rule has a page"));
    let blocks = pages.flat_map(|page| fixture::blocks(&page));
    blocks
        .filter(|block| block.info == "yaml")
        .map(|block| fixture::strip(&block.content).0)
        .collect()
}

/// What a picture shows: its nodes, and its edges with what becomes of them.
fn shown(scene: &Scene) -> (Vec<&str>, Vec<(&str, Verdict)>) {
    let nodes = scene.nodes.iter().map(|node| node.id.as_str());
    let edges = scene.edges.iter().map(|edge| (edge.id.as_str(), edge.verdict));
    (nodes.collect(), edges.collect())
}

#[test]
fn what_is_checked_later_is_what_is_analysed_at_once() {
    for text in texts() {
        let (later, whole) = (Analysis::unchecked(&text).checked(), Analysis::new(&text));
        assert_eq!(later.diagnostics(), whole.diagnostics(), "{text}");
        assert_eq!(later.scene(), whole.scene(), "{text}");
    }
}

#[test]
fn an_unmarked_picture_shows_the_same_and_counts_no_mistakes() {
    let real = real::blueprints().unwrap_or_default();
    let real = real.into_iter().map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned());
    let mut marked = 0;
    let filter = ViewFilter { copied: true, ..ViewFilter::default() };
    for text in texts().into_iter().chain(real) {
        let room = Room { width: 700.0, height: Room::OPEN };
        let early = Analysis::unchecked(&text);
        let (unmarked, checked) = (early.scene_in(room), early.clone().checked());
        let whole = checked.scene_in(room);
        assert_eq!(shown(&unmarked), shown(&whole), "{text}");
        assert!(unmarked.nodes.iter().all(|node| node.severity.is_none()), "{text}");
        assert!(early.diagnostics().is_empty(), "{text}");
        let held = early.scene_with_previous(room, &unmarked);
        assert_eq!(held.summary, unmarked.summary, "{text}");
        let view = View { room, previous: None };
        let part = early.subgraph(&filter, view).map(|(_, scene)| scene.summary);
        assert!(part.is_none_or(|part| !part.ends_with(" warnings.")), "{text}");
        let counts = whole.summary.strip_prefix(&unmarked.summary);
        assert!(counts.is_some_and(|counts| counts.ends_with('.')), "{}", unmarked.summary);
        marked += usize::from(whole.nodes.iter().any(|node| node.severity.is_some()));
    }
    assert!(marked > 50, "{marked} of the pictures have marks");
}
