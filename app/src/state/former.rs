//! The version that the text is compared with.

use super::lazy_analysis::LazyAnalysis;
use crate::platform::of_tab;

/// What the key of a version among the values of this tab begins with.
const KEY: &str = "former:";

/// A version that the text is compared with.
pub(crate) struct Former {
    /// What tells it from others, for the address.
    pub(crate) id: String,
    /// What it goes by.
    pub(crate) name: String,
    /// The version, analysed when that is needed.
    pub(crate) analysis: LazyAnalysis,
}

impl Former {
    /// A version, which this tab remembers from now on.
    pub(super) fn new(name: &str, text: String) -> Self {
        let id = id_of(name, &text);
        of_tab::write(&format!("{KEY}{id}"), &format!("{name}\n{text}"));
        Self { id, name: name.to_owned(), analysis: LazyAnalysis::later(text) }
    }

    /// The version of that id, where this tab remembers it.
    pub(super) fn remembered(id: &str) -> Option<Self> {
        let kept = of_tab::read(&format!("{KEY}{id}"))?;
        let (name, text) = kept.split_once('\n')?;
        let analysis = LazyAnalysis::later(text.to_owned());
        Some(Self { id: id.to_owned(), name: name.to_owned(), analysis })
    }
}

/// FNV-1a: versions of one tab need no more to be told apart.
fn id_of(name: &str, text: &str) -> String {
    let bytes = name.bytes().chain([b'\n']).chain(text.bytes());
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:x}")
}

#[cfg(test)]
mod tests {
    use super::id_of;

    #[test]
    fn an_id_is_that_of_name_and_text() {
        assert_eq!(id_of("a", "b"), id_of("a", "b"));
        assert_ne!(id_of("a", "b"), id_of("a", "c"));
        assert_ne!(id_of("a", "b"), id_of("b", "b"));
    }
}
