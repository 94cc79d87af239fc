//! `reach` as a matrix that fits the terminal: a row for each caller, a narrow column for each callee.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::graph::{Answer, NodeRef};
use blueprint_lens_core::reach::{Pair, WiringStatus};

use super::list;
use crate::output::readable_all;

/// Narrowest terminal that anything is fitted to.
const NARROWEST: usize = 40;

/// What stands for each answer, and what it means.
const LEGEND: &str = "# wired, + can, . cannot\n! wired, but cannot, ? cannot tell";

/// The matrix for a terminal of so many columns, what is wired and cannot, and how to ask for more; empty without a pair.
pub(super) fn matrix(analysis: &Analysis, pairs: &[Pair], width: usize) -> String {
    if pairs.is_empty() {
        return String::new();
    }
    let width = width.max(NARROWEST);
    let answers: BTreeMap<(NodeRef, NodeRef), &Pair> =
        pairs.iter().map(|pair| ((pair.from, pair.to), pair)).collect();
    let callers = ordered(pairs.iter().map(|pair| pair.from));
    // Callees are numbered like the callers; what is only called comes after them.
    let callees = ordered(callers.iter().copied().chain(pairs.iter().map(|pair| pair.to)));
    let digits = callees.len().to_string().len();
    let names: Vec<String> =
        callees.iter().map(|node| readable_all(&analysis.network().node(*node).id)).collect();
    let longest = names.iter().map(|name| name.chars().count()).max().unwrap_or_default();
    let label = longest.min(width / 2 - digits - 2);
    // A cell takes its sign and the space before it; without the spaces, twice as many fit.
    let room = width - digits - 1 - label - 1;
    let cell = if callees.len() * 2 <= room { 2 } else { 1 };
    let mut out = format!("Rows call, columns are called\n{LEGEND}\n");
    for (block, columns) in callees.chunks(room / cell).enumerate() {
        let first = block * (room / cell);
        out.push('\n');
        heading(&mut out, first..first + columns.len(), digits, digits + 1 + label, cell);
        for (number, name) in names.iter().enumerate() {
            let mut line = format!("{:>digits$} {:label$} ", number + 1, cut(name, label));
            for callee in columns {
                let sign = if *callee == callees[number] {
                    ' '
                } else {
                    answers.get(&(callees[number], *callee)).map_or(' ', |pair| sign(pair))
                };
                let _ = write!(line, "{sign:>cell$}");
            }
            let _ = writeln!(out, "{}", line.trim_end());
        }
    }
    let blocked: Vec<Pair> = pairs
        .iter()
        .filter(|pair| pair.wiring_status() == WiringStatus::WiredUnreachable)
        .cloned()
        .collect();
    if !blocked.is_empty() {
        let _ = write!(out, "\nWired, but cannot\n{}", list::pairs(analysis, &blocked, false));
    }
    out.push_str("\nEvery pair and why: --details\nOne resource: reach FILE NAME\n");
    out
}

/// Each of them once, in the order of their first places.
fn ordered(nodes: impl Iterator<Item = NodeRef>) -> Vec<NodeRef> {
    let mut seen = std::collections::BTreeSet::new();
    nodes.filter(|node| seen.insert(*node)).collect()
}

/// The numbers of columns, written from top to bottom, a line for each digit.
fn heading(
    out: &mut String,
    columns: std::ops::Range<usize>,
    digits: usize,
    indent: usize,
    cell: usize,
) {
    for place in 0..digits {
        let mut line = " ".repeat(indent + 1);
        for column in columns.clone() {
            let number = format!("{:>digits$}", column + 1);
            let digit = number.chars().nth(place).unwrap_or(' ');
            let _ = write!(line, "{digit:>cell$}");
        }
        let _ = writeln!(out, "{}", line.trim_end());
    }
}

fn sign(pair: &Pair) -> char {
    match (pair.wired, pair.answer) {
        (true, Answer::Yes) => '#',
        (false, Answer::Yes) => '+',
        (true, Answer::No) => '!',
        (false, Answer::No) => '.',
        (_, Answer::Unknown) => '?',
    }
}

/// A name of at most so many characters, its end cut off.
fn cut(name: &str, most: usize) -> String {
    if name.chars().count() <= most {
        return name.to_owned();
    }
    name.chars().take(most.saturating_sub(1)).chain(['\u{2026}']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(resources: usize, width: usize) -> String {
        let mut text = String::from("services:\n");
        for number in 0..resources {
            let region = if number % 2 == 0 { "oregon" } else { "ohio" };
            let _ = writeln!(
                text,
                "  - {{type: pserv, name: service-{number}, runtime: docker, region: {region}}}"
            );
        }
        let analysis = Analysis::new(&text);
        let pairs = blueprint_lens_core::reach::pairs(analysis.question());
        matrix(&analysis, &pairs, width)
    }

    #[test]
    fn fits_whatever_the_terminal_is_and_says_every_pair() {
        for (resources, width) in [(2, 80), (12, 80), (100, 80), (100, 200), (40, 10)] {
            let out = drawn(resources, width);
            let table = out.split("\n\n").skip(1);
            let rows: Vec<&str> =
                table.flat_map(str::lines).filter(|line| line.contains("pserv:")).collect();
            let widest = rows.iter().map(|line| line.chars().count()).max().expect("it is there");
            assert!(widest <= width.max(NARROWEST), "{resources} in {width}: {widest}\n{out}");
            let count =
                |sign: char| rows.iter().map(|row| row.matches(sign).count()).sum::<usize>();
            assert_eq!(count('+') + count('.'), resources * (resources - 1), "{out}");
            let half = resources / 2;
            assert_eq!(count('.'), resources * half, "{out}");
        }
    }
}
