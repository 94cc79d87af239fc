//! What was found, in words for people.

use std::fmt::Write as _;

use anyhow::bail;
use blueprint_lens_core::wording::count::count;

use super::causes::{Cause, ChangedLines, causes};
use super::merge::broken_in_branch;
use super::search::Verdict;
use super::state::{State, why_it_holds};
use super::timeline::{Source, Timeline};
use crate::output::readable_all;

/// Most lines that are shown of a commit that changed none of the lines that decide.
const SHOWN: usize = 10;

/// The report on a break by the version `at`.
///
/// # Errors
/// If it is a merge, and git cannot read what it merged.
pub(super) fn found(
    assertion: &str,
    timeline: &Timeline<'_>,
    at: usize,
    verdict: &Verdict,
) -> anyhow::Result<String> {
    let version = timeline.version(at);
    let mut out = String::new();
    let _ = match &version.source {
        Source::Commit(commit) => writeln!(
            out,
            "`{assertion}` was broken by {}\n{}, {}: {}",
            commit.id, commit.date, commit.author, commit.subject
        ),
        Source::WorkTree => writeln!(out, "`{assertion}` is broken by what is not committed yet"),
        Source::Good => writeln!(out, "`{assertion}` is broken in the first version here"),
    };
    if let Some(commit) = broken_in_branch(timeline, at)? {
        let _ = writeln!(out, "That is a merge; in the merged branch, it was broken by {commit}");
    }
    match verdict {
        Verdict::Always => out.push_str("That is the first version of the file.\n"),
        Verdict::Broken { mended: Some(mended), .. } => {
            let mended = timeline.version(*mended).words();
            let _ = writeln!(out, "It holds in the end: it was mended by {mended}.");
        }
        Verdict::Broken { earlier: Some(earlier), .. } => {
            let earlier = timeline.version(*earlier).words();
            let _ = writeln!(
                out,
                "It was broken, mended and broken again: the last break is this one, an earlier one {earlier}."
            );
        }
        Verdict::Broken { .. } | Verdict::Never => {}
    }
    lines(&mut out, timeline, at);
    let (all, evaluated) = (count(timeline.len(), "version"), timeline.evaluated());
    let _ = writeln!(out, "\nEvaluated {evaluated} of {all}.");
    Ok(shown(&out))
}

/// The lines that break it, and those that kept it before.
fn lines(out: &mut String, timeline: &Timeline<'_>, at: usize) {
    let State::Broken(breach) = timeline.state(at) else { return };
    let _ = writeln!(out, "\n{}", breach.message);
    let now = causes(timeline.analysis(at), breach);
    let before = timeline.before(at);
    let changed = before
        .map(|before| ChangedLines::between(timeline.analysis(before), timeline.analysis(at)));
    let is_in =
        |lines: &[(usize, String)], number: usize| lines.iter().any(|(at, _)| *at == number);
    let added = |number| changed.as_ref().is_none_or(|lines| is_in(&lines.added, number));
    list(out, &timeline.version(at).path, '+', &now, &added);
    let mut told = now.iter().flat_map(|cause| &cause.lines).any(|(number, _)| added(*number));
    if let Some(before) = before
        && *timeline.state(before) == State::Holds
        && let Some(held) = why_it_holds(timeline.analysis(before), timeline.assertion)
    {
        let removed = |number| changed.as_ref().is_some_and(|lines| is_in(&lines.removed, number));
        let held = causes(timeline.analysis(before), &held);
        told |= held.iter().flat_map(|cause| &cause.lines).any(|(number, _)| removed(*number));
        out.push_str("\nbefore:\n");
        list(out, &timeline.version(before).path, '-', &held, &removed);
    }
    if let Some(changed) = changed.filter(|_| !told) {
        changed_lines(out, &timeline.version(at).path, &changed);
    }
}

/// Reasons with their lines; those that the commit changed have a sign.
fn list(
    out: &mut String,
    path: &str,
    sign: char,
    causes: &[Cause],
    is_changed: &dyn Fn(usize) -> bool,
) {
    for cause in causes {
        let _ = writeln!(out, "  {}", cause.why);
        for (number, text) in &cause.lines {
            let sign = if is_changed(*number) { sign } else { ' ' };
            let _ = writeln!(out, "  {sign} {path}:{number}: {}", text.trim());
        }
    }
}

/// What the commit changed at all, where none of the lines that decide did.
fn changed_lines(out: &mut String, path: &str, changed: &ChangedLines) {
    let removed = changed.removed.iter().map(|line| ('-', line));
    let lines: Vec<_> = removed.chain(changed.added.iter().map(|line| ('+', line))).collect();
    if lines.is_empty() {
        return;
    }
    out.push_str("\nchanged lines:\n");
    for (sign, (number, text)) in lines.iter().take(SHOWN) {
        let _ = writeln!(out, "  {sign} {path}:{number}: {}", text.trim());
    }
    if lines.len() > SHOWN {
        let _ = writeln!(out, "  and {} more", lines.len() - SHOWN);
    }
}

/// The report on an assertion that no version breaks.
///
/// # Errors
/// If one of its names is in no version.
pub(super) fn never(assertion: &str, timeline: &Timeline<'_>) -> anyhow::Result<String> {
    let states = || (0..timeline.len()).map(|at| timeline.state(at));
    let last = states().rev().find(|state| **state != State::Unreadable);
    let is_said = |state: &State| matches!(state, State::Holds | State::Unclear(_));
    if let Some(State::Absent(name)) = last
        && !states().any(is_said)
    {
        bail!("nothing is called `{name}` in any version, so `{assertion}` says nothing");
    }
    let mut out = format!("`{assertion}` was never broken in {}", count(timeline.len(), "version"));
    out.push_str(&match last {
        Some(State::Absent(name)) => format!("; `{name}` is not in the last one\n"),
        Some(State::Unclear(why)) => format!("; in the last one, {why}\n"),
        Some(State::Holds | State::Broken(_)) => "\n".to_owned(),
        Some(State::Unreadable) | None => "; none of them can be read\n".to_owned(),
    });
    Ok(shown(&out))
}

/// The text for a terminal: no character of a Blueprint or of a commit moves the cursor.
fn shown(text: &str) -> String {
    text.lines().map(|line| readable_all(line) + "\n").collect()
}
