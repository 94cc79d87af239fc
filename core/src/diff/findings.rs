//! Findings that came and went. A finding is the same when the same rule says it, as severely, about the same field of
//! the same part: not its line, nor its place in a list. Findings about form (former spellings, style) are no
//! difference, as what they are about is none.

use std::collections::BTreeMap;

use super::difference::FindingChange;
use super::pairing::Pairing;
use super::part::{Item, PartKind, Side};
use super::secret;
use crate::diagnostics::{Category, Diagnostic, Severity};
use crate::model::EnvVar;
use crate::sort;

/// What makes two findings of one rule and severity the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// The field of a part.
    About(Owner, String),
    /// The words of the message, in any order.
    Words(Vec<String>),
    /// Nothing more.
    Rule,
}

/// The part that a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Owner {
    /// A part of the head.
    Here(usize),
    /// A part that only the base has.
    Gone(usize),
}

/// A finding with its part.
struct Located<'a> {
    found: &'a Diagnostic,
    item: usize,
    field: String,
}

/// Findings that the base did not have, and findings that the head has no more, each in source order. `unchanged`
/// says that no part of the file changed: then only their order can have moved a finding to another part.
pub(super) fn changes(
    base: &Side<'_>,
    head: &Side<'_>,
    pairing: &Pairing,
    unchanged: bool,
) -> (Vec<FindingChange>, Vec<FindingChange>) {
    let (mut old, mut new) = (locate(base), locate(head));
    let of_old = |located: &Located<'_>| {
        let owner = pairing.of_base(located.item).map_or(Owner::Gone(located.item), Owner::Here);
        Some(Key::About(owner, located.field.clone()))
    };
    let of_new =
        |located: &Located<'_>| Some(Key::About(Owner::Here(located.item), located.field.clone()));
    strike(&mut old, of_old, &mut new, of_new);
    // A finding about two fields is at the later one. Errors are never made up for in this way.
    let mild = |located: &Located<'_>| located.found.severity < Severity::Error;
    let words = |located: &Located<'_>| {
        let mut words: Vec<String> =
            located.found.message.split_whitespace().map(ToOwned::to_owned).collect();
        sort::ascending(&mut words);
        mild(located).then_some(Key::Words(words))
    };
    strike(&mut old, words, &mut new, words);
    if unchanged {
        let rule = |located: &Located<'_>| mild(located).then_some(Key::Rule);
        strike(&mut old, rule, &mut new, rule);
    }
    let told = |side: &Side<'_>, found: &[Located<'_>]| {
        found.iter().map(|located| tell(side, located)).collect()
    };
    (told(head, &new), told(base, &old))
}

/// Strikes out what both sides have.
fn strike<'a>(
    old: &mut Vec<Located<'a>>,
    of_old: impl Fn(&Located<'a>) -> Option<Key>,
    new: &mut Vec<Located<'a>>,
    of_new: impl Fn(&Located<'a>) -> Option<Key>,
) {
    let whole = |located: &Located<'a>, key: Option<Key>| {
        Some((located.found.rule, located.found.severity, key?))
    };
    let mut in_old: BTreeMap<_, usize> = BTreeMap::new();
    let mut in_new: BTreeMap<_, usize> = BTreeMap::new();
    for key in old.iter().filter_map(|located| whole(located, of_old(located))) {
        *in_old.entry(key).or_default() += 1;
    }
    for key in new.iter().filter_map(|located| whole(located, of_new(located))) {
        *in_new.entry(key).or_default() += 1;
    }
    old.retain(|located| !take(&mut in_new, whole(located, of_old(located))));
    new.retain(|located| !take(&mut in_old, whole(located, of_new(located))));
}

/// Takes one from what is left of `key`; whether there was one.
fn take<K: Ord>(left: &mut BTreeMap<K, usize>, key: Option<K>) -> bool {
    match key.and_then(|key| left.get_mut(&key)) {
        Some(count) if *count > 0 => {
            *count -= 1;
            true
        }
        _ => false,
    }
}

/// A finding as plain data.
fn tell(side: &Side<'_>, located: &Located<'_>) -> FindingChange {
    let found = located.found;
    let item = &side.items[located.item];
    let position = side.analysis.lines().position(found.span.start(), side.analysis.text());
    FindingChange {
        rule: found.rule,
        severity: found.severity,
        message: secret::mask(&found.message),
        part: (item.sort != PartKind::File).then(|| item.part.clone()),
        line: position.line,
    }
}

/// Every finding with the part and the field that it is about.
fn locate<'a>(side: &Side<'a>) -> Vec<Located<'a>> {
    let by_path: BTreeMap<&str, usize> =
        side.items.iter().enumerate().map(|(index, item)| (item.path, index)).collect();
    let analysis = side.analysis;
    analysis
        .diagnostics()
        .iter()
        .filter(|found| !matches!(found.category, Category::Deprecated | Category::Style))
        .map(|found| {
            let (item, rest) = owner(&by_path, &found.path);
            Located { found, item, field: field(side, &side.items[item], rest) }
        })
        .collect()
}

/// The part with the longest path that `path` begins with, and the rest of it. The file's is empty.
fn owner<'p>(by_path: &BTreeMap<&str, usize>, path: &'p str) -> (usize, &'p str) {
    let ends = path.char_indices().filter(|(_, c)| matches!(c, '.' | '[')).map(|(at, _)| at);
    let ends: Vec<usize> = ends.chain([path.len()]).collect();
    ends.into_iter()
        .rev()
        .find_map(|end| Some((*by_path.get(&path[..end])?, &path[end..])))
        .unwrap_or((by_path.get("").copied().unwrap_or_default(), path))
}

/// The field below a part: variables by their names, other items of lists without their numbers.
fn field(side: &Side<'_>, item: &Item<'_>, rest: &str) -> String {
    let vars: &[EnvVar] = match item.sort {
        PartKind::Group => &side.blueprint().groups[item.index].env_vars,
        PartKind::Service | PartKind::Database | PartKind::Replica => {
            &side.blueprint().resources[item.index].env_vars
        }
        PartKind::File | PartKind::Project | PartKind::Environment => &[],
    };
    let number = rest.strip_prefix(".envVars[").and_then(|rest| rest.split_once(']'));
    let var =
        number.and_then(|(number, rest)| Some((vars.get(number.parse::<usize>().ok()?)?, rest)));
    match var {
        Some((var, rest)) => format!(".envVars.{}{}", var.name(), without_numbers(rest)),
        None => without_numbers(rest),
    }
}

/// `.routes[2].source` as `.routes[].source`.
fn without_numbers(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    let mut inside = false;
    for c in path.chars() {
        inside = match c {
            '[' => true,
            ']' => false,
            _ => inside,
        };
        if !(inside && c.is_ascii_digit()) {
            out.push(c);
        }
    }
    out
}
