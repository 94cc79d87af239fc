//! The worker's side: answers questions one after the other, and remembers the last text and picture.

use std::cell::RefCell;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diagnostics::Diagnostic;
use blueprint_lens_core::scene::{Scene, View, ViewFilter};
use blueprint_lens_core::text::Span;

use super::bundle;
use super::comparison::{Comparison, steps};
use super::drawable::Drawable;
use super::outcome::{Drawing, Outcome, Part, Question};
use super::wire::{from_bytes, to_bytes};

/// More problems than anybody reads, and about as many as the page can show at once.
const MOST_PROBLEMS: usize = 1000;

/// A picture of more nodes is not drawn: a browser would stand still over it, and nobody could read it.
const MOST_DRAWN: usize = 1000;

thread_local! {
    static LAST: RefCell<Option<Last>> = const { RefCell::new(None) };
}

/// What the worker has answered last.
struct Last {
    analysis: Analysis,
    scene: Scene,
    former: Option<Analysis>,
}

/// Answers a question; both are bytes.
pub(crate) fn answer(question: &[u8]) -> Vec<u8> {
    let question = from_bytes(question).expect("the page runs the build that the worker runs");
    LAST.with_borrow_mut(|last| to_bytes(&outcome(question, last)))
}

fn outcome(question: Question, last: &mut Option<Last>) -> Outcome {
    let Question { text, typed, filter, room, former, wanted } = question;
    let mut known = Vec::new();
    let mut previous = None;
    if let Some(last) = last.take() {
        known = std::iter::once(last.analysis).chain(last.former).collect();
        previous = Some(last.scene);
    }
    let mut analysed = |text: &str| {
        let is_that = |known: &Analysis| bundle::of(known.files(), known.text()) == text;
        let found = known.iter().position(is_that);
        found.map_or_else(|| bundle::analyse(text), |at| known.swap_remove(at))
    };
    let kept = former.map(|former| analysed(&former));
    let former = kept.as_ref();
    let analysis = analysed(&text);
    let comparison = former.map(|former| Comparison::new(former, &analysis, wanted.first));
    let drawable = Drawable { text: &analysis, comparison: comparison.as_ref() };
    let folding = drawable.with_folds(&filter, room);
    let subgraph = drawable.part(&folding);
    let part = subgraph.as_ref().map(Part::new);
    let nodes = drawable.size(subgraph.as_ref());
    let undrawn = (nodes > MOST_DRAWN).then_some(nodes);
    let previous = previous.filter(|_| typed && undrawn.is_none());
    let scene = if undrawn.is_some() {
        Scene::default()
    } else {
        let view = View { room, previous: previous.as_ref() };
        drawable.scene(subgraph.as_ref(), &folding, view)
    };
    let folds_by_itself = if filter.folded.is_none() && filter.focus.is_none() {
        folding.folded.is_some()
    } else {
        drawable.with_folds(&ViewFilter::default(), room).folded.is_some()
    };
    let plan = former.zip(comparison.as_ref());
    let plan = plan.map(|(former, comparison)| comparison.plan_view(former, &analysis));
    let steps = wanted.steps.then(|| steps(former, &analysis));
    let declarations =
        analysis.network().nodes().filter_map(|(_, node)| Some((node.extent?, node.id.clone())));
    let outcome = Outcome {
        summary: analysis.summary(),
        diagnostics: worst(analysis.diagnostics()),
        declarations: declarations.collect::<Vec<(Span, String)>>(),
        drawing: Drawing {
            filter,
            room,
            folded: folding.folded,
            folds_by_itself,
            scene: scene.clone(),
            undrawn,
            is_stable: previous.is_some(),
            part,
        },
        wanted,
        plan,
        steps,
    };
    *last = Some(Last { analysis, scene, former: kept });
    outcome
}

/// Those that are handed over: the worst, in source order.
fn worst(all: &[Diagnostic]) -> Vec<Diagnostic> {
    let mut chosen: Vec<(usize, &Diagnostic)> = all.iter().enumerate().collect();
    chosen.sort_by_key(|(_, diagnostic)| std::cmp::Reverse(diagnostic.severity));
    chosen.truncate(MOST_PROBLEMS);
    chosen.sort_by_key(|(at, _)| *at);
    chosen.into_iter().map(|(_, diagnostic)| diagnostic.clone()).collect()
}

#[cfg(test)]
mod tests {
    use blueprint_lens_core::scene::Room;

    use super::super::outcome::Wanted;
    use super::*;

