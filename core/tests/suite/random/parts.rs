//! What all random Blueprints are put together from.

use super::tree::{Tree, word};

/// The entries of a mapping, in order.
pub(crate) type Entries = Vec<(String, Tree)>;

/// Properties of a service.
pub(crate) const OF_SERVICE: [&str; 4] = ["host", "port", "hostport", "connectionString"];

/// An entry whose value is a scalar.
pub(crate) fn entry(key: &str, value: impl Into<String>) -> (String, Tree) {
    (key.to_owned(), word(value))
}

/// An entry whose value is a mapping.
pub(crate) fn mapping(key: &str, entries: Entries) -> (String, Tree) {
    (key.to_owned(), Tree::Map(entries))
}

/// An entry whose value is a list.
pub(crate) fn list(key: &str, items: Vec<Tree>) -> (String, Tree) {
    (key.to_owned(), Tree::List(items))
}

/// The lists of a scope that are not empty; `items` makes the databases, or the services.
pub(crate) fn lists(mut items: impl FnMut(bool) -> Vec<Tree>) -> Entries {
    let both = [("services", false), ("databases", true)];
    let both = both.map(|(key, is_database)| (key, items(is_database)));
    both.into_iter()
        .filter(|(_, items)| !items.is_empty())
        .map(|(key, items)| list(key, items))
        .collect()
}

/// The one project, with its environments.
pub(crate) fn project(environments: Vec<Tree>) -> (String, Tree) {
    let project = vec![entry("name", "shop"), list("environments", environments)];
    list("projects", vec![Tree::Map(project)])
}
