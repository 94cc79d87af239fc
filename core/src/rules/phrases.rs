//! Words that several rules share, so that one thing is always called the same.

use crate::facts::Kind;
use crate::model::Resource;

/// "a background worker", or "a resource of unknown kind".
pub(super) fn kind_words(resource: &Resource) -> &'static str {
    resource.kind.kind().map_or("a resource of unknown kind", Kind::a_words)
}

/// "`db` is declared here", with its region behind it when that helps.
pub(super) fn declared_here(resource: &Resource) -> String {
    format!("`{}`, {}, is declared here", resource.label(), kind_words(resource))
}
