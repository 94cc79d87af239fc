//! `reach` in words: a line for each pair, with its reasons.

use std::fmt::Write as _;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::graph::{Answer, NodeRef};
use blueprint_lens_core::reach::{Along, EntryPoint, Explanation, Pair, checklist, hops};

use crate::output::readable_all;

/// The pairs; `asked` when it is the one that was asked for by its ends, which comes with its debug list.
pub(super) fn pairs(analysis: &Analysis, pairs: &[Pair], asked: bool) -> String {
    let id = |node: NodeRef| analysis.network().node(node).id.as_str();
    let from_width =
        pairs.iter().map(|pair| id(pair.from).chars().count()).max().unwrap_or_default();
    let to_width = pairs.iter().map(|pair| id(pair.to).chars().count()).max().unwrap_or_default();
    let mut out = String::new();
    for pair in pairs {
        let wired = if pair.wired { "wired" } else { "" };
        let reasons = readable_all(&decisive(pair).join("; "));
        let line = format!(
            "{:from_width$}  ->  {:to_width$}  {:7}  {wired:5}  {reasons}",
            id(pair.from),
            id(pair.to),
            pair.answer.id(),
        );
        let _ = writeln!(out, "{}", line.trim_end());
        if asked {
            if let Some(remedy) = &pair.remedy {
                let _ = writeln!(out, "\nTo change that: {}.", readable_all(&remedy.title));
            }
            debug_list(&mut out, analysis, pair);
        }
    }
    out
}

/// The entry points, and what each leads to.
pub(super) fn exposure(analysis: &Analysis, entry_points: &[EntryPoint]) -> String {
    let id = |node: NodeRef| analysis.network().node(node).id.as_str();
    let mut out = String::new();
    if !entry_points.is_empty() {
        out.push_str("\nExposure\n");
    }
    for entry_point in entry_points {
        let behind = hops(analysis.question(), entry_point.node, Along::Wired).concat();
        let behind: Vec<&str> = behind.iter().map(|node| id(*node)).collect();
        let behind = if behind.is_empty() { "nothing".to_owned() } else { behind.join(", ") };
        let _ = writeln!(
            out,
            "{}  {}: {}; leads to: {behind}",
            id(entry_point.node),
            entry_point.exposure.id(),
            readable_all(&entry_point.why)
        );
    }
    out
}

/// The debug order of one connection, item by item, and how to watch both ends.
fn debug_list(out: &mut String, analysis: &Analysis, pair: &Pair) {
    let list = checklist(analysis.question(), pair);
    out.push_str("\nDebug this connection\n");
    for check in &list.checks {
        let line = check.span.map_or_else(String::new, |span| {
            let (file, local) = analysis.locate(span);
            let source = analysis.source(file);
            let line = source.position(local.start()).line;
            match analysis.files().count() {
                1 => format!(" (line {line})"),
                _ => format!(" ({} line {line})", readable_all(source.path)),
            }
        });
        let _ = writeln!(
            out,
            "{:5}  {} {}{line}",
            check.outcome.id(),
            check.question,
            readable_all(&check.text)
        );
    }
    if !list.commands.is_empty() {
        out.push_str(
            "\nWatch both ends; if it asks for ids, use those that the first command shows\n",
        );
        for command in &list.commands {
            let _ = writeln!(out, "  {}", readable_all(command));
        }
    }
}

/// The reasons that decide the answer: those of its own sort.
fn decisive(pair: &Pair) -> Vec<&str> {
    let deciding = |reason: &&Explanation| {
        reason.reason.answer() == pair.answer || (pair.answer == Answer::Unknown)
    };
    pair.reasons.iter().filter(deciding).map(|reason| reason.text.as_str()).collect()
}
