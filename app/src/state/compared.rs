//! A text of the page's own thread, compared with a former version.

use std::sync::{Arc, OnceLock};

use super::former::Former;
use super::lazy_analysis::LazyAnalysis;
use crate::engine::{Comparison, PlanView};

/// What came of a comparison.
pub(super) struct Compared {
    former: Arc<Former>,
    first: bool,
    /// Both versions, compared.
    pub(super) comparison: Comparison,
    plan: OnceLock<PlanView>,
}

impl Compared {
    /// Compares `former` with `text`; with `first`, the sync is the first one.
    pub(super) fn new(former: Arc<Former>, text: &LazyAnalysis, first: bool) -> Self {
        let comparison = Comparison::new(&former.analysis, text, first);
        Self { former, first, comparison, plan: OnceLock::new() }
    }

    /// The id of the former version, and whether the sync is the first one.
    pub(super) fn asked(&self) -> (&str, bool) {
        (&self.former.id, self.first)
    }

    /// The plan, to be shown; `text` is that which was compared.
    pub(super) fn plan(&self, text: &LazyAnalysis) -> &PlanView {
        self.plan.get_or_init(|| self.comparison.plan_view(&self.former.analysis, text))
    }
}
