//! Two Blueprints, analysed and compared.

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diff::{Difference, diff};
use blueprint_lens_core::text::Decoded;

use super::twin_names::TwinNames;
use crate::config::Config;
use crate::json::diff::{JsonDifference, difference};

/// Two Blueprints and what changed between them.
pub(crate) struct Compared {
    /// What the base goes by.
    pub(crate) base_name: String,
    /// What the head goes by.
    pub(crate) head_name: String,
    /// The base.
    pub(crate) base: Analysis,
    /// The head.
    pub(crate) head: Analysis,
    /// What changed.
    pub(crate) difference: Difference,
    /// What was renamed, when the two are twins rather than versions.
    pub(crate) twin: Option<TwinNames>,
}

/// Compares two texts, each with the name it goes by.
pub(crate) fn compare(
    (base_name, base): (String, Decoded),
    (head_name, head): (String, Decoded),
    config: &Config,
) -> Compared {
    let analyse = |decoded| Analysis::with(decoded, config.options());
    let (base, head) = rayon::join(|| analyse(base), || analyse(head));
    let difference = diff(&base, &head);
    Compared { base_name, head_name, base, head, difference, twin: None }
}

impl Compared {
    /// The form for other programs.
    pub(crate) fn json(&self) -> JsonDifference {
        difference((&self.base_name, &self.head_name), &self.difference, self.twin.as_ref())
    }
}
