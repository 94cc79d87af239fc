//! The worker's side: works on a question stage by stage, so that a newer one is heard in between, and remembers the last
//! text and picture.

use std::cell::RefCell;
use std::sync::Arc;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diagnostics::Diagnostic;
use blueprint_lens_core::scene::{Scene, View, ViewFilter};
use blueprint_lens_core::text::Span;

use super::bundle;
use super::comparison::{Comparison, steps};
use super::drawable::Drawable;
use super::outcome::{Drawing, Outcome, Part, Question, Rooms};
use super::reserve::reserve_for;
use super::wire::{from_bytes, to_bytes};
use crate::platform::background::Progress;

/// More problems than anybody reads, and about as many as the page can show at once.
const MOST_PROBLEMS: usize = 1000;

/// A picture of more nodes is not drawn: a browser would stand still over it, and nobody could read it.
const MOST_DRAWN: usize = 1000;

thread_local! {
    static WORKER: RefCell<Worker> = RefCell::default();
}

/// Takes up a question, in place of one that is not answered yet.
pub(crate) fn take_up(question: &[u8]) {
    let question: Question =
        from_bytes(question).expect("the page runs the build that the worker runs");
    reserve_for(&question.text);
    WORKER.with_borrow_mut(|worker| worker.work = Some(Work::Asked(question)));
}

/// Goes on with the question by a stage.
pub(crate) fn go_on() -> Progress {
    WORKER.with_borrow_mut(Worker::go_on)
}

/// The question at work, and what was answered last.
#[derive(Default)]
struct Worker {
    work: Option<Work>,
    last: Option<Last>,
}

/// How far a question has come. Between two stages, a newer one can take its place.
enum Work {
    Asked(Question),
    /// The text and the version that it is compared with are read.
    Read(Question, Version, Option<Version>),
    /// The rules have looked at both.
    Checked(Question, Arc<Analysis>, Option<Arc<Analysis>>),
    /// What there is to show is there.
    Drawn(Box<Outcome>, Arc<Analysis>, Option<Arc<Analysis>>),
}

/// A version that is read.
enum Version {
    /// The rules have looked at it before.
    Known(Arc<Analysis>),
    New(Box<Analysis>),
}

/// What the worker has answered last.
struct Last {
    analysis: Arc<Analysis>,
    scene: Scene,
    former: Option<Arc<Analysis>>,
}

impl Worker {
    fn go_on(&mut self) -> Progress {
        let work = self.work.take().expect("a question is taken up first");
        let (work, stage) = match work {
            Work::Asked(mut question) => {
                // The texts are not held twice.
                let former = question.former.take().map(|former| self.read(&former));
                let text = self.read(&std::mem::take(&mut question.text));
                (Work::Read(question, text, former), "read")
            }
            Work::Read(question, text, former) => {
                (Work::Checked(question, text.checked(), former.map(Version::checked)), "check")
            }
            Work::Checked(question, text, former) => {
                let previous = self.last.as_ref().map(|last| &last.scene);
                let outcome = draw(question, &text, former.as_deref(), previous);
                (Work::Drawn(Box::new(outcome), text, former), "draw")
            }
            Work::Drawn(outcome, analysis, former) => {
                let answer = to_bytes(&*outcome);
                self.last = Some(Last { analysis, former, scene: outcome.drawing.scene });
                return Progress::Answer(answer);
            }
        };
        self.work = Some(work);
        Progress::Stage(stage)
    }

    /// Reads a text, unless it is one of the last question.
    fn read(&self, text: &str) -> Version {
        let last = self.last.iter();
        let mut known = last.flat_map(|last| std::iter::once(&last.analysis).chain(&last.former));
        let found = known.find(|known| bundle::of(known.files(), known.text()) == text);
        found.map_or_else(
            || Version::New(Box::new(bundle::read(text))),
            |known| Version::Known(Arc::clone(known)),
        )
    }
}

impl Version {
    fn checked(self) -> Arc<Analysis> {
        match self {
            Self::Known(analysis) => analysis,
            Self::New(analysis) => Arc::new(bundle::checked(*analysis)),
        }
    }
}

