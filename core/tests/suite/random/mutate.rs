//! One change to a tree: a slip of the pen, a word of another tool, a value of another type, text that two resources share.

use std::sync::LazyLock;

use super::choices::Choices;
use super::declare::odd;
use super::tree::{Tree, word};
use blueprint_lens_core::platform::{SchemaNode, fields_of};

/// A way to a node: the numbers of the entries and items on it.
type Way = Vec<usize>;

/// Changes one thing.
pub(crate) fn mutate(root: &mut Tree, choices: &mut Choices<'_>) {
    let mut ways = Vec::new();
    collect(root, &mut Vec::new(), &mut ways);
    if ways.is_empty() {
        return;
    }
    let way = ways[pick(choices, ways.len())].clone();
    match choices.below(12) {
        0 => drop_entry(root, &way),
        1 => rename(root, &way, |key| {
            let mut key = key.to_owned();
            key.pop();
            key
        }),
        2 => rename(root, &way, str::to_ascii_lowercase),
        3 => rename(root, &way, |key| format!("{key}s")),
        4 => {
            let names = known_names();
            let name = names[pick(choices, names.len())];
            rename(root, &way, |_| name.to_owned());
        }
        5 => *at(root, &way) = odd(choices),
        6 => {
            let copy = at(root, &way).clone();
            *at(root, &way) = Tree::List(vec![copy]);
        }
        7 => unwrap(at(root, &way)),
        8 => repeat(root, &way),
        9 => share_field(root, &ways, choices),
        10 => merge_items(root, &ways, choices),
        _ => {
            let copy = at(root, &way).clone();
            let to = &ways[pick(choices, ways.len())];
            *at(root, to) = copy;
        }
    }
}

fn pick(choices: &mut Choices<'_>, count: usize) -> usize {
    (choices.below(256) * 256 + choices.below(256)) % count
}

/// Every name that a node of the language knows, former ones included.
pub(crate) fn known_names() -> &'static [&'static str] {
    static NAMES: LazyLock<Vec<&str>> = LazyLock::new(|| {
        SchemaNode::all().flat_map(|node| fields_of(node).map(|row| row.name)).collect()
    });
    &NAMES
}

fn collect(tree: &Tree, way: &mut Way, out: &mut Vec<Way>) {
    let mut visit = |number: usize, tree: &Tree| {
        way.push(number);
        out.push(way.clone());
        collect(tree, way, out);
        way.pop();
    };
    match tree {
        Tree::List(items) => items.iter().enumerate().for_each(|(at, item)| visit(at, item)),
        Tree::Map(entries) => {
            entries.iter().enumerate().for_each(|(at, (_, value))| visit(at, value));
        }
        Tree::Word(_) | Tree::Lines(_) | Tree::Anchored(..) | Tree::Alias(_) => {}
    }
}

fn at<'a>(root: &'a mut Tree, way: &[usize]) -> &'a mut Tree {
    way.iter().fold(root, |tree, number| match tree {
        Tree::List(items) => &mut items[*number],
        Tree::Map(entries) => &mut entries[*number].1,
        other => other,
    })
}

fn drop_entry(root: &mut Tree, way: &[usize]) {
    let Some((last, parent)) = way.split_last() else { return };
    match at(root, parent) {
        Tree::List(items) => drop(items.remove(*last)),
        Tree::Map(entries) => drop(entries.remove(*last)),
        _ => {}
    }
}

fn rename(root: &mut Tree, way: &[usize], renamed: impl Fn(&str) -> String) {
    let Some((last, parent)) = way.split_last() else { return };
    if let Tree::Map(entries) = at(root, parent) {
        entries[*last].0 = renamed(&entries[*last].0);
    }
}

/// The first thing in a list or a mapping instead of it.
fn unwrap(tree: &mut Tree) {
    let inner = match tree {
        Tree::List(items) => items.first().cloned(),
        Tree::Map(entries) => entries.first().map(|(_, value)| value.clone()),
        _ => None,
    };
    *tree = inner.unwrap_or_else(|| word("text"));
}

/// An entry or an item twice.
fn repeat(root: &mut Tree, way: &[usize]) {
    let Some((last, parent)) = way.split_last() else { return };
    match at(root, parent) {
        Tree::List(items) => items.push(items[*last].clone()),
        Tree::Map(entries) => entries.push(entries[*last].clone()),
        _ => {}
    }
}

/// A field of one mapping becomes the anchored field of that name of another.
fn share_field(root: &mut Tree, ways: &[Way], choices: &mut Choices<'_>) {
    let from = &ways[pick(choices, ways.len())];
    let Some(name) = key(root, from) else { return };
    let later = ways.iter().filter(|way| *way > from && !way.starts_with(from));
    let same: Vec<Way> =
        later.filter(|way| key(root, way).as_deref() == Some(name.as_str())).cloned().collect();
    if let Some(to) = same.get(pick(choices, same.len().max(1))) {
        anchor(root, from, to);
    }
}

/// An item of a list becomes an anchor, and a later one takes its entries by a merge key.
fn merge_items(root: &mut Tree, ways: &[Way], choices: &mut Choices<'_>) {
    let from = &ways[pick(choices, ways.len())];
    let Some((last, parent)) = from.split_last() else { return };
    let Tree::List(items) = at(root, parent) else { return };
    let next = last + 1;
    let (Some(Tree::Map(_)), Some(Tree::Map(_))) = (items.get(*last), items.get(next)) else {
        return;
    };
    let number = *last + 10 * parent.len();
    if let Some(Tree::Map(entries)) = items.get_mut(next) {
        let keep = 1 + choices.below(4);
        entries.truncate(keep.max(2));
        entries.insert(0, ("<<".to_owned(), Tree::Alias(number)));
    }
    let inner = items[*last].clone();
    items[*last] = Tree::Anchored(number, Box::new(inner));
}

fn key(root: &mut Tree, way: &[usize]) -> Option<String> {
    let (last, parent) = way.split_last()?;
    match at(root, parent) {
        Tree::Map(entries) => Some(entries[*last].0.clone()),
        _ => None,
    }
}

fn anchor(root: &mut Tree, from: &[usize], to: &[usize]) {
    let number = 100 + to.iter().sum::<usize>();
    let inner = at(root, from).clone();
    *at(root, to) = Tree::Alias(number);
    *at(root, from) = Tree::Anchored(number, Box::new(inner));
}
