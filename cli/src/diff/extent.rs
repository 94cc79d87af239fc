//! How much a report tells.

/// What of the comparison is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extent {
    /// All of it: `diff`.
    All,
    /// What the next sync does: `plan`.
    Plan,
}
