//! What a rule is.

use super::claims::Claim;
use super::context::Context;
use super::finding::Finding;
use crate::diagnostics::{Category, Severity};
use crate::directive::{Directive, Suppression, Word};
pub use crate::platform::Certainty;
use crate::platform::WorkspacePlan;

/// One rule: its facts, its page and its check.
pub struct Rule {
    /// Stable code in kebab-case that reads well after "allow".
    pub code: &'static str,
    /// One line: what it finds; empty where the crate is built without rule pages.
    pub summary: &'static str,
    /// How bad its findings are at worst.
    pub severity: Severity,
    /// What it is about.
    pub category: Category,
    /// How sure the fact behind it is.
    pub certainty: Certainty,
    /// The facts it rests on: ids of the ledger; none where the crate is built without rule pages.
    pub facts: &'static [&'static str],
    /// Whether it offers a fix at least sometimes.
    pub fixes: bool,
    /// Version of this project that brought it.
    pub since: &'static str,
    /// Whether it runs unless asked otherwise. Advice that would attach to nearly every file does not.
    pub on_by_default: bool,
    /// Its page in Markdown, without the title; empty where the crate is built without rule pages.
    pub page: &'static str,
    /// Which violations of the schema it reports; every other rule leaves them to it.
    pub claims: &'static [Claim],
    /// Whether it concludes from a field that is not there. Such a finding is dropped where part of the resource could
    /// not be read, because the field may be in that part.
    pub concludes_from_absence: bool,
    /// The least workspace plan that has what its findings point out. It says nothing when the workspace is known to have
    /// that plan, and warns when it is known to have a smaller one.
    pub workspace_plan: Option<WorkspacePlan>,
    /// How it finds what it finds.
    pub check: Check,
}

/// How a rule finds what it finds.
pub enum Check {
    /// It reads the whole Blueprint.
    Blueprint(fn(&Context<'_>, &mut Vec<Finding>)),
    /// It reports a code of a suppression comment that suppressed nothing, once every other rule has run.
    UnusedSuppression(fn(&Context<'_>, &Directive, &Suppression, &Word) -> Finding),
}

/// Declares the rule of a file: the doc comment is its page.
///
/// ```text
/// rule! {
///     /// ## What it does
///     /// …
///     code: "cross-region-reference",
///     summary: "…",
///     severity: Error,
///     category: Network,
///     certainty: Documented,
///     facts: ["N07", "N08"],
///     fixes: true,
///     since: "0.1.0",
///     check: check,
/// }
/// ```
macro_rules! rule {
    (
        $(#[doc = $page:literal])*
        code: $code:literal,
        summary: $summary:literal,
        severity: $severity:ident,
        category: $category:ident,
        certainty: $certainty:ident,
        facts: [$($fact:literal),* $(,)?],
        fixes: $fixes:literal,
        since: $since:literal,
        $(on_by_default: $on:literal,)?
        $(claims: [$($claim:expr),* $(,)?],)?
        $(concludes_from_absence: $absence:literal,)?
        $(workspace_plan: $plan:ident,)?
        $(check: $check:path,)?
        $(check_unused_suppression: $unused:path,)?
    ) => {
        const _: () = $crate::platform::assert_facts(&[$($fact),*]);

        #[doc = $summary]
        pub(crate) static RULE: $crate::lint::Rule = $crate::lint::Rule {
            code: $code,
            summary: if cfg!(feature = "rule-pages") { $summary } else { "" },
            severity: $crate::diagnostics::Severity::$severity,
            category: $crate::diagnostics::Category::$category,
            certainty: $crate::lint::Certainty::$certainty,
            facts: if cfg!(feature = "rule-pages") { &[$($fact),*] } else { &[] },
            fixes: $fixes,
            since: $since,
            on_by_default: rule!(@on $($on)?),
            page: if cfg!(feature = "rule-pages") { concat!($($page, "\n"),*) } else { "" },
            claims: &[$($($claim),*)?],
            concludes_from_absence: rule!(@absence $($absence)?),
            workspace_plan: rule!(@plan $($plan)?),
            check: rule!(@check $($check)? $(; $unused)?),
        };
    };
    (@on) => { true };
    (@on $on:literal) => { $on };
    (@absence) => { false };
    (@absence $absence:literal) => { $absence };
    (@plan) => { None };
    (@plan $plan:ident) => { Some($crate::platform::WorkspacePlan::$plan) };
    (@check $check:path) => { $crate::lint::Check::Blueprint($check) };
    (@check ; $unused:path) => { $crate::lint::Check::UnusedSuppression($unused) };
}
