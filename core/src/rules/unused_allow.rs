//! An allowance that takes no finding away.

use super::{Context, Finding};
use crate::diagnostics::Safety;
use crate::directive::{Allow, Directive, Word};
use crate::text::{Span, TextEdit};

rule! {
    /// ## What it does
    ///
    /// Finds codes in `# blueprint-lens: allow(…)` that take no finding away.
    ///
    /// ## Why it matters
    ///
    /// The finding it was meant for is gone, or lies on another line. An allowance that is left behind hides the next
    /// finding of that rule, which nobody has looked at.
    ///
    /// ## Example
    ///
    /// ```yaml
    /// databases:
    ///   - name: orders
    ///     # blueprint-lens: allow(open-database) the office connects
    ///     ipAllowList: []
    /// ```
    ///
    /// ## Fix
    ///
    /// ```yaml
    /// databases:
    ///   - name: orders
    ///     ipAllowList: []
    /// ```
    ///
    /// ## When to ignore it
    ///
    /// When the comment serves several versions of the file. Rules that do not run are not counted as unused.
    ///
    /// ## References
    ///
    /// - Nothing of Render's: it reads no comment.
    code: "unused-allow",
    summary: "an allowance that takes no finding away",
    severity: Warning,
    category: Style,
    certainty: Documented,
    facts: [],
    fixes: true,
    since: "0.1.0",
    check: check,
}

/// Only the findings of all other rules show what is unused: see `allowance`.
fn check(_: &Context<'_>, _: &mut Vec<Finding>) {}

/// The finding for one code of an allowance that took nothing away.
pub(super) fn unused(
    context: &Context<'_>,
    directive: &Directive,
    allow: &Allow,
    code: &Word,
) -> Finding {
    let edit = if allow.codes.len() == 1 {
        comment(context, directive)
    } else {
        code_with_comma(allow, code)
    };
    Finding::new(
        code.span,
        "",
        format!("`{}` finds nothing here", code.text),
        "take the allowance out, so that it does not hide the next finding",
    )
    .fix("take it out", Safety::Safe, vec![TextEdit::replace(edit, "")])
}

/// The whole comment: with its line, or with the blanks before it.
fn comment(context: &Context<'_>, directive: &Directive) -> Span {
    let text = context.text;
    let before = text[..directive.comment.start()].trim_end_matches([' ', '\t']).len();
    if !directive.own_line {
        return Span::new(before, directive.comment.end());
    }
    let rest = &text[directive.comment.end()..];
    let line_break = if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) };
    Span::new(before, directive.comment.end() + line_break)
}

/// One code of several with the comma that belongs to it.
fn code_with_comma(allow: &Allow, code: &Word) -> Span {
    let at = allow.codes.iter().position(|other| other.span == code.span).unwrap_or_default();
    match allow.codes.get(at + 1) {
        Some(next) => Span::new(code.span.start(), next.span.start()),
        None => Span::new(allow.codes[at - 1].span.end(), code.span.end()),
    }
}
