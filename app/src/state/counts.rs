//! How many problems there are.

use std::sync::Arc;

use blueprint_lens_core::diagnostics::Severity;

use super::row::Row;

/// How many problems of a severity there are.
pub(crate) fn count_of(rows: &[Arc<Row>], severity: Severity) -> usize {
    rows.iter().filter(|row| row.severity == severity).count()
}
