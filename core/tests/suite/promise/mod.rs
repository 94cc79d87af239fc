//! What fixes and the effective Blueprint promise of every text, as checks that say what is broken.

mod all;
mod each_fix;
mod expansion;
mod kept;
mod together;

use std::collections::BTreeMap;

use blueprint_lens_core::analysis::{Analysis, Options};
use blueprint_lens_core::diagnostics::{Diagnostic, Severity};
use blueprint_lens_core::text::decode;

pub(crate) use all::{Broken, broken_promises};
pub(crate) use each_fix::{Demand, complaints};
pub(crate) use expansion::broken_by_expansion;
pub(crate) use together::settle;

/// A text with a name, and its analysis.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) options: Options,
    pub(crate) before: Analysis,
}

impl Case {
    /// A text, and what is asked of it.
    pub(crate) fn new(name: String, text: &str, options: Options) -> Self {
        let before = Analysis::with(decode(text.as_bytes()), options.clone());
        Self { name, options, before }
    }

    pub(crate) fn text(&self) -> &str {
        self.before.text()
    }

    /// The analysis of another text with the same options.
    pub(crate) fn analysis(&self, text: &str) -> Analysis {
        Analysis::with(decode(text.as_bytes()), self.options.clone())
    }
}

/// How often each rule speaks.
pub(crate) fn counts(findings: &[Diagnostic]) -> BTreeMap<&'static str, usize> {
    let mut out = BTreeMap::new();
    for found in findings {
        *out.entry(found.rule).or_insert(0) += 1;
    }
    out
}

/// How many findings are more than advice.
pub(crate) fn bad(findings: &[Diagnostic]) -> usize {
    findings.iter().filter(|one| one.severity >= Severity::Warning).count()
}
