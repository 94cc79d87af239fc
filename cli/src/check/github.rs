//! `check --format github`: workflow commands that GitHub shows as annotations.

use std::fmt::Write as _;

use blueprint_lens_core::diagnostics::Severity;

use super::checked::Checked;
use crate::output::readable_all;

/// One line for each finding.
pub(super) fn annotations(file: &Checked<'_>) -> String {
    let mut out = String::new();
    for found in &file.view.diagnostics {
        let at = |offset| file.view.source.position(offset);
        let (start, end) = (at(found.span.start()), at(found.span.end()));
        let command = match found.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "notice",
        };
        let mut message = readable_all(&found.message);
        if !found.help.is_empty() {
            let _ = write!(message, "\n{}", readable_all(&found.help));
        }
        let _ = write!(
            out,
            "::{command} file={},line={},endLine={}",
            property(&readable_all(&file.path)),
            start.line,
            end.line
        );
        // GitHub accepts columns only for findings on one line.
        if start.line == end.line {
            let _ = write!(out, ",col={},endColumn={}", start.column, end.column);
        }
        let _ = writeln!(out, ",title={}::{}", property(found.rule), data(&message));
    }
    out
}

/// Text of a command, escaped as GitHub's toolkit does.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Value of a command's property, escaped as GitHub's toolkit does.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
