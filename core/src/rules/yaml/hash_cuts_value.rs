//! Y06: ` #` in an unquoted value starts a comment.

use crate::diagnostics::Safety;
use crate::edit::quoted;
use crate::lint::{Context, Finding, VariableOwner};
use crate::text::{Span, TextEdit};

rule! {
    /// ## What it does
    ///
    /// Finds unquoted values of variables with a space and a `#` that is directly followed by text.
    ///
    /// ## Why it matters
    ///
    /// YAML reads the rest of the line as a comment, so the app gets only the first part of the value. An ordinary
    /// comment has a space after its `#` and is not reported.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: CHANNEL
    ///         value: team #alerts
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: CHANNEL
    ///         value: "team #alerts"
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When it is a comment. Put a space after the `#`.
    ///
    /// ## References
    ///
    /// - [YAML 1.2.2](https://yaml.org/spec/1.2.2/)
    code: "hash-cuts-value",
    summary: "a `#` that cuts a value short",
    severity: Warning,
    category: Syntax,
    certainty: Documented,
    facts: ["Y06"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (owner, var) in context.all_variables() {
        let Some(value) =
            var.value.present().filter(|value| !value.value.quoted && !value.span.is_empty())
        else {
            continue;
        };
        let end = value.span.end();
        let line_end = context.lines.line_range(context.lines.line_of(end), context.text).end;
        let rest = context.text.get(end..line_end).unwrap_or_default();
        let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        let glued = rest[blanks..]
            .strip_prefix('#')
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric()));
        if blanks == 0 || !glued {
            continue;
        }
        let whole = Span::new(value.span.start(), end + rest.trim_end().len());
        let mut finding = Finding::new(
            Span::new(end + blanks, whole.end()),
            format!("{}.value", var.path),
            format!("this is a comment: `{}` gets only the text before it", var.name()),
            "put the whole value in quotes, or a space after the `#` of a comment",
        )
        .fix(
            "put the whole value in quotes",
            Safety::Unsafe,
            vec![TextEdit::replace(whole, quoted(whole.slice(context.text)))],
        );
        if let VariableOwner::Resource(resource) = owner {
            finding = finding.on(context, resource.id);
        }
        findings.push(finding);
    }
}
