//! Circles in who uses whom.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt;

use super::modules::Use;

/// Files of which each uses every other, at least through others: each circle by its shortest round.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Circle {
    /// Every file that is part of it.
    pub(super) files: Vec<String>,
    /// The shortest way from a file back to itself.
    pub(super) round: Vec<Use>,
}

impl fmt::Display for Circle {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "these files use each other in a circle: ")?;
        for one in &self.round {
            write!(out, "{}:{} → ", one.from, one.line)?;
        }
        write!(out, "{}", self.round.first().map_or("", |one| &one.from))?;
        if self.files.len() > self.round.len() {
            write!(out, "; {} in all: {}", self.files.len(), self.files.join(", "))?;
        }
        Ok(())
    }
}

/// Every circle, in the order of its first file.
pub(super) fn circles(uses: &[Use]) -> Vec<Circle> {
    let mut next: BTreeMap<&str, Vec<&Use>> = BTreeMap::new();
    for one in uses {
        next.entry(&one.from).or_default().push(one);
    }
    let reach: BTreeMap<&str, BTreeSet<&str>> =
        next.keys().map(|&file| (file, reachable(file, &next))).collect();
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let mut circles = Vec::new();
    for (&file, reached) in &reach {
        if !reached.contains(file) || told.contains(file) {
            continue;
        }
        let returns = |other: &&&str| reach.get(**other).is_some_and(|back| back.contains(file));
        let files: Vec<&str> = reached.iter().filter(returns).copied().collect();
        told.extend(&files);
        let rounds = files.iter().filter_map(|&file| round(file, &next));
        let round = rounds.min_by_key(Vec::len).unwrap_or_default();
        circles.push(Circle { files: files.into_iter().map(str::to_owned).collect(), round });
    }
    circles
}

fn reachable<'a>(start: &'a str, next: &BTreeMap<&'a str, Vec<&'a Use>>) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut waiting = vec![start];
    while let Some(file) = waiting.pop() {
        for one in next.get(file).into_iter().flatten() {
            if reached.insert(one.to.as_str()) {
                waiting.push(&one.to);
            }
        }
    }
    reached
}

/// The shortest way from a file back to itself.
fn round<'a>(start: &'a str, next: &BTreeMap<&'a str, Vec<&'a Use>>) -> Option<Vec<Use>> {
    let mut came_by: BTreeMap<&str, &Use> = BTreeMap::new();
    let mut waiting = VecDeque::from([start]);
    while let Some(file) = waiting.pop_front() {
        for &one in next.get(file).into_iter().flatten() {
            if !came_by.contains_key(one.to.as_str()) {
                came_by.insert(&one.to, one);
                waiting.push_back(&one.to);
            }
        }
        if came_by.contains_key(start) {
            break;
        }
    }
    let mut round = Vec::new();
    let mut at = start;
    loop {
        let one = *came_by.get(at)?;
        round.push(one.clone());
        at = &one.from;
        if at == start {
            break;
        }
    }
    round.reverse();
    Some(round)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(uses: &[(&str, &str)]) -> Vec<Circle> {
        let uses: Vec<Use> = uses
            .iter()
            .map(|(from, to)| Use { from: (*from).to_owned(), to: (*to).to_owned(), line: 1 })
            .collect();
        circles(&uses)
    }

    #[test]
    fn what_only_points_one_way_is_no_circle() {
        assert_eq!(of(&[("a", "b"), ("b", "c"), ("a", "c")]), []);
    }

    #[test]
    fn a_circle_is_told_once_by_its_shortest_round() {
        let found = of(&[("a", "b"), ("b", "c"), ("c", "a"), ("c", "b"), ("x", "a"), ("c", "y")]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].files, ["a", "b", "c"]);
        let round: Vec<(&str, &str)> =
            found[0].round.iter().map(|one| (one.from.as_str(), one.to.as_str())).collect();
        assert_eq!(round, [("b", "c"), ("c", "b")]);
        assert_eq!(
            found[0].to_string(),
            "these files use each other in a circle: b:1 → c:1 → b; 3 in all: a, b, c"
        );
    }

    #[test]
    fn circles_that_do_not_meet_are_told_apart() {
        assert_eq!(of(&[("a", "b"), ("b", "a"), ("b", "c"), ("c", "d"), ("d", "c")]).len(), 2);
    }
}
