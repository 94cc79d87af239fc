//! Former names that Render still reads (SPEC).

use super::Kind;

/// Former service types and what they are called now.
pub const RENAMED_KINDS: [(&str, Kind); 1] = [("redis", Kind::KeyValue)];

/// Former values of `autoDeploy` and what `autoDeployTrigger` calls them; the second is quoted where YAML 1.1 would
/// read a boolean.
pub const AUTO_DEPLOY_TRIGGERS: [(&str, &str); 4] =
    [("true", "commit"), ("yes", "commit"), ("false", "\"off\""), ("no", "\"off\"")];

/// The kind behind a former service type.
pub fn renamed_kind(text: &str) -> Option<Kind> {
    RENAMED_KINDS.iter().find(|(old, _)| *old == text).map(|(_, kind)| *kind)
}
