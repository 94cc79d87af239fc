//! `reach` in words: a line for each pair, with its reasons.

use std::io::{self, Write};

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::graph::{Answer, NodeRef};
use blueprint_lens_core::reach::{
    Along, Ends, EntryPoint, Explanation, Pair, checklist, hops, pair,
};

use crate::output::readable_all;

/// The pairs with these ends, which are asked for twice; `is_one` when it is one that was asked for by its ends, which
/// comes with its debug list.
pub(super) fn pairs<I: Iterator<Item = Ends>>(
    out: &mut impl Write,
    analysis: &Analysis,
    ends: impl Fn() -> I,
    is_one: bool,
) -> io::Result<()> {
    let id = |node: NodeRef| analysis.network().node(node).id.as_str();
    let width = |node: NodeRef| id(node).chars().count();
    let (from_width, to_width) = ends()
        .fold((0, 0), |widest, ends| (widest.0.max(width(ends.0)), widest.1.max(width(ends.1))));
    for (from, to) in ends() {
        let pair = &pair(analysis.question(), from, to);
        let wired = if pair.wired { "wired" } else { "" };
        let reasons = readable_all(&decisive(pair).join("; "));
        let line = format!(
            "{:from_width$}  ->  {:to_width$}  {:7}  {wired:5}  {reasons}",
            id(from),
            id(to),
            pair.answer.id(),
        );
        writeln!(out, "{}", line.trim_end())?;
        if is_one {
            if let Some(remedy) = &pair.remedy {
                writeln!(out, "\nTo change that: {}.", readable_all(&remedy.title))?;
            }
            debug_list(out, analysis, pair)?;
        }
    }
    Ok(())
}

/// The entry points, and what each leads to.
pub(super) fn exposure(
    out: &mut impl Write,
    analysis: &Analysis,
    entry_points: &[EntryPoint],
) -> io::Result<()> {
    let id = |node: NodeRef| analysis.network().node(node).id.as_str();
    if !entry_points.is_empty() {
        writeln!(out, "Exposure")?;
    }
    for entry_point in entry_points {
        let behind = hops(analysis.question(), entry_point.node, Along::Wired).concat();
        let behind: Vec<&str> = behind.iter().map(|node| id(*node)).collect();
        let behind = if behind.is_empty() { "nothing".to_owned() } else { behind.join(", ") };
        writeln!(
            out,
            "{}  {}: {}; leads to: {behind}",
            id(entry_point.node),
            entry_point.exposure.id(),
            readable_all(&entry_point.why)
        )?;
    }
    Ok(())
}

/// The debug order of one connection, item by item, and how to watch both ends.
fn debug_list(out: &mut impl Write, analysis: &Analysis, pair: &Pair) -> io::Result<()> {
    let list = checklist(analysis.question(), pair);
    writeln!(out, "\nDebug this connection")?;
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
        writeln!(
            out,
            "{:5}  {} {}{line}",
            check.outcome.id(),
            check.question,
            readable_all(&check.text)
        )?;
    }
    if !list.commands.is_empty() {
        writeln!(
            out,
            "\nWatch both ends; if it asks for ids, use those that the first command shows"
        )?;
        for command in &list.commands {
            writeln!(out, "  {}", readable_all(command))?;
        }
    }
    Ok(())
}

/// The reasons that decide the answer: those of its own sort.
fn decisive(pair: &Pair) -> Vec<&str> {
    let deciding = |reason: &&Explanation| {
        reason.reason.answer() == pair.answer || (pair.answer == Answer::Unknown)
    };
    pair.reasons.iter().filter(deciding).map(|reason| reason.text.as_str()).collect()
}
