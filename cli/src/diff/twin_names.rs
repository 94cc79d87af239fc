//! What twins called the same thing.

/// What was renamed so that the two sides could be compared: old names and new ones, for each side.
#[derive(Clone, Debug, Default)]
pub(crate) struct TwinNames {
    /// In the first.
    pub(crate) base: Vec<(String, String)>,
    /// In the second.
    pub(crate) head: Vec<(String, String)>,
}

impl TwinNames {
    /// What the signs of a difference mean between twins.
    pub(super) fn legend(base: &str, head: &str) -> String {
        format!(
            "What only {head} has is marked + or !, what only {base} has -; of two values, the first is that of {base}"
        )
    }
}
