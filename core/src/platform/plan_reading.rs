//! Whether a plan that a file names is free.

use super::kinds::Kind;
use super::newer::is_newer_plan;
use super::plans::{FREE_PLAN, RETIRED_PLANS, SERVER, plans_of};

/// Whether a plan in a file is free, which decides whether a web service receives private traffic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanReading {
    /// The free plan.
    Free,
    /// A paid plan, a misspelling close to one, or an id newer than the tables: only `free` costs nothing.
    Paid,
    /// Unknown.
    Unknown,
}

/// Reads whether a plan is free. Case and separators are folded to recognise close spellings, but a close spelling of
/// `free` stays unknown: whether Render folds case is not documented.
pub fn read_plan(kind: Kind, text: &str) -> PlanReading {
    if text == FREE_PLAN {
        return PlanReading::Free;
    }
    let fold = |plan: &str| -> String {
        plan.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
    };
    let folded = fold(text);
    if folded != FREE_PLAN
        && (plans_of(kind).iter().chain(SERVER).any(|plan| fold(plan) == folded)
            || RETIRED_PLANS.iter().any(|plan| fold(plan) == folded)
            || is_newer_plan(kind, text))
    {
        PlanReading::Paid
    } else {
        PlanReading::Unknown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn free_is_exact_and_paid_is_lenient() {
        assert_eq!(read_plan(Kind::Web, "free"), PlanReading::Free);
        assert_eq!(read_plan(Kind::Web, "Free"), PlanReading::Unknown);
        assert_eq!(read_plan(Kind::Web, "Starter"), PlanReading::Paid);
        assert_eq!(read_plan(Kind::Web, "pro_plus"), PlanReading::Paid);
        assert_eq!(read_plan(Kind::Web, "hobby"), PlanReading::Unknown);
        assert_eq!(read_plan(Kind::Web, "3c-6g"), PlanReading::Paid);
        assert_eq!(read_plan(Kind::Postgres, "basic_256mb"), PlanReading::Paid);
    }
}
