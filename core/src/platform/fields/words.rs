//! Words of fields that people write as booleans.

/// The word that a field takes in place of a boolean; `None` where none is sure (SPEC).
pub fn word_of_boolean(field: &str, text: &str) -> Option<&'static str> {
    let on = text.eq_ignore_ascii_case("true");
    Some(match (field, on) {
        ("isolation" | "protection" | "renderSubdomainPolicy", true) => "enabled",
        ("isolation" | "protection" | "renderSubdomainPolicy", false) => "disabled",
        ("generation", true) => "automatic",
        ("autoDeployTrigger", true) => "commit",
        ("connectionPool", true) => "pgbouncer",
        ("connectionPool", false) => "none",
        (_, false) => "off",
        (_, true) => return None,
    })
}
