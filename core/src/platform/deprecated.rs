//! Old names that Render still reads (SPEC).

use super::kinds::Kind;

/// Old service types and their present names.
pub const RENAMED_KINDS: [(&str, Kind); 1] = [("redis", Kind::KeyValue)];

/// Old values of `autoDeploy` and their names in `autoDeployTrigger`; the second is quoted because YAML 1.1 would read
/// a boolean.
pub const AUTO_DEPLOY_TRIGGERS: [(&str, &str); 8] = [
    ("true", "commit"),
    ("yes", "commit"),
    ("on", "commit"),
    ("y", "commit"),
    ("false", "\"off\""),
    ("no", "\"off\""),
    ("off", "\"off\""),
    ("n", "\"off\""),
];

/// The kind that an old service type means.
pub fn renamed_kind(text: &str) -> Option<Kind> {
    RENAMED_KINDS.iter().find(|(old, _)| *old == text).map(|(_, kind)| *kind)
}
