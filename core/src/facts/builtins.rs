//! Variables that Render sets itself (DOC:environment-variables).

/// Built-in variables that do not start with `RENDER`.
const OTHERS: [&str; 3] = ["IS_PULL_REQUEST", "PORT", "WEB_CONCURRENCY"];

/// Whether Render sets `key` itself, so that no file needs to declare it.
pub fn is_builtin_variable(key: &str) -> bool {
    key == "RENDER" || key.starts_with("RENDER_") || OTHERS.contains(&key)
}

/// Whether `key` holds the public address of a service. Empty unless that service is a web service or a static site.
pub fn is_public_address_variable(key: &str) -> bool {
    matches!(key, "RENDER_EXTERNAL_URL" | "RENDER_EXTERNAL_HOSTNAME")
}
