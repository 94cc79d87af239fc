//! What twins called the same thing.

/// What was renamed so that the two sides could be compared: old names and new ones, for each side.
#[derive(Clone, Debug, Default)]
pub(crate) struct TwinNames {
    /// In the first.
    pub(crate) base: Vec<(String, String)>,
    /// In the second.
    pub(crate) head: Vec<(String, String)>,
}
