//! Two Blueprints, analysed and compared.

use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::diff::{Difference, diff};
use blueprint_lens_core::plan::{Mode, Plan, plan};
use blueprint_lens_core::redact::KnownSecrets;
use blueprint_lens_core::text::Decoded;

use super::alarm::{Alarm, alarms};
use super::twin_names::TwinNames;
use crate::config::Config;
use crate::json::diff::{JsonDifference, difference};
use crate::json::plan::{self, JsonPlanAnswer, JsonPlanReport};
use crate::output::secrets_of;

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
    /// What the next sync does with it; of twins, nothing.
    pub(crate) plan: Plan,
    /// What was renamed, when the two are twins rather than versions.
    pub(crate) twin: Option<TwinNames>,
}

/// Compares two texts, each with the name it goes by.
pub(crate) fn compare(
    (base_name, base): (String, Decoded),
    (head_name, head): (String, Decoded),
    mode: Mode,
    config: &Config,
) -> Compared {
    let analyse = |decoded| Analysis::with(decoded, config.options());
    let (base, head) = rayon::join(|| analyse(base), || analyse(head));
    let difference = diff(&base, &head);
    let plan = plan(&base, &head, &difference, mode);
    Compared { base_name, head_name, base, head, difference, plan, twin: None }
}

impl Compared {
    /// The form for other programs.
    pub(crate) fn json(&self) -> JsonDifference {
        let plan = plan::plan(&self.base, &self.head, &self.plan);
        let names = (self.base_name.as_str(), self.head_name.as_str());
        difference(names, &self.difference, plan, self.alarms(), self.twin.as_ref())
    }

    /// The plan alone for other programs.
    pub(crate) fn json_plan(&self) -> JsonPlanReport {
        let plan = plan::plan(&self.base, &self.head, &self.plan);
        plan::report((&self.base_name, &self.head_name), plan)
    }

    /// The plan alone for assistants.
    pub(crate) fn plan_answer(&self) -> JsonPlanAnswer {
        plan::answer(&self.base, &self.head, &self.plan)
    }

    /// The secrets of both sides.
    pub(crate) fn secrets(&self) -> KnownSecrets {
        secrets_of([&self.base, &self.head])
    }

    /// What of it lets a run fail that is asked to.
    pub(crate) fn alarms(&self) -> Vec<Alarm> {
        alarms(&self.difference, &self.plan)
    }

    /// Whether nothing changed and the sync does nothing; of twins, there is always something to say.
    pub(super) fn is_empty(&self) -> bool {
        self.difference.is_empty() && self.plan.is_empty() && self.twin.is_none()
    }
}
