//! Causes with their effects folded under them: a resource that moves to another region comes first, and who can reach it
//! no longer, or now, stands below.

use blueprint_lens_core::diff::{Difference, EdgeChange, ReachChange};
use blueprint_lens_core::graph::{Answer, Verdict};
use blueprint_lens_core::wording::count::count_of;

use super::change::{Change, Piece, ours, theirs};
use super::connections;

/// Regions that changed, and the effects that no cause explains.
pub(super) struct Causes<'a> {
    /// One for each resource that moved and has effects.
    pub(super) moves: Vec<Change>,
    /// Connections that are left.
    pub(super) edges: Vec<&'a EdgeChange>,
    /// Pairs that are left.
    pub(super) reach: Vec<&'a ReachChange>,
}

/// Sorts the effects of a difference by what causes them.
pub(super) fn causes(difference: &Difference) -> Causes<'_> {
    let mut edges: Vec<&EdgeChange> = difference.edges.iter().collect();
    let mut reach: Vec<&ReachChange> = difference.reach.iter().collect();
    let mut moves = Vec::new();
    for part in &difference.parts {
        let region = part.fields.iter().find(|field| field.field == "region");
        let Some((before, after)) =
            region.and_then(|field| field.before.as_ref().zip(field.after.as_ref()))
        else {
            continue;
        };
        let id = part.part.id.as_str();
        let turned: Vec<&EdgeChange> = edges
            .extract_if(.., |edge| {
                edge.before.is_some()
                    && edge.after.is_some()
                    && [&edge.from, &edge.to].contains(&&part.part.id)
            })
            .collect();
        let pairs: Vec<&ReachChange> = reach
            .extract_if(.., |pair| [pair.from.as_str(), pair.to.as_str()].contains(&id))
            .collect();
        if turned.is_empty() && pairs.is_empty() {
            continue;
        }
        let regions = [before, after].map(|shown| theirs(&shown.text));
        moves.push(moved(id, regions, &turned, &pairs));
    }
    Causes { moves, edges, reach }
}

fn moved(
    id: &str,
    [before, after]: [Piece; 2],
    edges: &[&EdgeChange],
    reach: &[&ReachChange],
) -> Change {
    let blocked = edges.iter().filter(|edge| edge.after == Some(Verdict::Blocked)).count();
    let lost = reach.iter().filter(|pair| pair.after == Answer::No).count();
    let gained = reach.iter().filter(|pair| pair.after == Answer::Yes).count();
    let counts = [
        (blocked, "connection blocked", "connections blocked"),
        (lost, "pair can no longer reach each other", "pairs can no longer reach each other"),
        (gained, "pair can reach each other now", "pairs can reach each other now"),
    ];
    let some = counts.into_iter().filter(|(number, ..)| *number > 0);
    let words: Vec<String> =
        some.map(|(number, one, several)| count_of(number, one, several)).collect();
    let mut sentence = vec![theirs(id), ours(" moves from "), before, ours(" to "), after];
    if !words.is_empty() {
        sentence.push(ours(&format!(": {}", words.join(", "))));
    }
    let rows = edges.iter().map(|edge| connections::edge(edge));
    let rows = rows.chain(reach.iter().map(|pair| connections::reach(pair)));
    let details = rows.map(|row| {
        let mut line = vec![ours(&format!("{}: ", row.what))];
        line.extend(row.sentence);
        line
    });
    let mark = if blocked > 0 { '!' } else { '~' };
    Change { mark, what: "moved", sentence, details: details.collect(), is_folded: true }
}
