//! `check --format text`: the text with the findings underlined, as compilers do; advice in one line each.

use std::cmp::Reverse;
use std::fmt::Write as _;

use annotate_snippets::{Group, Level, Renderer};
use blueprint_lens_core::analysis::Summary;
use blueprint_lens_core::diagnostics::{Diagnostic, Related, Safety, Severity};
use blueprint_lens_core::redact::SecretValue;
use blueprint_lens_core::wording::count::count;

use super::checked::Checked;
use super::excerpt::{Mark, excerpts, visible};
use crate::output::{is_steering, readable_all};

/// Nobody reads more problems of one file; JSON has all of them.
const MOST: usize = 10_000;

/// What is said about one file, with colours. Of very many problems, the worst.
pub(super) fn report(file: &Checked<'_>) -> String {
    let renderer = &Renderer::styled();
    let mut out = String::new();
    let mut shown: Vec<&Diagnostic> = file.view.diagnostics.iter().collect();
    let more = shown.len().saturating_sub(MOST);
    if more > 0 {
        shown.sort_by_key(|found| Reverse(found.severity));
        shown.truncate(MOST);
    }
    let (advice, rest): (Vec<_>, Vec<_>) =
        shown.into_iter().partition(|found| found.severity == Severity::Info);
    for found in rest {
        out.push_str(&snippet(file, found, renderer));
        out.push_str("\n\n");
    }
    for found in &advice {
        let place = file.view.source.position(found.span.start());
        let _ = writeln!(
            out,
            "{}:{}:{}: info[{}]: {}",
            readable_all(&file.path),
            place.line,
            place.column,
            found.rule,
            readable_all(&found.message)
        );
    }
    if more > 0 {
        let (path, more) = (readable_all(&file.path), count(more, "more problem"));
        let _ = writeln!(out, "{path}: {more}, which `check --format json` lists");
    }
    if !advice.is_empty() || more > 0 {
        out.push('\n');
    }
    out
}

/// The text of files as it may be shown, byte for byte as long as it is: stars for secrets, and signs for what turns
/// the direction of writing.
pub(super) fn shown(text: &str, secrets: &[SecretValue]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut secrets = secrets.iter().peekable();
    for (at, c) in text.char_indices() {
        while secrets.next_if(|secret| secret.span.end() <= at).is_some() {}
        let is_secret = secrets.peek().is_some_and(|secret| secret.span.start() <= at);
        match c {
            '\n' | '\r' | '\t' => out.push(c),
            c if is_secret || (c.len_utf8() == 2 && is_steering(c)) => {
                out.extend(std::iter::repeat_n('*', c.len_utf8()));
            }
            // A command to the runner of a workflow, in its older form.
            '[' if out.ends_with("##") => out.push('?'),
            c if c.len_utf8() == 3 && is_steering(c) => out.push(char::REPLACEMENT_CHARACTER),
            c => out.push(c),
        }
    }
    out
}

/// One finding with the lines that it is about.
fn snippet(file: &Checked<'_>, found: &Diagnostic, renderer: &Renderer) -> String {
    let level = match found.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let mut group =
        Group::with_title(level.primary_title(readable_all(&found.message)).id(found.rule));
    let source = file.shown(file.file);
    let (here, elsewhere): (Vec<&Related>, Vec<&Related>) =
        found.related.iter().partition(|related| related.file.is_none());
    let primary = Mark { span: visible(source.text, found.span), related: None };
    let related = here.into_iter().map(|related| Mark::of(source.text, related));
    let marks = std::iter::once(primary).chain(related).collect();
    for excerpt in excerpts(source, marks) {
        group = group.element(excerpt.snippet(&file.path));
    }
    for related in elsewhere {
        let other = related.file.map_or(source, |other| file.shown(other));
        for excerpt in excerpts(other, vec![Mark::of(other.text, related)]) {
            group = group.element(excerpt.snippet(other.path));
        }
    }
    if !found.help.is_empty() {
        group = group.element(Level::HELP.message(readable_all(&found.help)));
    }
    if let Some(fix) = found.fixes.first() {
        let note = format!("{}: {}", kind_of_fix(fix.safety), readable_all(&fix.title));
        return renderer.render(&[group.element(Level::NOTE.message(note))]);
    }
    renderer.render(&[group])
}

/// Whether a fix may be applied without looking. What is only shown is so because a secret was taken out of it.
fn kind_of_fix(safety: Safety) -> &'static str {
    match safety {
        Safety::Safe => "fix (safe)",
        Safety::Unsafe => "fix (unsafe)",
        Safety::Display => "fix (writes a secret, which is hidden here)",
    }
}

/// The last line: what was found in all.
pub(super) fn closing(files: usize, total: Summary) -> String {
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
