//! What an analysis and a picture promise, whatever the text.

use std::collections::BTreeSet;

use super::well_formed::complaint_of_svg;
use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::scene::svg::inline;
use blueprint_lens_core::scene::{Rect, Scene, Shape};
use blueprint_lens_core::text::{Span, apply};

/// What points outside the text or into a character, and edits that do not fit it.
pub(super) fn misplaced(analysis: &Analysis) -> Vec<String> {
    let text = analysis.text();
    let is_in = |span: Span| span.start() <= span.end() && text.get(span.range()).is_some();
    let mut out = Vec::new();
    let mut check = |what: &str, span: Span| {
        if !is_in(span) {
            out.push(format!("{what} is at {span:?} of {}", text.len()));
        }
    };
    for error in &analysis.syntax().errors {
        check(&error.message, error.span);
    }
    for comment in &analysis.syntax().comments {
        check("a comment", comment.span);
    }
    for (_, node) in analysis.network().nodes() {
        node.span.into_iter().for_each(|span| check(&node.id, span));
    }
    for found in analysis.diagnostics() {
        check(found.rule, found.span);
        for related in found.related.iter().filter(|related| related.file.is_none()) {
            check(found.rule, related.span);
        }
    }
    for (found, fix) in analysis
        .diagnostics()
        .iter()
        .flat_map(|found| found.fixes.iter().map(move |fix| (found, fix)))
    {
        if let Err(error) = apply(text, &fix.edits) {
            out.push(format!("`{}` for {}: {error:?}", fix.title, found.rule));
        }
    }
    out
}

/// What is wrong with a picture: numbers that are none, two items of one id, boxes that overlap, SVG that is no XML.
pub(crate) fn unsound(scene: &Scene) -> Vec<String> {
    let mut out = Vec::new();
    let mut seen = BTreeSet::new();
    for item in scene.items.iter().chain(&scene.undrawn) {
        if !seen.insert((format!("{:?}", item.kind), item.id.as_str())) {
            out.push(format!("two items are {:?} `{}`", item.kind, item.id));
        }
    }
    out.extend(nowhere(scene));
    for (at, node) in scene.nodes.iter().enumerate() {
        let others = scene.nodes[..at].iter().filter(|other| other.rect.overlaps(node.rect));
        out.extend(others.map(|other| format!("`{}` covers `{}`", node.id, other.id)));
    }
    out.extend(complaint_of_svg(&inline(scene)));
    out
}

/// What has a place or a size that is no number.
fn nowhere(scene: &Scene) -> Vec<String> {
    let mut out = Vec::new();
    let mut check = |what: &str, numbers: &[f64]| {
        if !numbers.iter().all(|number| number.is_finite()) {
            out.push(format!("`{what}` is nowhere"));
        }
    };
    let of_rect = |rect: Rect| [rect.x, rect.y, rect.width, rect.height];
    check("the drawing", &[scene.size.width, scene.size.height]);
    scene.frames.iter().for_each(|frame| check(&frame.path, &of_rect(frame.rect)));
    scene.lanes.iter().for_each(|lane| check(&lane.id, &of_rect(lane.rect)));
    scene.groups.iter().for_each(|group| check(&group.id, &of_rect(group.rect)));
    scene.nodes.iter().for_each(|node| check(&node.id, &of_rect(node.rect)));
    for edge in &scene.edges {
        let stop = edge.stop.iter().map(|stop| stop.at);
        edge.route.iter().copied().chain(stop).for_each(|at| check(&edge.id, &[at.x, at.y]));
        edge.label.iter().for_each(|label| check(&edge.id, &of_rect(label.rect)));
    }
    for item in scene.items.iter().chain(&scene.undrawn) {
        check(&item.id, &[item.origin.x, item.origin.y]);
        for shape in &item.shapes {
            match shape {
                Shape::Rect { rect, radius, .. } => {
                    check(&item.id, &of_rect(*rect));
                    check(&item.id, &[*radius]);
                }
                Shape::Circle { center, radius, .. } => {
                    check(&item.id, &[center.x, center.y, *radius]);
                }
                // Numbers that are none are written as these words.
                Shape::Path { d, .. } if d.contains("NaN") || d.contains("inf") => {
                    check(&item.id, &[f64::NAN]);
                }
                Shape::Path { .. } => {}
                Shape::Text { at, width, rotate, .. } => {
                    check(&item.id, &[at.x, at.y, *width, *rotate]);
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_is_none_is_found_wherever_it_is() {
        let text = "services:\n  - {type: web, name: a, runtime: docker, envVars: [{key: B, fromService: {type: pserv, name: b, property: hostport}}]}\n  - {type: pserv, name: b, runtime: docker, region: ohio}\n";
        let analysis = Analysis::new(text);
        assert_eq!(unsound(analysis.scene()), Vec::<String>::new());
        let broken: [fn(&mut Scene); 5] = [
            |scene| scene.size.width = f64::NAN,
            |scene| scene.lanes[0].rect.height = f64::INFINITY,
            |scene| scene.nodes[0].rect.x = f64::NAN,
            |scene| {
                for at in scene.edges.iter_mut().flat_map(|edge| &mut edge.route) {
                    at.y = f64::NAN;
                }
            },
            |scene| {
                for shape in scene.items.iter_mut().flat_map(|item| &mut item.shapes) {
                    if let Shape::Path { d, .. } = shape {
                        "M0 0 L NaN 3".clone_into(d);
                    }
                }
            },
        ];
        for (at, break_it) in broken.into_iter().enumerate() {
            let mut scene = analysis.scene().clone();
            break_it(&mut scene);
            assert!(unsound(&scene).iter().any(|what| what.contains("is nowhere")), "{at}");
        }
    }
}
