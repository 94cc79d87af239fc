//! What an analysis and a picture promise, whatever the text.

use std::collections::BTreeSet;

use super::well_formed::complaint_of_svg;
use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::scene::Scene;
use blueprint_lens_core::scene::svg::{SvgOptions, document, inline};
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
pub(super) fn unsound(scene: &Scene) -> Vec<String> {
    let mut out = Vec::new();
    let mut seen = BTreeSet::new();
    for item in &scene.items {
        if !seen.insert((format!("{:?}", item.kind), item.id.as_str())) {
            out.push(format!("two items are {:?} `{}`", item.kind, item.id));
        }
        if ![item.origin.x, item.origin.y].iter().all(|number| number.is_finite()) {
            out.push(format!("`{}` is nowhere", item.id));
        }
    }
    for (at, node) in scene.nodes.iter().enumerate() {
        let others = scene.nodes[..at].iter().filter(|other| other.rect.overlaps(node.rect));
        out.extend(others.map(|other| format!("`{}` covers `{}`", node.id, other.id)));
    }
    let pictures = [document(scene, &SvgOptions::default()), inline(scene)];
    out.extend(pictures.iter().filter_map(|svg| complaint_of_svg(svg)));
    out
}
