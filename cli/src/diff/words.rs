//! The difference in words: sections of lines, made of our words and the Blueprint's. How the two are set apart is
//! decided by the form of the report.

use blueprint_lens_core::diagnostics::Severity;
use blueprint_lens_core::diff::{
    CrossingKind, Difference, EdgeChange, EntryPointChange, EntryPointMove, FieldChange,
    FindingChange, IsolationChange, PartChange, PartChangeKind, ReachChange, Shown,
};
use blueprint_lens_core::graph::{Answer, Exposure, Verdict};

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Our words.
    Ours(String),
    /// Words of the Blueprint: names, values.
    Theirs(String),
}

/// A line with what is told below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ReportLine {
    /// `+`, `-`, `~` or `!`.
    pub(super) mark: char,
    /// What happened, in one or two words.
    pub(super) what: &'static str,
    /// What it happened to, and how.
    pub(super) pieces: Vec<Piece>,
    /// Details.
    pub(super) below: Vec<Vec<Piece>>,
}

/// Lines of one sort.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Section {
    /// Its title.
    pub(super) title: &'static str,
    /// Its lines; never none.
    pub(super) lines: Vec<ReportLine>,
}

/// Every section with something in it, the most important first.
pub(super) fn sections(difference: &Difference) -> Vec<Section> {
    let isolation = difference.isolation.iter().map(isolation);
    let crossings = difference.crossings.iter().map(crossing);
    let introduced = difference.introduced.iter().map(|found| finding(found, '!'));
    let solved = difference.solved.iter().map(|found| finding(found, '-'));
    let mut reach: Vec<ReportLine> = difference.reach.iter().map(reachable).collect();
    if difference.new_paths > 0 {
        let pairs = if difference.new_paths == 1 { "pair" } else { "pairs" };
        reach.push(ReportLine {
            mark: '+',
            what: "new",
            pieces: vec![ours(&format!(
                "{} {pairs} with a new resource can reach each other",
                difference.new_paths
            ))],
            below: Vec::new(),
        });
    }
    let sections = [
        ("Exposure", difference.entry_points.iter().map(entry_point).collect()),
        ("Isolation", isolation.collect()),
        ("Ways between environments", crossings.collect()),
        ("New findings", introduced.collect()),
        ("Connections", difference.edges.iter().map(edge).collect()),
        ("Resources and settings", difference.parts.iter().map(part).collect()),
        ("Private reachability", reach),
        ("Solved findings", solved.collect()),
    ];
    sections
        .into_iter()
        .filter(|(_, lines): &(_, Vec<ReportLine>)| !lines.is_empty())
        .map(|(title, lines)| Section { title, lines })
        .collect()
}

fn ours(text: &str) -> Piece {
    Piece::Ours(text.to_owned())
}

fn theirs(text: &str) -> Piece {
    Piece::Theirs(text.to_owned())
}

/// Texts of the Blueprint with commas of ours between.
fn list(texts: &[String]) -> Vec<Piece> {
    let mut out = Vec::new();
    for text in texts {
        if !out.is_empty() {
            out.push(ours(", "));
        }
        out.push(theirs(text));
    }
    out
}

fn entry_point(entry_point: &EntryPointChange) -> ReportLine {
    let (mark, what) = match entry_point.moved {
        EntryPointMove::Opened => ('!', "opened"),
        EntryPointMove::Widened => ('!', "wider"),
        EntryPointMove::Narrowed => ('~', "narrower"),
        EntryPointMove::Closed => ('-', "closed"),
        EntryPointMove::Unclear => ('~', "unclear"),
    };
    let mut pieces = vec![theirs(&entry_point.part.id)];
    let everybody = entry_point.after == Some(Exposure::Public);
    match entry_point.moved {
        EntryPointMove::Opened | EntryPointMove::Widened if everybody => {
            pieces.push(ours(": every address may connect now"));
        }
        EntryPointMove::Opened | EntryPointMove::Widened => {
            pieces.push(ours(": may connect now: "));
            pieces.extend(list(&entry_point.gained));
        }
        EntryPointMove::Narrowed => {
            pieces.push(ours(": may no longer connect: "));
            pieces.extend(list(&entry_point.lost));
        }
        EntryPointMove::Closed => pieces.push(ours(": nobody gets in from the internet any more")),
        EntryPointMove::Unclear => pieces.push(ours(": its allow list cannot be read any more")),
    }
    if entry_point.new_public_service {
        pieces.push(ours(", as a new public service"));
    }
    ReportLine { mark, what, pieces, below: Vec::new() }
}

fn isolation(change: &IsolationChange) -> ReportLine {
    let (mark, what, pieces) = match change {
        IsolationChange::On { environment } => {
            ('+', "isolated", vec![theirs(environment), ours(" is closed to what is outside it")])
        }
        IsolationChange::Off { environment } => (
            '!',
            "isolation off",
            vec![theirs(environment), ours(" is open to its region's private network")],
        ),
        IsolationChange::Left { part, environment } => (
            '!',
            "isolation off",
            vec![theirs(&part.id), ours(" left the isolated environment "), theirs(environment)],
        ),
    };
    ReportLine { mark, what, pieces, below: Vec::new() }
}