    const TEXT: &str = "services:
  - {type: web, name: api, runtime: node, region: oregon, envVars: [{key: A, fromService: {name: auth, type: pserv, property: hostport}}, {key: B, fromDatabase: {name: db, property: connectionString}}]}
  - {type: pserv, name: auth, runtime: node, region: ohio}
  - {type: worker, name: jobs, env: node}
databases:
  - {name: db, region: oregon, ipAllowList: []}
";

    const ROOM: Room = Room { width: 900.0, height: 500.0 };

    /// What comes out at the page's side.
    fn asked(text: &str, typed: bool, filter: ViewFilter, last: &mut Option<Last>) -> Outcome {
        let question = Question {
            text: text.to_owned(),
            typed,
            filter,
            room: ROOM,
            former: None,
            wanted: Wanted::default(),
        };
        let question = from_bytes(&to_bytes(&question)).unwrap();
        from_bytes(&to_bytes(&outcome(question, last))).unwrap()
    }

    /// The scene as it crosses: without what the next layout needs.
    fn crossed(scene: &Scene) -> Scene {
        let Scene { grid, form, .. } = Scene::default();
        Scene { grid, form, ..scene.clone() }
    }

    #[test]
    fn the_worker_makes_what_the_page_would_make() {
        let analysis = Analysis::new(TEXT);
        let outcome = asked(TEXT, false, ViewFilter::default(), &mut None);
        assert_eq!(outcome.drawing.scene, crossed(&analysis.scene_in(ROOM)));
        assert_eq!(outcome.diagnostics, analysis.diagnostics());
        assert!(outcome.diagnostics.iter().any(|found| !found.fixes.is_empty()));
        assert_eq!(outcome.summary, analysis.summary());
        assert_eq!(outcome.declarations.len(), 4);
        assert!(outcome.drawing.part.is_none() && !outcome.drawing.is_stable);
    }

    #[test]
    fn typing_keeps_the_last_picture_in_place_and_a_rest_does_not() {
        let mut last = None;
        asked(TEXT, false, ViewFilter::default(), &mut last);
        let text = TEXT.replace("ohio", "oregon");
        let typed = asked(&text, true, ViewFilter::default(), &mut last);
        let before = Analysis::new(TEXT);
        let analysis = Analysis::new(&text);
        assert!(typed.drawing.is_stable);
        assert_eq!(
            typed.drawing.scene,
            crossed(&analysis.scene_with_previous(ROOM, &before.scene_in(ROOM)))
        );
        let settled = asked(&text, false, ViewFilter::default(), &mut last);
        assert_eq!(settled.drawing.scene, crossed(&analysis.scene_in(ROOM)));
    }

    #[test]
    fn a_view_filter_draws_a_part() {
        let filter = ViewFilter {
            folded: Some(["region:oregon".to_owned()].into()),
            ..ViewFilter::default()
        };
        let analysis = Analysis::new(TEXT);
        let (subgraph, scene) =
            analysis.subgraph(&filter, View { room: ROOM, previous: None }).unwrap();
        let drawing = asked(TEXT, false, filter, &mut None).drawing;
        assert_eq!(drawing.scene, crossed(&scene));
        let part = drawing.part.unwrap();
        assert_eq!((part.shown, part.total, part.folded), (subgraph.shown, subgraph.total, 1));
        for id in ["web:api", "pserv:auth", "postgres:db"] {
            assert_eq!(part.representative(id), subgraph.representative(id));
        }
    }

    #[test]
    fn a_large_text_is_folded_by_itself_and_too_much_is_counted_and_not_drawn() {
        let services: String = (0..=MOST_DRAWN)
            .map(|at| format!("  - {{type: worker, name: w{at}, env: node}}\n"))
            .collect();
        let text = format!("services:\n{services}");
        let folded = asked(&text, false, ViewFilter::default(), &mut None).drawing;
        assert!(folded.folds_by_itself && folded.folded.is_some());
        assert!(folded.undrawn.is_none() && !folded.scene.items.is_empty());
        let everything = ViewFilter { folded: Some([].into()), ..ViewFilter::default() };
        let outcome = asked(&text, false, everything, &mut None);
        assert!(outcome.drawing.folds_by_itself);
        assert!(outcome.drawing.undrawn.is_some_and(|nodes| nodes > MOST_DRAWN));
        assert!(outcome.drawing.scene.items.is_empty());
        assert_eq!(outcome.diagnostics.len(), MOST_PROBLEMS);
        assert_eq!(outcome.summary.resources, MOST_DRAWN + 1);
    }
}
