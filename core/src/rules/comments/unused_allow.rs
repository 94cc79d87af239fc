//! An allowance that takes no finding away.

use crate::diagnostics::Safety;
use crate::directive::{Directive, Suppression, Word};
use crate::lint::{Context, Finding};
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
    check_unused_suppression: unused,
}

/// Only the findings of all other rules show what is unused: see `allowance`.

/// The finding for one code of an allowance that took nothing away.
fn unused(
    context: &Context<'_>,
    directive: &Directive,
    suppression: &Suppression,
    code: &Word,
) -> Finding {
    let edit = if suppression.codes.len() == 1 {
        comment(context, directive)
    } else {
        code_with_comma(suppression, code)
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
fn code_with_comma(suppression: &Suppression, code: &Word) -> Span {
    let at = suppression.codes.iter().position(|other| other.span == code.span).unwrap_or_default();
    match suppression.codes.get(at + 1) {
        Some(next) => Span::new(code.span.start(), next.span.start()),
        None => Span::new(suppression.codes[at - 1].span.end(), code.span.end()),
    }
}
