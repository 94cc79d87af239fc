//! What a rule is.

use super::context::Context;
use super::finding::Finding;
use crate::diagnostics::{Category, Severity};
pub use crate::platform::Certainty;

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
    /// Finds what it finds.
    pub check: fn(&Context<'_>, &mut Vec<Finding>),
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
        check: $check:path $(,)?
    ) => {
        const _: () = $crate::platform::assert_facts(&[$($fact),*]);

        #[doc = $summary]
        pub(super) static RULE: $crate::rules::Rule = $crate::rules::Rule {
            code: $code,
            summary: if cfg!(feature = "rule-pages") { $summary } else { "" },
            severity: $crate::diagnostics::Severity::$severity,
            category: $crate::diagnostics::Category::$category,
            certainty: $crate::rules::Certainty::$certainty,
            facts: if cfg!(feature = "rule-pages") { &[$($fact),*] } else { &[] },
            fixes: $fixes,
            since: $since,
            on_by_default: rule!(@on $($on)?),
            page: if cfg!(feature = "rule-pages") { concat!($($page, "\n"),*) } else { "" },
            check: $check,
        };
    };
    (@on) => { true };
    (@on $on:literal) => { $on };
}
