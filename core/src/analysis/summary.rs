//! How much of what there is.

use crate::diagnostics::{Diagnostic, Severity};

/// Counts for a summary line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Findings of severity error.
    pub errors: usize,
    /// Findings of severity warning.
    pub warnings: usize,
    /// Findings of severity info.
    pub infos: usize,
    /// Declared services, databases and read replicas.
    pub resources: usize,
    /// Edges between them and to what they name; entry points not counted.
    pub edges: usize,
}

impl Summary {
    /// The counts of some findings.
    pub(super) fn of(diagnostics: &[Diagnostic]) -> Self {
        let count =
            |severity: Severity| diagnostics.iter().filter(|d| d.severity == severity).count();
        Self {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            infos: count(Severity::Info),
            ..Self::default()
        }
    }

    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            errors: self.errors + other.errors,
            warnings: self.warnings + other.warnings,
            infos: self.infos + other.infos,
            resources: self.resources + other.resources,
            edges: self.edges + other.edges,
        }
    }
}
