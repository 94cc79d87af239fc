//! Environment variables: one source each.

use super::violation::ViolationKind;
use super::walk::{Fields, Walk};

/// What each source allows beside it (SCHEMA: one closed form per source).
const FORMS: [(&str, &[&str]); 3] =
    [("fromGroup", &[]), ("fromDatabase", &["key"]), ("fromService", &["key"])];

/// Fields that belong to variables of any form.
const KNOWN: [&str; 8] = [
    "key",
    "value",
    "generateValue",
    "sync",
    "previewValue",
    "fromService",
    "fromDatabase",
    "fromGroup",
];

/// Whether a variable that has fields of those names may not have one more of that name.
pub(crate) fn is_excluded(name: &str, beside: &[&str]) -> bool {
    let alone = |source: &str, other: &str| {
        FORMS.iter().any(|(form, with)| *form == source && !with.contains(&other))
            && KNOWN.contains(&other)
            && source != other
    };
    beside.iter().any(|other| alone(other, name) || alone(name, other))
}

impl<'a> Walk<'a> {
    /// Reports the fields beside a source that excludes them.
    pub(super) fn variable_sources(&mut self, fields: Fields<'a>) {
        let form =
            FORMS.iter().find_map(|(name, beside)| Some((*name, *beside, fields.get(name)?)));
        let Some((by, beside, source)) = form else { return };
        for name in KNOWN.iter().filter(|name| **name != by && !beside.contains(name)) {
            if let Some(entry) = fields.get(name) {
                let kind = ViolationKind::Excluded { by, key: source.key.span };
                self.add(fields, name, kind, entry.key.span);
            }
        }
    }
}
