//! Words that several rules share, so that one thing is always called the same.

use crate::model::Resource;
use crate::platform::Kind;

/// Most places of a long row that are pointed at; more would not be read.
pub(crate) const SHOWN: usize = 5;

/// " and 3 more", for what follows the first ones of a list; `what` names one of them, with a space in front.
pub(crate) fn and_more(count: usize, what: &str) -> String {
    match count {
        0 => String::new(),
        1 => format!(" and one more{what}"),
        n if what.is_empty() => format!(" and {n} more"),
        n => format!(" and {n} more{what}s"),
    }
}

/// Words of a list, the first of them where it is long.
pub(crate) fn some_of(words: &[&str]) -> String {
    const FEW: usize = 8;
    match words.get(..FEW).filter(|_| words.len() > FEW + 1) {
        Some(first) => format!("{}{}", first.join(", "), and_more(words.len() - FEW, "")),
        None => words.join(", "),
    }
}

/// "a background worker", or "a resource of unknown kind".
pub(crate) fn kind_words(resource: &Resource) -> &'static str {
    resource.kind.kind().map_or("a resource of unknown kind", Kind::a_words)
}

/// "`db` is declared here", with its region behind it when that helps.
pub(crate) fn declared_here(resource: &Resource) -> String {
    format!("`{}`, {}, is declared here", resource.label(), kind_words(resource))
}