/// All that there is to show of a text.
fn draw(
    question: Question,
    analysis: &Analysis,
    former: Option<&Analysis>,
    previous: Option<&Scene>,
) -> Outcome {
    let Question { typed, filter, rooms, wanted, .. } = question;
    let comparison = former.map(|former| Comparison::new(former, analysis, wanted.first));
    let drawable = Drawable { text: analysis, comparison: comparison.as_ref() };
    let folding = drawable.with_folds(&filter, rooms.below_bar);
    let folds_by_itself = if filter.folded.is_none() && filter.focus.is_none() {
        folding.folded.is_some()
    } else {
        drawable.with_folds(&ViewFilter::default(), rooms.below_bar).folded.is_some()
    };
    let subgraph = drawable.part(&folding);
    let has_bar = Rooms::have_bar(subgraph.is_some(), || folds_by_itself, &filter);
    let room = if has_bar { rooms.below_bar } else { rooms.whole };
    let part = subgraph.as_ref().map(Part::new);
    let nodes = drawable.size(subgraph.as_ref());
    let undrawn = (nodes > MOST_DRAWN).then_some(nodes);
    let previous = previous.filter(|_| typed && undrawn.is_none());
    let scene = if undrawn.is_some() {
        Scene::default()
    } else {
        drawable.scene(subgraph.as_ref(), &folding, View { room, previous })
    };
    let plan = former.zip(comparison.as_ref());
    let plan = plan.map(|(former, comparison)| comparison.plan_view(former, analysis));
    let steps = wanted.steps.then(|| steps(former, analysis));
    let declarations =
        analysis.network().nodes().filter_map(|(_, node)| Some((node.extent?, node.id.clone())));
    Outcome {
        summary: analysis.summary(),
        diagnostics: worst(analysis.diagnostics()),
        declarations: declarations.collect::<Vec<(Span, String)>>(),
        drawing: Drawing {
            filter,
            rooms,
            room,
            folded: folding.folded,
            folds_by_itself,
            scene,
            undrawn,
            is_stable: previous.is_some(),
            part,
        },
        wanted,
        plan,
        steps,
    }
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
    const ROOMS: Rooms = Rooms { whole: ROOM, below_bar: ROOM };

    /// What comes out at the page's side.
    fn asked(text: &str, typed: bool, filter: ViewFilter, worker: &mut Worker) -> Outcome {
        let question = Question {
            text: text.to_owned(),
            typed,
            filter,
            rooms: ROOMS,
            former: None,
            wanted: Wanted::default(),
        };
        answered(question, worker)
    }

    fn answered(question: Question, worker: &mut Worker) -> Outcome {
        worker.work = Some(Work::Asked(from_bytes(&to_bytes(&question)).unwrap()));
        loop {
            if let Progress::Answer(answer) = worker.go_on() {
                return from_bytes(&answer).unwrap();
            }
        }
    }

    /// The scene as it crosses: without what the next layout needs.
    fn crossed(scene: &Scene) -> Scene {
        let Scene { grid, form, .. } = Scene::default();
        Scene { grid, form, ..scene.clone() }
    }

    #[test]
    fn the_worker_makes_what_the_page_would_make() {
        let analysis = Analysis::new(TEXT);
        let outcome = asked(TEXT, false, ViewFilter::default(), &mut Worker::default());
        assert_eq!(outcome.drawing.scene, crossed(&analysis.scene_in(ROOM)));
        assert_eq!(outcome.diagnostics, analysis.diagnostics());
        assert!(outcome.diagnostics.iter().any(|found| !found.fixes.is_empty()));
        assert_eq!(outcome.summary, analysis.summary());
        assert_eq!(outcome.declarations.len(), 4);
        assert!(outcome.drawing.part.is_none() && !outcome.drawing.is_stable);
    }

    #[test]
    fn typing_keeps_the_last_picture_in_place_and_a_rest_does_not() {
        let mut worker = Worker::default();
        asked(TEXT, false, ViewFilter::default(), &mut worker);
        let text = TEXT.replace("ohio", "oregon");
        let typed = asked(&text, true, ViewFilter::default(), &mut worker);
        let before = Analysis::new(TEXT);
        let analysis = Analysis::new(&text);
        assert!(typed.drawing.is_stable);
        assert_eq!(
            typed.drawing.scene,
            crossed(&analysis.scene_with_previous(ROOM, &before.scene_in(ROOM)))
        );
        let settled = asked(&text, false, ViewFilter::default(), &mut worker);
        assert_eq!(settled.drawing.scene, crossed(&analysis.scene_in(ROOM)));
    }

    #[test]
    fn a_newer_question_takes_the_place_of_one_at_work_and_what_was_shown_stays_in_place() {
        let mut worker = Worker::default();
        asked(TEXT, false, ViewFilter::default(), &mut worker);
        let question = |text: &str| Question {
            text: text.to_owned(),
            typed: true,
            filter: ViewFilter::default(),
            rooms: ROOMS,
            former: None,
            wanted: Wanted::default(),
        };
        let newer = TEXT.replace("ohio", "virginia");
        let expected = asked(&newer, true, ViewFilter::default(), &mut worker);
        for stages in 0..4 {
            let mut worker = Worker::default();
            asked(TEXT, false, ViewFilter::default(), &mut worker);
            worker.work = Some(Work::Asked(question(&TEXT.replace("ohio", "oregon"))));
            for _ in 0..stages {
                assert!(matches!(worker.go_on(), Progress::Stage(_)));
            }
            assert_eq!(asked(&newer, true, ViewFilter::default(), &mut worker), expected);
        }
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
        let drawing = asked(TEXT, false, filter, &mut Worker::default()).drawing;
        assert_eq!(drawing.scene, crossed(&scene));
        let part = drawing.part.unwrap();
        assert_eq!((part.shown, part.total, part.folded), (subgraph.shown, subgraph.total, 1));
        for id in ["web:api", "pserv:auth", "postgres:db"] {
            assert_eq!(part.representative(id), subgraph.representative(id));
        }
    }

    #[test]
    fn a_part_is_drawn_for_the_room_that_its_bar_leaves() {
        let below_bar = Room { height: 400.0, ..ROOM };
        let drawn_for = |folded: Option<&[&str]>| {
            let folded = folded.map(|ids| ids.iter().map(|&id| id.to_owned()).collect());
            let question = Question {
                text: TEXT.to_owned(),
                typed: false,
                filter: ViewFilter { folded, ..ViewFilter::default() },
                rooms: Rooms { below_bar, ..ROOMS },
                former: None,
                wanted: Wanted::default(),
            };
            answered(question, &mut Worker::default()).drawing.room
        };
        assert_eq!(drawn_for(None), ROOM);
        assert_eq!(drawn_for(Some(&[])), ROOM, "nothing that could be folded again");
        assert_eq!(drawn_for(Some(&["region:oregon"])), below_bar);
    }

    #[test]
    fn a_large_text_is_folded_by_itself_and_too_much_is_counted_and_not_drawn() {
        let services: String = (0..=MOST_DRAWN)
            .map(|at| format!("  - {{type: worker, name: w{at}, env: node}}\n"))
            .collect();
        let text = format!("services:\n{services}");
        let folded = asked(&text, false, ViewFilter::default(), &mut Worker::default()).drawing;
        assert!(folded.folds_by_itself && folded.folded.is_some());
        assert!(folded.undrawn.is_none() && !folded.scene.items.is_empty());
        let everything = ViewFilter { folded: Some([].into()), ..ViewFilter::default() };
        let outcome = asked(&text, false, everything, &mut Worker::default());
        assert!(outcome.drawing.folds_by_itself);
        assert!(outcome.drawing.undrawn.is_some_and(|nodes| nodes > MOST_DRAWN));
        assert!(outcome.drawing.scene.items.is_empty());
        assert_eq!(outcome.diagnostics.len(), MOST_PROBLEMS);
        assert_eq!(outcome.summary.resources, MOST_DRAWN + 1);
    }
}
