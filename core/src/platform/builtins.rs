//! Variables that Render sets itself (DOC:environment-variables).

/// Built-in variables that do not start with `RENDER`.
const OTHERS: [&str; 3] = ["IS_PULL_REQUEST", "PORT", "WEB_CONCURRENCY"];

/// Whether Render sets `key` itself, so that no file needs to declare it.
pub fn is_builtin_variable(key: &str) -> bool {
    key == "RENDER" || key.starts_with("RENDER_") || OTHERS.contains(&key)
}

/// The variable that holds the private addresses of a service's instances (DOC:private-network).
pub const DISCOVERY_VARIABLE: &str = "RENDER_DISCOVERY_SERVICE";

/// Whether `key` holds the public address of a service. Empty unless that service is a web service or a static site.
pub fn is_public_address_variable(key: &str) -> bool {
    matches!(key, "RENDER_EXTERNAL_URL" | "RENDER_EXTERNAL_HOSTNAME")
}

/// Whether other services cannot copy a variable that Render sets, by `envVarKey` (a public test of 2025; not
/// documented).
pub fn is_unreadable_elsewhere(key: &str) -> bool {
    key.starts_with("RENDER_GIT_")
        || matches!(
            key,
            "RENDER"
                | "RENDER_CPU_COUNT"
                | "RENDER_INSTANCE_ID"
                | "RENDER_SERVICE_ID"
                | "RENDER_SERVICE_NAME"
                | "RENDER_SERVICE_TYPE"
                | "RENDER_WEB_CONCURRENCY"
                | "WEB_CONCURRENCY"
        )
}
