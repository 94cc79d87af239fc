//! The one way out: all that the program says about Blueprints goes through here, to standard output, a file or standard
//! error, and nobody's words act on whoever reads it.

mod form;
mod readable;
mod report;

use std::io::{BufWriter, Write as _};
use std::path::Path;

use anstream::adapter::strip_str;
use anstream::{AutoStream, ColorChoice};
use anyhow::Context as _;
use blueprint_lens_core::analysis::Analysis;
use blueprint_lens_core::redact::KnownSecrets;

pub(crate) use form::Form;
pub(crate) use readable::{is_steering, readable_all, shown};
pub(crate) use report::Report;
use report::heard;

/// A path as it is reported.
pub(crate) fn reported(path: &Path) -> String {
    path.strip_prefix(".").unwrap_or(path).display().to_string()
}

/// What a text is fitted to where nothing says how wide the terminal is.
const USUAL_WIDTH: usize = 100;

/// How many characters fit into a line of the terminal.
pub(crate) fn width() -> usize {
    let said = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let asked = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    said.or_else(asked).unwrap_or(USUAL_WIDTH)
}

/// The secrets of Blueprints, which nothing that is said about them repeats.
pub(crate) fn secrets_of<'a>(blueprints: impl IntoIterator<Item = &'a Analysis>) -> KnownSecrets {
    blueprints
        .into_iter()
        .map(|analysis| KnownSecrets::of(analysis.text(), analysis.secret_values()))
        .fold(KnownSecrets::default(), KnownSecrets::and)
}

/// Writes what is said about Blueprints, to a file, or to standard output without one or for `-`.
///
/// # Errors
/// When it cannot be written.
pub(crate) fn report(
    path: Option<&Path>,
    text: &str,
    form: Form,
    secrets: &KnownSecrets,
) -> anyhow::Result<()> {
    Report::to(path, form, secrets)?.write(|out| out.write_all(text.as_bytes()))
}

/// Writes to a file, or to standard output without one or for `-`.
///
/// # Errors
/// When it cannot be written.
pub(crate) fn write(path: Option<&Path>, bytes: &[u8]) -> anyhow::Result<()> {
    match path {
        Some(path) if path.as_os_str() != "-" => std::fs::write(path, bytes)
            .with_context(|| format!("{} cannot be written", shown(path))),
        _ => heard(into(&mut std::io::stdout().lock(), bytes)),
    }
}

/// Writes a text with colours to standard output, and without them where they are not wanted.
///
/// # Errors
/// When it cannot be written.
pub(crate) fn print_styled(text: &str) -> anyhow::Result<()> {
    let out = std::io::stdout().lock();
    if AutoStream::choice(&out) != ColorChoice::Never {
        return heard(into(&mut AutoStream::auto(out), text.as_bytes()));
    }
    // Standard output by itself takes every line alone.
    let mut out = BufWriter::new(out);
    let mut pieces = strip_str(text);
    heard(pieces.try_for_each(|piece| out.write_all(piece.as_bytes())).and_then(|()| out.flush()))
}

fn into(out: &mut impl std::io::Write, bytes: &[u8]) -> std::io::Result<()> {
    out.write_all(bytes)?;
    out.flush()
}

/// Writes a text of our own, or somebody's own text, to standard output.
///
/// # Errors
/// When it cannot be written.
pub(crate) fn print(text: &str) -> anyhow::Result<()> {
    write(None, text.as_bytes())
}

/// Says something about the run on standard error; whether anybody listens makes no difference to the run.
pub(crate) fn note(words: &str) {
    let text = Form::Lines.harmless(&KnownSecrets::default().hide(words));
    let _ = writeln!(std::io::stderr().lock(), "blueprint-lens: {text}");
}