fn crossing(way: &blueprint_lens_core::diff::Crossing) -> ReportLine {
    let pieces = match &way.kind {
        CrossingKind::Wired { from, to } => {
            vec![theirs(from), ours(" is wired to "), theirs(to)]
        }
        CrossingKind::Reachable { from, to } => {
            vec![theirs(from), ours(" can reach "), theirs(to)]
        }
        CrossingKind::Open => vec![ours("their resources are on one private network")],
    };
    let mut all =
        vec![theirs(&way.from_environment), ours(" to "), theirs(&way.to_environment), ours(": ")];
    all.extend(pieces);
    ReportLine { mark: '!', what: "new way", pieces: all, below: Vec::new() }
}

fn finding(found: &FindingChange, mark: char) -> ReportLine {
    let what = match (mark, found.severity) {
        ('-', _) => "solved",
        (_, Severity::Error) => "new error",
        (_, Severity::Warning) => "new warning",
        (_, Severity::Info) => "new advice",
    };
    let mark = if mark == '!' && found.severity != Severity::Error { '+' } else { mark };
    let mut pieces = Vec::new();
    if let Some(part) = &found.part {
        pieces.extend([theirs(&part.id), ours(": ")]);
    }
    pieces.extend(message(&found.message));
    pieces.push(ours(&format!(" ({}, line {})", found.rule, found.line)));
    ReportLine { mark, what, pieces, below: Vec::new() }
}

/// A message: names of the Blueprint stand in backticks. What has no partner is the Blueprint's as well.
fn message(text: &str) -> Vec<Piece> {
    let parts: Vec<&str> = text.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return vec![theirs(text)];
    }
    let pieces = parts.iter().enumerate().filter(|(_, part)| !part.is_empty());
    pieces.map(|(at, part)| if at % 2 == 0 { ours(part) } else { theirs(part) }).collect()
}

fn edge(edge: &EdgeChange) -> ReportLine {
    let verdict = |verdict: Verdict| match verdict {
        Verdict::Ok => "works",
        Verdict::Blocked => "blocked",
        Verdict::Detour => "a detour over the internet",
        Verdict::Unknown => "unknown",
    };
    let (mark, what, how) = match (edge.before, edge.after) {
        (None, Some(Verdict::Ok)) => ('+', "wired", String::new()),
        (None, Some(after)) => {
            let mark = if after == Verdict::Blocked { '!' } else { '+' };
            (mark, "wired", format!(": {}", verdict(after)))
        }
        (Some(before), Some(after)) => {
            let mark = if after == Verdict::Blocked { '!' } else { '~' };
            (mark, "changed", format!(": {}, was: {}", verdict(after), verdict(before)))
        }
        (_, None) => ('-', "unwired", String::new()),
    };
    let mut pieces = vec![
        theirs(&edge.from),
        ours(" to "),
        theirs(&edge.to),
        ours(&format!(" ({}", edge.class.id())),
    ];
    if !edge.variables.is_empty() {
        let mut names = edge.variables.clone();
        names.dedup();
        pieces.push(ours(", "));
        pieces.extend(list(&names));
    }
    pieces.push(ours(&format!("){how}")));
    ReportLine { mark, what, pieces, below: Vec::new() }
}

fn part(change: &PartChange) -> ReportLine {
    let mark = match change.kind {
        PartChangeKind::Added => '+',
        PartChangeKind::Removed => '-',
        PartChangeKind::Renamed { .. } | PartChangeKind::Changed => '~',
    };
    let mut pieces = vec![theirs(&change.part.id)];
    if let PartChangeKind::Renamed { from } = &change.kind {
        pieces.extend([ours(", was "), theirs(from)]);
    }
    if let Some(scope) = change.part.scope.as_deref().filter(|scope| *scope != "root") {
        pieces.extend([ours(" in "), theirs(scope)]);
    }
    let whole = matches!(change.kind, PartChangeKind::Added | PartChangeKind::Removed);
    let below = change.fields.iter().map(|changed| field(changed, whole)).collect();
    ReportLine { mark, what: change.kind.id(), pieces, below }
}

/// A field, `whole` when all of its part came or went with it.
fn field(change: &FieldChange, whole: bool) -> Vec<Piece> {
    let mut pieces = vec![theirs(&change.field), ours(": ")];
    match (&change.before, &change.after) {
        (Some(one), None) | (None, Some(one)) if whole => pieces.push(theirs(&one.text)),
        (Some(before), Some(after)) if before.text == after.text => {
            pieces.extend([theirs(&after.text), ours(" (changed where it is hidden)")]);
        }
        (before, after) => {
            pieces.extend([value(before.as_ref()), ours(" \u{2192} "), value(after.as_ref())]);
        }
    }
    pieces
}

fn value(shown: Option<&Shown>) -> Piece {
    shown.map_or_else(|| ours("not set"), |shown| theirs(&shown.text))
}

fn reachable(change: &ReachChange) -> ReportLine {
    let gained = change.after == Answer::Yes;
    let mut pieces = vec![
        theirs(&change.from),
        ours(if gained { " can reach " } else { " can no longer reach " }),
        theirs(&change.to),
    ];
    if change.wired {
        pieces.push(ours(", and is wired to it"));
    }
    let mut below: Vec<Vec<Piece>> = change.reasons.iter().map(|text| message(text)).collect();
    for reason in &mut below {
        reason.insert(0, ours(if gained { "no longer so: " } else { "now: " }));
    }
    let mark = match (gained, change.wired) {
        (true, _) => '+',
        (false, true) => '!',
        (false, false) => '-',
    };
    ReportLine { mark, what: if gained { "gained" } else { "lost" }, pieces, below }
}
