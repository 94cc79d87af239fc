//! A suppression without effect.

use crate::diagnostics::Safety;
use crate::directive::{Directive, Suppression, Word};
use crate::lint::{Context, Finding};
use crate::text::{Span, TextEdit};

rule! {
    /// ## What it does
    ///
    /// Finds codes in `# blueprint-lens: allow(…)` that suppress no finding.
    ///
    /// ## Why it matters
    ///
    /// The finding it was meant for is gone, or is on another line. If the suppression stays, it hides the next finding
    /// of that rule, which nobody has seen yet.
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
    /// When several versions of Blueprint Lens read the file. Codes of rules that do not run do not count as unused.
    ///
    /// ## References
    ///
    /// - None of Render's: it ignores comments.
    code: "unused-allow",
    summary: "a suppression that suppresses no finding",
    severity: Warning,
    category: Style,
    certainty: Documented,
    facts: [],
    fixes: true,
    since: "0.1.0",
    check_unused_suppression: unused,
}

/// The finding for one code that suppressed nothing. The engine asks for it after all other rules have run: see
/// `lint::suppression`.
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
        format!("`{}` suppresses nothing here", code.text),
        "remove it, so that it does not hide the next finding",
    )
    .fix("remove it", Safety::Safe, vec![TextEdit::replace(edit, "")])
}

/// The whole comment: with its line, or with the spaces before it.
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

/// One of several codes, with its comma.
fn code_with_comma(suppression: &Suppression, code: &Word) -> Span {
    let at = suppression.codes.iter().position(|other| other.span == code.span).unwrap_or_default();
    match suppression.codes.get(at + 1) {
        Some(next) => Span::new(code.span.start(), next.span.start()),
        None => Span::new(suppression.codes[at - 1].span.end(), code.span.end()),
    }
}
