//! `check --format text`: the text with the findings underlined, as compilers do; advice in one line each.

use std::fmt::Write as _;
use std::io::Write as _;

use annotate_snippets::{Group, Level, Renderer};
use blueprint_lens_core::analysis::Summary;
use blueprint_lens_core::diagnostics::{Diagnostic, Related, Severity};
use blueprint_lens_core::wording::count::count;

use super::checked::Checked;
use super::excerpt::{Mark, excerpts, visible};

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
pub(super) fn report(file: &Checked<'_>) -> String {
    let renderer = &Renderer::styled();
    let mut out = String::new();
    let (advice, rest): (Vec<_>, Vec<_>) =
        file.view.diagnostics.iter().partition(|found| found.severity == Severity::Info);
    for found in rest {
        out.push_str(&snippet(file, found, renderer));
        out.push_str("\n\n");
    }
    for found in &advice {
        let place = file.view.source.position(found.span.start());
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

fn snippet<'a>(file: &'a Checked<'_>, found: &'a Diagnostic, renderer: &Renderer) -> String {
    let level = match found.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let title = level.primary_title(found.message.as_str()).id(found.rule);
    let mut group = Group::with_title(title);
    let text = file.view.source.text;
    let (here, elsewhere): (Vec<&Related>, Vec<&Related>) =
        found.related.iter().partition(|related| related.file.is_none());
    let primary = Mark { span: visible(text, found.span), related: None };
    let related = here.into_iter().map(|related| Mark::of(text, related));
    let marks = std::iter::once(primary).chain(related).collect();
    for excerpt in excerpts(file.view.source, marks) {
        group = group.element(excerpt.snippet(&file.path));
    }
    for related in elsewhere {
        let (path, other) = file.holder(related);
        for excerpt in excerpts(other, vec![Mark::of(other.text, related)]) {
            group = group.element(excerpt.snippet(path));
        }
    }
    if !found.help.is_empty() {
        group = group.element(Level::HELP.message(found.help.as_str()));
    }
    if let Some(fix) = found.fixes.first() {
        let note = format!("fix ({}): {}", fix.safety.id(), fix.title);
        return renderer.render(&[group.element(Level::NOTE.message(note))]);
    }
    renderer.render(&[group])
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
