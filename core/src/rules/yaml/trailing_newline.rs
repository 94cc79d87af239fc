//! Y14: a block scalar that adds a line break to a one-line value.

use crate::diagnostics::Safety;
use crate::lint::{Context, Finding};
use crate::model::{Literal, Present};
use crate::text::{Span, TextEdit};

rule! {
    /// ## What it does
    ///
    /// Finds values of one line written as a block scalar, `|` or `>`, without the `-` that removes the line break at
    /// the end.
    ///
    /// ## Why it matters
    ///
    /// The line break becomes part of the value. Keys are rejected, hosts are not found, comparisons fail, and the
    /// cause is invisible.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// services:
    ///   - type: web
    ///     name: api
    ///     runtime: docker
    ///     envVars:
    ///       - key: UPSTREAM
    ///         value: |
    ///           https://api.example.com
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
    ///       - key: UPSTREAM
    ///         value: |-
    ///           https://api.example.com
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the app trims its values.
    ///
    /// ## References
    ///
    /// - [YAML 1.2.2](https://yaml.org/spec/1.2.2/)
    code: "trailing-newline",
    summary: "a value with a line break at its end",
    severity: Warning,
    category: Style,
    certainty: Documented,
    facts: ["Y14"],
    fixes: true,
    since: "0.1.0",
    check: check,
}

fn check(context: &Context<'_>, findings: &mut Vec<Finding>) {
    for (owner, var) in context.all_variables() {
        for (name, literal) in [("value", &var.value), ("previewValue", &var.preview_value)] {
            let Some(header) = literal.present().and_then(|literal| header(context, literal))
            else {
                continue;
            };
            let written = header.slice(context.text);
            let dropped: String = written.chars().filter(|c| *c != '+').chain(['-']).collect();
            findings.push(
                Finding::new(
                    header,
                    format!("{}.{name}", var.path),
                    format!("the value of `{}` ends in a line break", var.name()),
                    format!("write `{dropped}`, which removes it, or put the value in quotes"),
                )
                .on_owner(context, owner)
                .fix(
                    format!("write `{dropped}`"),
                    Safety::Unsafe,
                    vec![TextEdit::replace(header, dropped)],
                ),
            );
        }
    }
}

/// The header (`|`, `>+`, `|2`) of a block scalar with one line that keeps its line break.
fn header(context: &Context<'_>, literal: &Present<Literal>) -> Option<Span> {
    let text = literal.value.text.as_str();
    let one_line = !text.trim().is_empty()
        && text.ends_with('\n')
        && !text.trim_end_matches('\n').contains('\n');
    let written = literal.span.slice(context.text);
    let length = written
        .find(|c: char| !matches!(c, '|' | '>' | '+' | '-' | '0'..='9'))
        .unwrap_or(written.len());
    (one_line && written.starts_with(['|', '>']))
        .then(|| Span::new(literal.span.start(), literal.span.start() + length))
}
