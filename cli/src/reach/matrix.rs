//! `reach` as a matrix that fits the terminal: a row for each caller, a narrow column for each callee.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{self, Write};

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::graph::{Answer, Network, NodeRef};
use blueprint_lens_core::reach::{Ends, WiringStatus, brief, ends, is_pair, named_by};

use super::list;
use crate::output::readable_all;

/// Narrowest terminal that anything is fitted to.
const NARROWEST: usize = 40;

/// What stands for each answer, and what it means.
const LEGEND: &str = "# wired, + can, . cannot\n! wired, but cannot, ? cannot tell";

/// The matrix for a terminal of so many columns, what is wired and cannot, and how to ask for more; nothing without a pair.
pub(super) fn matrix(out: &mut impl Write, analysis: &Analysis, width: usize) -> io::Result<()> {
    let network = analysis.network();
    let callees = callees(network);
    if callees.is_empty() {
        return Ok(());
    }
    let width = width.max(NARROWEST);
    let digits = callees.len().to_string().len();
    let names: Vec<String> =
        callees.iter().map(|node| readable_all(&network.node(*node).id)).collect();
    let longest = names.iter().map(|name| name.chars().count()).max().unwrap_or_default();
    let label = longest.min(width / 2 - digits - 2);
    // A cell takes its sign and the space before it; without the spaces, twice as many fit.
    let room = width - digits - 1 - label - 1;
    let cell = if callees.len() * 2 <= room { 2 } else { 1 };
    writeln!(out, "Rows call, columns are called\n{LEGEND}")?;
    for (block, columns) in callees.chunks(room / cell).enumerate() {
        let first = block * (room / cell);
        writeln!(out)?;
        heading(out, first..first + columns.len(), digits, digits + 1 + label, cell)?;
        for (number, (caller, name)) in callees.iter().zip(&names).enumerate() {
            let mut line = format!("{:>digits$} {:label$} ", number + 1, cut(name, label));
            for callee in columns {
                let _ = write!(line, "{:>cell$}", sign(analysis, (*caller, *callee)));
            }
            writeln!(out, "{}", line.trim_end())?;
        }
    }
    let status = |ends: &Ends| {
        let (answer, wired) = brief(analysis.question(), ends.0, ends.1);
        WiringStatus::of(wired, answer)
    };
    let blocked: Vec<Ends> =
        ends(network).filter(|ends| status(ends) == WiringStatus::WiredUnreachable).collect();
    if !blocked.is_empty() {
        writeln!(out, "\nWired, but cannot")?;
        list::pairs(out, analysis, || blocked.iter().copied(), false)?;
    }
    writeln!(out, "\nEvery pair and why: --details\nOne resource: reach FILE NAME")
}

/// Callees are numbered like the callers; what is only called comes after them. Nobody without a pair.
fn callees(network: &Network) -> Vec<NodeRef> {
    let declared = network.nodes().filter(|(_, node)| node.is_declared()).map(|(node, _)| node);
    let declared: Vec<NodeRef> = declared.collect();
    let mut seen = BTreeSet::new();
    let named = declared.iter().flat_map(|caller| named_by(network, *caller));
    let named: Vec<NodeRef> = named.filter(|node| seen.insert(*node)).collect();
    let all = [declared, named].concat();
    if all.len() > 1 { all } else { Vec::new() }
}

/// The numbers of columns, written from top to bottom, a line for each digit.
fn heading(
    out: &mut impl Write,
    columns: std::ops::Range<usize>,
    digits: usize,
    indent: usize,
    cell: usize,
) -> io::Result<()> {
    for place in 0..digits {
        let mut line = " ".repeat(indent + 1);
        for column in columns.clone() {
            let number = format!("{:>digits$}", column + 1);
            let digit = number.chars().nth(place).unwrap_or(' ');
            let _ = write!(line, "{digit:>cell$}");
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

/// What stands for a caller and a callee.
fn sign(analysis: &Analysis, (from, to): Ends) -> char {
    if !is_pair(analysis.network(), (from, to)) {
        return ' ';
    }
    let (answer, wired) = brief(analysis.question(), from, to);
    match (wired, answer) {
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
        let mut out = Vec::new();
        matrix(&mut out, &analysis, width).expect("it is written into memory");
        String::from_utf8(out).expect("it is text")
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
