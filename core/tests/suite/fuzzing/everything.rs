//! A text to everything that is made of it: pictures that keep the promises of the layout, views, reports, answers. All of
//! it is the same when it is made again.

use super::input::text;
use super::soundness::{misplaced, unsound};
use super::well_formed::{complaint, complaint_of_svg};
use blueprint_lens_core::analysis::{Analysis, Options};
use blueprint_lens_core::assist::{complete, hover};
use blueprint_lens_core::html::{Filter, Medium, exposure, problems, reach};
use blueprint_lens_core::layout::verify;
use blueprint_lens_core::mermaid::flowchart;
use blueprint_lens_core::reach::{entry_points, pairs};
use blueprint_lens_core::redact::redact;
use blueprint_lens_core::report::markdown;
use blueprint_lens_core::scene::svg::{SvgOptions, document};
use blueprint_lens_core::scene::{Room, View, ViewFilter, layout_of_view};

/// A wide room, a phone, and one that is too small for anything; the number of bytes decides which it is.
const ROOMS: [Room; 3] = [
    Room { width: 1280.0, height: 800.0 },
    Room { width: 336.0, height: Room::OPEN },
    Room { width: 200.0, height: 200.0 },
];
/// Most resources of a text whose pictures are drawn; checking them takes n².
const MOST: usize = 60;

/// The deep target.
pub(super) fn broken(bytes: &[u8]) -> Vec<String> {
    let decoded = text(bytes);
    let analysis = Analysis::with(decoded.clone(), Options::default());
    let again = Analysis::with(decoded, Options::default());
    let mut out = misplaced(&analysis);
    if analysis.diagnostics() != again.diagnostics() {
        out.push("the findings are others when they are looked for again".to_owned());
    }
    out.extend(broken_texts(&analysis, &again));
    if analysis.network().nodes().count() <= MOST {
        out.extend(broken_pictures(&analysis, &again, ROOMS[bytes.len() % ROOMS.len()]));
        out.extend(broken_views(&analysis));
    }
    out
}

fn broken_pictures(analysis: &Analysis, again: &Analysis, room: Room) -> Vec<String> {
    let (blueprint, network) = (analysis.blueprint(), analysis.network());
    let view = View { room, previous: None };
    let (input, placed) = layout_of_view(blueprint, network, analysis.diagnostics(), view, false);
    let mut out = verify(&input, &placed);
    let scene = analysis.scene_in(room);
    out.extend(unsound(&scene));
    out.extend(complaint_of_svg(&document(&scene, &SvgOptions::default())));
    if scene != again.scene_in(room) {
        out.push("the picture is another when it is drawn again".to_owned());
    }
    let folded = scene.groups.iter().map(|group| group.id.clone()).collect();
    let focus = scene.nodes.last().map(|node| node.id.clone());
    for filter in [
        ViewFilter { folded: Some(folded), copied: true, ..ViewFilter::default() },
        ViewFilter { focus, ..ViewFilter::default() },
    ] {
        if let Some((_, scene)) = analysis.subgraph(&filter, view) {
            out.extend(unsound(&scene));
        }
    }
    out
}

fn broken_views(analysis: &Analysis) -> Vec<String> {
    let mut views = Vec::new();
    for medium in [Medium::Page, Medium::Document] {
        views.extend(Filter::ALL.map(|filter| reach(analysis, filter, medium)));
        views.push(exposure(analysis, medium));
        views.push(problems(analysis, medium));
    }
    views.iter().filter_map(|view| complaint(view)).collect()
}

/// The answers and reports that are texts.
fn broken_texts(analysis: &Analysis, again: &Analysis) -> Vec<String> {
    let mut out = Vec::new();
    let made = |analysis: &Analysis| {
        let secrets = analysis.secret_values();
        let secrets: Vec<_> = secrets.iter().collect();
        let flowchart = flowchart(analysis.blueprint(), analysis.network());
        (markdown(analysis, &secrets), flowchart, entry_points(analysis.question()).len())
    };
    if made(analysis) != made(again) {
        out.push("the report is another when it is written again".to_owned());
    }
    let declared = analysis.blueprint().resources.len();
    if declared <= MOST
        && pairs(analysis.question()).count() < declared * declared.saturating_sub(1)
    {
        out.push("pairs are missing".to_owned());
    }
    let text = analysis.text();
    let hidden = redact(text, analysis.secret_values(), |_| false);
    if hidden.lines().count() > text.lines().count() {
        out.push("hiding secrets adds lines".to_owned());
    }
    for at in [text.len() / 3, text.len() / 2, text.len()] {
        let at = (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
        let blueprint = analysis.blueprint();
        let spans = [
            complete(text, at, blueprint).map(|offers| offers.span),
            hover(text, at, blueprint).map(|hover| hover.span),
        ];
        for span in spans.into_iter().flatten() {
            if text.get(span.range()).is_none() {
                out.push(format!("help at {at} is for {span:?}"));
            }
        }
    }
    out
}
