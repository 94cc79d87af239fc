//! Reading files and standard input.

use std::io::Read;
use std::path::Path;

use anyhow::{Context as _, bail};
use blueprint_lens_core::analysis::MAX_BYTES;
use blueprint_lens_core::text::{Decoded, decode};

use crate::output::shown;

/// Whether a path means standard input.
pub(crate) fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Reads a Blueprint. A byte that is not UTF-8 does not stop the reading, and a rule reports it.
///
/// # Errors
/// When it cannot be read, or is larger than [`MAX_BYTES`].
pub(crate) fn read(path: &Path) -> anyhow::Result<Decoded> {
    if is_stdin(path) {
        return read_from(std::io::stdin().lock(), "standard input");
    }
    let name = shown(path);
    let file = std::fs::File::open(path).with_context(|| format!("{name} cannot be read"))?;
    read_from(file, &name)
}

/// Reads a Blueprint from any source; `name` is its name in messages.
///
/// # Errors
/// When it cannot be read, or is larger than [`MAX_BYTES`].
pub(crate) fn read_from(source: impl Read, name: &str) -> anyhow::Result<Decoded> {
    let mut bytes = Vec::new();
    source
        .take(MAX_BYTES as u64 + 1)
        .read_to_end(&mut bytes)
        .with_context(|| format!("{name} cannot be read"))?;
    refuse_too_large(bytes.len() as u64, name)?;
    Ok(decode(&bytes))
}

/// Refuses what has more bytes than [`MAX_BYTES`].
///
/// # Errors
/// When it is that large.
pub(crate) fn refuse_too_large(bytes: u64, name: &str) -> anyhow::Result<()> {
    if bytes > MAX_BYTES as u64 {
        bail!("{name} is larger than 4 MiB, so it is most likely not a Blueprint");
    }
    Ok(())
}
