//! Writing what a command makes. A report that is written piece by piece (`check`) goes its own way.

use std::io::Write as _;
use std::path::Path;

use anyhow::Context as _;

/// Writes to a file, or to standard output without one or for `-`.
///
/// # Errors
/// When it cannot be written.
pub(crate) fn write(path: Option<&Path>, bytes: &[u8]) -> anyhow::Result<()> {
    match path {
        Some(path) if path.as_os_str() != "-" => std::fs::write(path, bytes)
            .with_context(|| format!("{} cannot be written", path.display())),
        _ => Ok(std::io::stdout().lock().write_all(bytes)?),
    }
}

/// Writes a text to standard output.
///
/// # Errors
/// When it cannot be written.
pub(crate) fn print(text: &str) -> anyhow::Result<()> {
    write(None, text.as_bytes())
}
