//! What a file says at its root, beside its lists.

use super::field::{Field, Key};
use super::settings::Settings;

/// The root of one file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Root {
    /// What the file is called; empty for a text that came without a name.
    pub path: String,
    /// Names of build sources, wherever they are declared.
    pub build_sources: Vec<String>,
    /// `previews.generation`, or what the former `previewsEnabled` meant, as written.
    pub previews_generation: Field<String>,
    /// What is in `previews`.
    pub previews: Settings,
    /// Every key as written.
    pub keys: Vec<Key>,
}
