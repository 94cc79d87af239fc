//! What the stages of one system are usually called: words that tell production's `api` from that of staging.

/// Words of names that mean a stage.
const STAGES: [&str; 22] = [
    "production",
    "prod",
    "prd",
    "live",
    "staging",
    "stage",
    "stg",
    "uat",
    "preprod",
    "preview",
    "development",
    "develop",
    "dev",
    "testing",
    "test",
    "tst",
    "qa",
    "sandbox",
    "demo",
    "canary",
    "beta",
    "main",
];

/// Whether a word of a name means a stage.
pub fn is_stage(word: &str) -> bool {
    STAGES.contains(&word.to_ascii_lowercase().as_str())
}
