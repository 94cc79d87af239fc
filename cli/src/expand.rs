//! `expand`: the effective Blueprint.

use std::path::Path;
use std::process::ExitCode;

use blueprint_lens_core::analysis::{Analysis, SourceText};
use blueprint_lens_core::expand::expand;
use blueprint_lens_core::redact::redact;

use crate::output::{Form, secrets_of};
use crate::workspace::note_broken;
use crate::{input, output};

/// Runs `expand`.
///
/// # Errors
/// When the file cannot be read or the output cannot be written.
pub(crate) fn run(path: &Path) -> anyhow::Result<ExitCode> {
    let name =
        if input::is_stdin(path) { "standard input".to_owned() } else { output::shown(path) };
    let source = SourceText::new(name, input::read(path)?);
    let analysis = Analysis::unchecked_together(vec![source]);
    note_broken(&analysis);
    let secrets = secrets_of([&analysis]);
    let analysis = if analysis.secret_values().is_empty() {
        analysis
    } else {
        let hidden = redact(analysis.text(), analysis.secret_values(), |_| false);
        drop(analysis);
        Analysis::unchecked(&hidden)
    };
    output::report(None, &expand(&analysis), Form::Lines, &secrets)?;
    Ok(ExitCode::SUCCESS)
}
