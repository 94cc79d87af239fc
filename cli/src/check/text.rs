//! `check --format text`: the text with the findings underlined, as compilers do; advice in one line each.

use std::fmt::Write as _;
use std::io::Write as _;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use blueprint_lens_core::analysis::{Analysis, Summary};
use blueprint_lens_core::diagnostics::{Diagnostic, Severity};
use blueprint_lens_core::text::Span;
use blueprint_lens_core::wording::count::count;

use super::checked::Checked;

/// Prints the reports; colour only where the terminal takes it and `NO_COLOR` is not set.
pub(super) fn write(reports: &[String], files: usize, total: Summary) -> anyhow::Result<()> {
    let mut out = anstream::AutoStream::auto(std::io::stdout().lock());
    for report in reports {
        out.write_all(report.as_bytes())?;
    }
    out.write_all(closing(files, total).as_bytes())?;
    out.flush()?;
    Ok(())
}

/// What is said about one file, with colours.
pub(super) fn report(file: &Checked) -> String {
    let renderer = &Renderer::styled();
    let mut out = String::new();
    let (advice, rest): (Vec<_>, Vec<_>) =
        file.analysis.diagnostics().iter().partition(|found| found.severity == Severity::Info);
    for found in rest {
        out.push_str(&snippet(file, found, renderer));
        out.push_str("\n\n");
    }
    for found in &advice {
        let place = file.analysis.lines().position(found.span.start(), file.analysis.text());
        let _ = writeln!(
            out,
            "{}:{}:{}: info[{}]: {}",
            file.path,
            place.line,
            place.column,
            found.rule,
            harmless(&found.message)
        );
    }
    if !advice.is_empty() {
        out.push('\n');
    }
    out
}

/// Words of the file without anything that steers a terminal.
fn harmless(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

fn snippet(file: &Checked, found: &Diagnostic, renderer: &Renderer) -> String {
    let level = match found.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let primary = AnnotationKind::Primary.span(visible(&file.analysis, found.span));
    let context = found.related.iter().map(|related| {
        AnnotationKind::Context
            .span(visible(&file.analysis, related.span))
            .label(related.message.as_str())
    });
    let source = Snippet::source(file.analysis.text())
        .path(file.path.as_str())
        .annotation(primary)
        .annotations(context);
    let mut group = level.primary_title(found.message.as_str()).id(found.rule).element(source);
    if !found.help.is_empty() {
        group = group.element(Level::HELP.message(found.help.as_str()));
    }
    if let Some(fix) = found.fixes.first() {
        let note = format!("fix ({}): {}", fix.safety.id(), fix.title);
        return renderer.render(&[group.element(Level::NOTE.message(note))]);
    }
    renderer.render(&[group])
}

/// A span with something to underline: an empty one covers the character behind it, else the one before it.
fn visible(analysis: &Analysis, span: Span) -> std::ops::Range<usize> {
    let text = analysis.text();
    if !span.is_empty() {
        return span.range();
    }
    let at = span.start();
    match text[at..].chars().next() {
        Some(c) if c != '\n' && c != '\r' => at..at + c.len_utf8(),
        _ => text[..at]
            .chars()
            .next_back()
            .filter(|c| *c != '\n')
            .map_or(at..at, |c| at - c.len_utf8()..at),
    }
}

/// The last line: what was found in all.
fn closing(files: usize, total: Summary) -> String {
    format!(
        "{}, {}, {} in {}: {}, {}\n",
        count(total.errors, "error"),
        count(total.warnings, "warning"),
        count(total.infos, "note"),
        count(files, "Blueprint"),
        count(total.resources, "resource"),
        count(total.edges, "connection"),
    )
}
