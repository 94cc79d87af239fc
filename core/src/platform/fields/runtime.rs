//! What code runs on.

/// What `runtime` takes (SCHEMA).
pub(super) const RUNTIMES: &[&str] =
    &["docker", "elixir", "go", "image", "node", "python", "ruby", "rust"];

/// Whether a runtime is native: Render builds and starts the code with commands (SPEC).
pub fn is_native_runtime(runtime: &str) -> bool {
    RUNTIMES.contains(&runtime) && !matches!(runtime, "docker" | "image")
}
