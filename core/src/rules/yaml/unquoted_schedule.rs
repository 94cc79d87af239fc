//! Y04: a cron schedule without quotes.

use crate::lint::{Context, Finding, report};
use crate::syntax::SyntaxErrorKind;

rule! {
    /// ## What it does
    ///
    /// Finds cron schedules that start with `*` and have no quotes.
    ///
    /// ## Why it matters
    ///
    /// YAML takes `*` for a reference to an anchor, and cannot read the file.
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
    /// Never: Render refuses it.
    ///
    /// ## References
    ///
    /// - [YAML 1.2.2](https://yaml.org/spec/1.2.2/)
    code: "unquoted-schedule",
    summary: "a schedule that starts with `*` without quotes",
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
