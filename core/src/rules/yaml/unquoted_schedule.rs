//! Y04: an unquoted cron schedule that starts with `*`.

use crate::lint::{Context, Finding, report};
use crate::syntax::SyntaxErrorKind;

rule! {
    /// ## What it does
    ///
    /// Finds unquoted cron schedules that start with `*`.
    ///
    /// ## Why it matters
    ///
    /// YAML reads `*` as a reference to an anchor, and cannot read the file.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: cron
    ///     name: nightly
    ///     runtime: docker
    ///     schedule: */5 * * * *
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: cron
    ///     name: nightly
    ///     runtime: docker
    ///     schedule: "*/5 * * * *"
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// Never: Render rejects it.
    ///
    /// ## References
    ///
    /// - [YAML 1.2.2](https://yaml.org/spec/1.2.2/)
    code: "unquoted-schedule",
    summary: "an unquoted schedule that starts with `*`",
    severity: Error,
    category: Syntax,
    certainty: Documented,
    facts: ["Y04"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    let mine = |kind| matches!(kind, SyntaxErrorKind::UnquotedSchedule);
    report(context, findings, mine, "put the schedule in quotes");
}
