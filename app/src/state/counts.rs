//! Counts in words.

use std::sync::Arc;

use blueprint_lens_core::diagnostics::Severity;

use super::row::Row;

/// `1 error`, `2 errors`.
pub(crate) fn counted(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}

/// How many problems of a severity there are.
pub(crate) fn count_of(rows: &[Arc<Row>], severity: Severity) -> usize {
    rows.iter().filter(|row| row.severity == severity).count()
}
