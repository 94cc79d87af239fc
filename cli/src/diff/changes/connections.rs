//! Connections that are wired or unwired, and pairs that can or can no longer reach each other.

use blueprint_lens_core::diff::{EdgeChange, ReachChange};
use blueprint_lens_core::graph::{Answer, Verdict};
use blueprint_lens_core::wording::count::count;
use blueprint_lens_core::wording::verdict;

use super::change::{Change, Piece, list, message, ours, theirs};

pub(super) fn edge(edge: &EdgeChange) -> Change {
    let (mark, what, how) = match (edge.before, edge.after) {
        (None, Some(Verdict::Ok)) => ('+', "wired", String::new()),
        (None, Some(after)) => {
            let mark = if after == Verdict::Blocked { '!' } else { '+' };
            (mark, "wired", format!(": {}", verdict::changed(after)))
        }
        (Some(before), Some(after)) => {
            let mark = if after == Verdict::Blocked { '!' } else { '~' };
            let (before, after) = (verdict::changed(before), verdict::changed(after));
            (mark, "changed", format!(": {after}, was: {before}"))
        }
        (_, None) => ('-', "unwired", String::new()),
    };
    let class = ours(&format!(" ({}", edge.class.id()));
    let mut sentence = vec![theirs(&edge.from), ours(" to "), theirs(&edge.to), class];
    if !edge.variables.is_empty() {
        let mut names = edge.variables.clone();
        names.dedup();
        sentence.push(ours(", "));
        sentence.extend(list(&names));
    }
    sentence.push(ours(&format!("){how}")));
    Change::plain(mark, what, sentence)
}

pub(super) fn reach(change: &ReachChange) -> Change {
    let gained = change.after == Answer::Yes;
    let can = ours(if gained { " can reach " } else { " can no longer reach " });
    let mut sentence = vec![theirs(&change.from), can, theirs(&change.to)];
    if change.wired {
        sentence.push(ours(", and is wired to it"));
    }
    let mut details: Vec<Vec<Piece>> = change.reasons.iter().map(|text| message(text)).collect();
    for reason in &mut details {
        reason.insert(0, ours(if gained { "no longer so: " } else { "now: " }));
    }
    let mark = match (gained, change.wired) {
        (true, _) => '+',
        (false, true) => '!',
        (false, false) => '-',
    };
    Change {
        mark,
        what: if gained { "gained" } else { "lost" },
        sentence,
        details,
        is_folded: false,
    }
}

/// The further pairs that turned round, which are counted only; `None` when there is none.
pub(super) fn more(pairs: usize) -> Option<Change> {
    let words = format!("{} turned round, which are not listed here", count(pairs, "more pair"));
    (pairs > 0).then(|| Change::plain('~', "more", vec![ours(&words)]))
}

/// The pairs with a new resource, which are counted only; `None` when there is none.
pub(super) fn new_paths(pairs: usize) -> Option<Change> {
    let words = format!("{} with a new resource can reach each other", count(pairs, "pair"));
    (pairs > 0).then(|| Change::plain('+', "new", vec![ours(&words)]))
}
