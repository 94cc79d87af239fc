//! Values that a secret name holds.

use super::placeholders::is_stand_in;

/// Shorter values are no secrets.
const SHORTEST: usize = 3;

/// Values that say yes or no, or how.
const SWITCHES: [&str; 18] = [
    "true", "false", "yes", "no", "on", "off", "null", "none", "enabled", "disabled", "required",
    "optional", "plain", "login", "basic", "oauth2", "scram", "cram-md5",
];

/// Whether a value under a secret name is one, as far as its text tells.
pub fn is_secret_text(value: &str) -> bool {
    let folded = value.to_ascii_lowercase();
    value.chars().count() >= SHORTEST && !SWITCHES.contains(&folded.as_str()) && !is_stand_in(value)
}
