//! Something about a stretch of the editor's text.

/// What it is about a stretch of the text; offsets count UTF-16 units.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Located<Content> {
    /// Where it starts.
    pub(crate) from: u32,
    /// Where it ends.
    pub(crate) to: u32,
    /// What there is to say.
    pub(crate) content: Content,
}
