//! Where the value of a variable comes from.

use crate::model::EnvVar;

/// The source of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// Render, which makes a secret once.
    Generated,
    /// Somebody who enters it in the Dashboard.
    Dashboard,
    /// Another resource.
    Reference,
    /// The file.
    Value,
    /// Nothing that can be read.
    Nothing,
}

impl Source {
    /// The source of a variable; of several, which Render refuses, the first in the order above.
    pub(super) fn of(var: &EnvVar) -> Self {
        if var.generate_value.value() == Some(&true) {
            Self::Generated
        } else if var.sync.value() == Some(&false) {
            Self::Dashboard
        } else if !var.from_service.is_absent()
            || !var.from_database.is_absent()
            || !var.from_group.is_absent()
        {
            Self::Reference
        } else if var.value.value().is_some() {
            Self::Value
        } else {
            Self::Nothing
        }
    }
}
